import { isObject, type JsonObject, reader } from "./own.js";
import { type Test, type Tests, within } from "./tests.js";

/** A variant, and whether a value fits it. */
export interface Candidate {
  readonly name: string;
  readonly fits: Test;
}

/** A property, or one inside of it. */
type Path = readonly [name: string, inner?: string];

interface Index {
  readonly path: Path;
  readonly bySketch: ReadonlyMap<unknown, readonly Candidate[]>;
  /** The variants that a head leads to which no variant names. */
  readonly others: readonly Candidate[];
}

/**
 * The variants that a value may be, after one look at the property that parts them best. A variant
 * that is left out would fail there; those that are given have still to be tested.
 */
export function candidates(
  variants: Readonly<Record<string, Tests>>,
): (value: JsonObject) => readonly Candidate[] {
  const tests = Object.values(variants);
  const all = Object.keys(variants).map((name, at): Candidate => ({
    name,
    fits: within(tests[at] ?? {}),
  }));
  const [best] = tests
    .flatMap(pathsOf)
    .map((path) => indexBy(path, tests, all))
    .sort((a, b) => largest(a) - largest(b));
  if (!best || largest(best) >= all.length) return () => all;
  const { bySketch, others } = best;
  const [read, readInner] = best.path.map((name) => reader(name!));
  return (value) => {
    let at = read!(value);
    if (readInner) at = isObject(at) ? readInner(at) : undefined;
    return bySketch.get(sketch(Array.isArray(at) ? at[0] : at)) ?? others;
  };
}

const pathsOf = (tests: Tests): Path[] =>
  Object.entries(tests).flatMap(([name, { inside = {} }]) => [
    [name] as const,
    ...Object.keys(inside).map((inner) => [name, inner] as const),
  ]);

function indexBy(
  [name, inner]: Path,
  tests: readonly Tests[],
  all: readonly Candidate[],
): Index {
  const heads = tests.map((of) => {
    const at = of[name];
    const test = inner === undefined ? at : at?.inside?.[inner];
    return test?.heads?.map(sketch);
  });
  const having = (head: unknown) =>
    all.filter((_, at) => heads[at]?.includes(head) !== false);
  return {
    path: inner === undefined ? [name] : [name, inner],
    bySketch: new Map(heads.flat().map((head) => [head, having(head)])),
    others: all.filter((_, at) => !heads[at]),
  };
}

/** How many variants are left to test at worst. */
const largest = ({ bySketch, others }: Index): number =>
  Math.max(
    others.length,
    ...[...bySketch.values()].map(({ length }) => length),
  );

/**
 * A head in short: of a string its length and the character in its middle. Engines hash a string that
 * they have just parsed slowly; that alone would take longer than all the tests.
 */
const sketch = (head: unknown): unknown =>
  typeof head === "string"
    ? head.length * 65536 + head.charCodeAt(head.length >> 1)
    : head;
