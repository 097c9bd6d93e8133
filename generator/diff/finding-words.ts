import type { Place } from "../explain/explanation.ts";
import type { Diff, Finding, Level } from "./finding.ts";

/** What each level is called above its findings. */
export const levelNames: Readonly<Record<Level, string>> = {
  breaking: "Breaking",
  unknown: "Undecided",
  widening: "Widening",
  compatible: "Compatible",
};

export const levelHelp: Readonly<Record<Level, string>> = {
  breaking: "callers have to change their code",
  unknown: "it depends on what callers do",
  widening: "code with a default branch is safe",
  compatible: "no caller notices",
};

/** `open → closed`; a single side says which it is. */
export function changeWords({
  before,
  after,
}: Pick<Finding, "before" | "after">): string | undefined {
  if (before === undefined) return after;
  return after === undefined ? before : `${before} → ${after}`;
}

const directionWords: Readonly<
  Record<NonNullable<Finding["direction"]>, string>
> = {
  received: "in responses",
  sent: "in requests",
  both: "in requests and responses",
};

/** `is gone in responses`: what happened, where that holds for one direction. */
export const happened = ({
  message,
  direction,
}: Pick<Finding, "message" | "direction">): string =>
  direction === undefined ? message : `${message} ${directionWords[direction]}`;

/** `openapi.yaml:12:5#/components/schemas/Pet`. */
export function placeWords({ source, line, column, pointer }: Place): string {
  const at = line === undefined ? "" : `:${line}:${column}`;
  return `${source}${at}${pointer === "" ? "" : ` #${pointer}`}`;
}

/** `2 breaking, 1 widening: a major version`. */
export function verdictWords({ counts, semver }: Diff): string {
  const parts = (["breaking", "unknown", "widening", "compatible"] as const)
    .filter((level) => counts[level] > 0)
    .map((level) => `${counts[level]} ${levelNames[level].toLowerCase()}`);
  return parts.length === 0
    ? "no change for callers"
    : `${parts.join(", ")}: a ${semver} version`;
}

export interface Group {
  readonly level: Level;
  readonly findings: readonly Finding[];
}

/** The worst level first; levels without findings are none. */
export const groupsOf = ({ findings }: Diff): readonly Group[] =>
  [...Map.groupBy(findings, ({ level }) => level)].map(([level, found]) => ({
    level,
    findings: found,
  }));
