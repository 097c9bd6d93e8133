// Generated from the runtime of telltale. Do not edit.

import { isObject, reader } from "./own.js";
import { within } from "./tests.js";
/**
 * The variants that a value may be, after one look at the property that parts them best. A variant
 * that is left out would fail there; those that are given have still to be tested.
 */
export function candidates(variants) {
  const tests = Object.values(variants);
  const all = Object.keys(variants).map((name, at) => ({
    name,
    fits: within(tests[at] ?? {}),
  }));
  const [best] = tests
    .flatMap(pathsOf)
    .map((path) => indexBy(path, tests, all))
    .sort((a, b) => largest(a) - largest(b));
  if (!best || largest(best) >= all.length) return () => all;
  const { bySketch, others } = best;
  const [read, readInner] = best.path.map((name) => reader(name));
  return (value) => {
    let at = read(value);
    if (readInner) at = isObject(at) ? readInner(at) : undefined;
    return bySketch.get(sketch(Array.isArray(at) ? at[0] : at)) ?? others;
  };
}
const pathsOf = (tests) =>
  Object.entries(tests).flatMap(([name, { inside = {} }]) => [
    [name],
    ...Object.keys(inside).map((inner) => [name, inner]),
  ]);
function indexBy([name, inner], tests, all) {
  const heads = tests.map((of) => {
    const at = of[name];
    const test = inner === undefined ? at : at?.inside?.[inner];
    return test?.heads?.map(sketch);
  });
  const having = (head) =>
    all.filter((_, at) => heads[at]?.includes(head) !== false);
  return {
    path: inner === undefined ? [name] : [name, inner],
    bySketch: new Map(heads.flat().map((head) => [head, having(head)])),
    others: all.filter((_, at) => !heads[at]),
  };
}
/** How many variants are left to test at worst. */
const largest = ({ bySketch, others }) =>
  Math.max(
    others.length,
    ...[...bySketch.values()].map(({ length }) => length),
  );
/**
 * A head in short: of a string its length and the character in its middle. Engines hash a string that
 * they have just parsed slowly; that alone would take longer than all the tests.
 */
const sketch = (head) =>
  typeof head === "string"
    ? head.length * 65536 + head.charCodeAt(head.length >> 1)
    : head;
