import type { Field } from "./fields.ts";

/**
 * Whether the first page, or the first item, is 0 or 1: by its default, by prose, by its least value.
 * `usual` is what the name means where nothing is said; `undefined` where that differs from API to API.
 */
export function baseOf(
  { annotations, constraints, description }: Field,
  usual: 0 | 1 | undefined,
): 0 | 1 | undefined {
  const given = Number(annotations.default ?? statedDefault(description));
  if (given === 0 || given === 1) return given;
  if (fromZero.test(description)) return 0;
  if (fromOne.test(description)) return 1;
  const { exclusiveMinimum, minimum } = constraints;
  const least =
    minimum ??
    (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  if (least === 1) return 1;
  // A page number that may be 0 may be so because nobody thought of it; an example of it says no more.
  const mayBeZero =
    least === 0 || annotations.examples?.some((each) => Number(each) === 0);
  return mayBeZero && usual === 1 ? undefined : least === 0 ? 0 : usual;
}

/** `Defaults to 0`. */
const statedDefault = (description: string): number =>
  Number(
    /\bdefaults?\b(?: value| page)?\s{0,2}(?:is|to|=|:)?\s{0,2}[`'"]?(\d+)\b(?!\.\d)/i.exec(
      description,
    )?.[1] ?? Number.NaN,
  );

const fromZero =
  /\b(zero|0)[- ]?(based|indexed)\b|\b(start|begin|count)\w*\s+(at|from|with)\s+(page |index |number )*(0|zero)\b|\bfirst (page|item|record|result)\b[^.]{0,20}(\b(is|has)|=)\s*(page |index |number )?(0|zero)\b|\b(0|zero) (is|for) the first\b|\(0\.\.N\)/i;
const fromOne =
  /\b(one|1)[- ]?(based|indexed)\b|\b(start|begin|count)\w*\s+(at|from|with)\s+(page |index |number )*(1|one)\b|\bfirst (page|item|record|result)\b[^.]{0,20}(\b(is|has)|=)\s*(page |index |number )?(1|one)\b|\b(1|one) (is|for) the first\b/i;
