import type { Constraints } from "../../ir/schema-graph.ts";

/** What bounds a number, as words: `at least 10`, `below 0`, `above 1 at most 5`. */
export function boundsWords({
  minimum,
  exclusiveMinimum,
  maximum,
  exclusiveMaximum,
}: Constraints): readonly string[] {
  return [
    ...said(["at", "least"], minimum),
    ...said(["above"], exclusiveMinimum),
    ...said(["at", "most"], maximum),
    ...said(["below"], exclusiveMaximum),
  ];
}

/** How many characters or items there are: `of 2`, `of at least 1`, `of 1 to 3`. */
export function lengthWords(
  min: number | undefined,
  max: number | undefined,
): readonly string[] {
  const least = min === 0 ? undefined : min;
  if (max === undefined)
    return least === undefined ? [] : ["of", ...said(["at", "least"], least)];
  if (least === undefined) return ["of", ...said(["at", "most"], max)];
  return least === max
    ? said(["of"], least)
    : [...said(["of"], least), ...said(["to"], max)];
}

const said = (
  words: readonly string[],
  bound: number | undefined,
): readonly string[] =>
  bound === undefined ? [] : [...words, ...numberWords(bound)];

/** `-1.5` is minus 1 point 5: the words of a name have no signs. */
const numberWords = (value: number): readonly string[] => [
  ...(value < 0 ? ["minus"] : []),
  ...String(Math.abs(value))
    .replace(/\./, " point ")
    .replace(/e\+?/, " e ")
    .replace(/-/, " minus ")
    .trim()
    .split(/\s+/),
];
