import { painter, type Paint } from "../../explain/text/paint.ts";
import type { Diff, Finding, Level } from "../finding.ts";
import {
  changeWords,
  groupsOf,
  happened,
  levelHelp,
  levelNames,
  placeWords,
  verdictWords,
} from "../finding-words.ts";

const styles = {
  breaking: "red",
  unknown: "magenta",
  widening: "yellow",
  compatible: "green",
} as const satisfies Record<Level, string>;

/** The findings for people, the worst first, and a line for the whole. */
export function diffText(
  diff: Diff,
  { color }: { readonly color: boolean },
): string {
  const paint = painter(color);
  const groups = groupsOf(diff).flatMap(({ level, findings }) => [
    `${paint(styles[level], levelNames[level])} ${paint("dim", `${findings.length}, ${levelHelp[level]}`)}`,
    ...findings.flatMap((finding) => lines(finding, paint)),
    "",
  ]);
  return `${[...groups, paint("bold", verdictWords(diff))].join("\n")}\n`;
}

function lines(finding: Finding, paint: Paint): readonly string[] {
  const { subject, because } = finding;
  const change = changeWords(finding);
  const places = [
    ...(finding.old === undefined ? [] : [`old ${placeWords(finding.old)}`]),
    ...(finding.new === undefined ? [] : [`new ${placeWords(finding.new)}`]),
  ];
  return [
    `  ${paint("bold", subject)} ${paint(undefined, happened(finding))}${change === undefined ? "" : `: ${paint("cyan", change)}`}`,
    `    ${paint("dim", because)}`,
    ...places.map((place) => `    ${paint("dim", place)}`),
  ];
}
