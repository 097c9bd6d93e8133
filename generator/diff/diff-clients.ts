import type { Origin } from "../diagnostics/origin.ts";
import type { ClientPlan } from "../ir/client-plan.ts";
import { compareClients } from "./compare-clients.ts";
import { compareIncoming } from "./compare-incoming.ts";
import { compareNames } from "./compare-names.ts";
import { compareOperations, pairOperations } from "./compare-operations.ts";
import { createComparison, worse, type Found } from "./comparison.ts";
import type { Place } from "../explain/explanation.ts";
import type { Diff, Finding, Level, Semver } from "./finding.ts";
import { ruleOf } from "./rules.ts";
import { sideOf } from "./side.ts";

/** A client as it is planned, and where in the text its parts were written. */
export interface DiffInput {
  readonly client: ClientPlan;
  readonly placeOf: (origin: Origin) => Place;
}

/** Compares two clients by their plans: what callers of the old one meet in the new one. */
export function diffClients(old: DiffInput, now: DiffInput): Diff {
  const found: Found[] = [];
  const comparison = createComparison(
    sideOf(old.client),
    sideOf(now.client),
    (finding) => found.push(finding),
  );
  const operations = pairOperations(comparison);
  compareClients(comparison);
  compareOperations(operations, comparison);
  compareIncoming(comparison);
  compareNames(operations, comparison);
  const findings = mergeDirections(found)
    .map((each) => findingOf(each, old, now))
    .sort(byLevel);
  return { semver: verdict(findings), counts: countLevels(findings), findings };
}

interface Merged extends Omit<Found, "direction"> {
  readonly direction: Finding["direction"];
}

/** What holds in both directions is said once, as the worse of them. */
function mergeDirections(found: readonly Found[]): readonly Merged[] {
  const merged = new Map<string, Merged>();
  for (const each of found) {
    const { after, before, change, subject } = each;
    const key = JSON.stringify([change, subject, before, after]);
    const other = merged.get(key);
    if (other === undefined) merged.set(key, each);
    else if (other.direction !== each.direction)
      merged.set(key, {
        ...worseOf(other, each),
        direction: "both",
      });
  }
  return [...merged.values()];
}

const worseOf = <T extends Merged>(a: T, b: Merged): Merged =>
  worse(a.judgement.level, b.judgement.level) === a.judgement.level ? a : b;

function findingOf(found: Merged, old: DiffInput, now: DiffInput): Finding {
  const { after, before, change, direction, judgement, subject } = found;
  return {
    change,
    level: judgement.level,
    semver: judgement.semver,
    direction,
    subject,
    before,
    after,
    message: ruleOf(change).words,
    because: judgement.because,
    old: found.old && old.placeOf(found.old),
    new: found.new && now.placeOf(found.new),
  };
}

export const levels = [
  "breaking",
  "unknown",
  "widening",
  "compatible",
] as const satisfies readonly Level[];

const byLevel = (a: Finding, b: Finding): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  compareText(a.subject, b.subject) ||
  compareText(a.change, b.change);

const compareText = (a: string, b: string): number =>
  a < b ? -1 : a > b ? 1 : 0;

function countLevels(findings: readonly Finding[]): Record<Level, number> {
  const counts = { breaking: 0, unknown: 0, widening: 0, compatible: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}

/** The highest of all. */
function verdict(findings: readonly Finding[]): Semver {
  const found = new Set(findings.map(({ semver }) => semver));
  return (
    (["major", "minor", "patch"] as const).find((each) => found.has(each)) ??
    "none"
  );
}
