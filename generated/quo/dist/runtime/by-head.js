// Generated from the runtime of telltale. Do not edit.

import { isObject, reader } from "./own.js";
/**
 * The variants that a value may be, after one look at the property that parts them best. A variant
 * that is left out would fail there; those that are given have still to be tested. Worth its bytes where there are
 * many variants.
 */
export function byHead(all) {
  const [best] = all
    .flatMap(pathsOf)
    .map((path) => indexBy(path, all))
    .sort((a, b) => a.largest - b.largest);
  if (!best || best.largest >= all.length) return () => all;
  const { path, bySketch, others } = best;
  const [read, readInner] = path.map(reader);
  return (value) => {
    let at = read(value);
    if (readInner) at = isObject(at) ? readInner(at) : undefined;
    return bySketch.get(sketch(Array.isArray(at) ? at[0] : at)) ?? others;
  };
}
const pathsOf = ({ fits }) =>
  Object.entries(fits.inside ?? {}).flatMap(([name, { inside = {} }]) => [
    [name],
    ...Object.keys(inside).map((inner) => [name, inner]),
  ]);
function indexBy(path, all) {
  const heads = all.map(({ fits }) =>
    path.reduce((test, name) => test?.inside?.[name], fits)?.heads?.map(sketch),
  );
  const others = all.filter((_, at) => !heads[at]);
  const bySketch = new Map(
    heads
      .flat()
      .map((head) => [
        head,
        all.filter((_, at) => heads[at]?.includes(head) !== false),
      ]),
  );
  const sizes = [others, ...bySketch.values()].map(({ length }) => length);
  return {
    path,
    bySketch,
    others,
    largest: Math.max(...sizes),
  };
}
/**
 * A head in short: of a string its length and the character in its middle. Engines hash a string that
 * they have just parsed slowly; that alone would take longer than all the tests.
 */
const sketch = (head) =>
  typeof head === "string"
    ? head.length * 65536 + head.charCodeAt(head.length >> 1)
    : head;
