import type { Origin } from "../diagnostics/origin.ts";
import type { Direction, Level } from "./finding.ts";
import { ruleOf, type ChangeId, type Judgement } from "./rules.ts";
import type { Side } from "./side.ts";

/** What is compared: what a finding calls it, and where it was written. */
export interface At {
  readonly subject: string;
  readonly old: Origin | undefined;
  readonly new: Origin | undefined;
}

/** A finding whose places are still to be looked up. */
export interface Found extends At {
  readonly change: ChangeId;
  readonly direction: Direction | undefined;
  readonly judgement: Judgement;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface Report {
  (
    change: ChangeId,
    at: At,
    more?: {
      readonly direction?: Direction;
      readonly before?: string;
      readonly after?: string;
    },
  ): void;
}

/** The comparison of two clients, or within it a trial that nobody is told of. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  /** Whether nobody is told of what is found. */
  readonly isTrial: boolean;
  readonly report: Report;
  /**
   * Takes two declared types as compared, and says whether that is new. Coinductive: a pair that is met
   * again while it is being compared is taken as fine.
   */
  readonly meet: (old: string, now: string, direction: Direction) => boolean;
  /** What a comparison would report: of the same clients, of the new one with the old one, or with itself. */
  readonly trial: (
    compare: (within: Comparison) => void,
    of?: "same" | "swapped" | "new",
  ) => Outcome;
  /** Whether the two have stood in the same place. */
  readonly isMet: (old: string, now: string) => boolean;
}

export interface Outcome {
  /** The worst of all. */
  readonly level: Level;
  readonly changes: ReadonlySet<ChangeId>;
}

const order: readonly Level[] = [
  "compatible",
  "widening",
  "unknown",
  "breaking",
];

export const worse = (a: Level, b: Level): Level =>
  order.indexOf(a) < order.indexOf(b) ? b : a;

export function judge(
  change: ChangeId,
  direction: Direction | undefined,
): Judgement {
  const rule = ruleOf(change);
  if ("always" in rule) return rule.always;
  if (direction !== undefined) return rule[direction];
  throw new Error(`internal: ${change} is judged by direction`);
}

/** A comparison that tells `found` of every change. */
export function createComparison(
  old: Side,
  now: Side,
  found: (finding: Found) => void,
): Comparison {
  const pairs = new Map<string, Set<string>>();
  return within(
    [old, now],
    { keys: new Set(), outer: undefined },
    pairs,
    found,
  );
}

function within(
  sides: readonly [old: Side, now: Side],
  known: Known,
  pairs: Map<string, Set<string>> | undefined,
  tell: (finding: Found) => void,
): Comparison {
  const [old, now] = sides;
  return {
    old,
    new: now,
    isTrial: pairs === undefined,
    report: (change, at, { direction, before, after } = {}) =>
      tell({
        ...at,
        change,
        direction,
        judgement: judge(change, direction),
        before,
        after,
      }),
    meet(left, right, direction) {
      pairs?.set(left, (pairs.get(left) ?? new Set()).add(right));
      return take(known, `${direction} ${left} ${right}`);
    },
    isMet: (left, right) => pairs?.get(left)?.has(right) === true,
    trial(compare, of = "same") {
      const isFirst = pairs !== undefined || of !== "same";
      const own: Known = {
        keys: new Set(),
        outer: isFirst ? undefined : known,
      };
      let level: Level = "compatible";
      const changes = new Set<ChangeId>();
      compare(
        within(trialSides[of](old, now), own, undefined, (finding) => {
          level = worse(level, finding.judgement.level);
          changes.add(finding.change);
        }),
      );
      // What failed proves nothing about the pairs that were taken as fine on the way.
      if (level === "compatible" && !isFirst)
        own.keys.forEach((key) => known.keys.add(key));
      return { level, changes };
    },
  };
}

const trialSides = {
  same: (old: Side, now: Side) => [old, now] as const,
  swapped: (old: Side, now: Side) => [now, old] as const,
  new: (_old: Side, now: Side) => [now, now] as const,
};

/** Pairs taken as fine. A first trial begins with none, as what was reported elsewhere is not fine. */
interface Known {
  readonly keys: Set<string>;
  readonly outer: Known | undefined;
}

function take(known: Known, key: string): boolean {
  for (let each: Known | undefined = known; each; each = each.outer)
    if (each.keys.has(key)) return false;
  known.keys.add(key);
  return true;
}
