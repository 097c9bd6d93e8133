import { excludeEachOther } from "../ir/exclusive.ts";
import type { PropertyTest, Scalar } from "../ir/type-graph.ts";
import type { Candidate } from "./decide-text.ts";

/** Variants by the literals of one property. */
export interface Sorted {
  /** One of the tests of that property. */
  readonly test: PropertyTest;
  /** For each of some literals: the variants that may have it, without the test of it, in their order. */
  readonly cases: readonly {
    readonly values: readonly Scalar[];
    readonly candidates: readonly Candidate[];
  }[];
  /** Variants that may come after all of those. */
  readonly others: readonly Candidate[];
}

/** Fewer variants than this are asked about one after the other. */
const worthwhile = 6;

/** The property whose literals tell most of many variants apart. */
export function sortedBy(candidates: readonly Candidate[]): Sorted | undefined {
  const tests = new Map(
    candidates.flatMap((each) =>
      each.tests.map((test) => [test.wireName, test] as const),
    ),
  );
  const [best] = [...tests.values()]
    .map((test) => sorted(candidates, test))
    .sort((a, b) => a.others.length - b.others.length);
  return best !== undefined &&
    candidates.length - best.others.length >= worthwhile
    ? best
    : undefined;
}

function sorted(candidates: readonly Candidate[], test: PropertyTest): Sorted {
  const { wireName: property } = test;
  const others: Candidate[] = [];
  const byValue = new Map<Scalar, Candidate[]>();
  for (const each of candidates) {
    const values = literalsOf(each, property);
    // What is asked about before others that it may exclude, or win over, has to stay before them.
    if (
      values === undefined ||
      others.some((other) => !excludeEachOther(other.tests, each.tests))
    ) {
      others.push(each);
      continue;
    }
    const tests = each.tests.filter(({ wireName }) => wireName !== property);
    const rest = { ...each, tests };
    for (const value of values)
      byValue.set(value, [...(byValue.get(value) ?? []), rest]);
  }
  return { test, cases: together(byValue), others };
}

/** The values that lead to the same variants are one case. */
function together(
  byValue: ReadonlyMap<Scalar, readonly Candidate[]>,
): Sorted["cases"] {
  const cases: { values: Scalar[]; candidates: readonly Candidate[] }[] = [];
  for (const [value, candidates] of byValue) {
    const known = cases.find(
      (each) =>
        each.candidates.length === candidates.length &&
        each.candidates.every((one, at) => one === candidates[at]),
    );
    if (known === undefined) cases.push({ values: [value], candidates });
    else known.values.push(value);
  }
  return cases;
}

function literalsOf(
  { tests }: Candidate,
  property: string,
): readonly Scalar[] | undefined {
  const test = tests.find(
    ({ wireName, required }: PropertyTest) => required && wireName === property,
  );
  return test?.condition.kind === "literal" ? test.condition.values : undefined;
}
