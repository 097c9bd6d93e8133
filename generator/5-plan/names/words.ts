import { newerCharacter } from "./newer-characters.ts";

/** Splits and joins the words of names: `listWebhooks_v1` is list, webhooks, v1. */

/**
 * The words of any text: letters and digits of any script, split where the case rises, after a run
 * of capitals (`HTTPServer` is http, server), and at everything else. No character is in them that may not
 * be in an identifier (ECMA-262 §12.7): `½`, `²` and `①` are numbers, and no digits. What only a newer Unicode has
 * separates words, too.
 */
export function words(text: string): readonly string[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  const split = (
    text
      .normalize("NFC")
      .replace(newerCharacters, " ")
      .match(
        /\p{Lu}+(?![\p{Ll}\p{Mn}\p{Mc}])[\p{Nd}\p{Nl}]*|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{Lt}\p{Mn}\p{Mc}]+[\p{Nd}\p{Nl}]*|[\p{Nd}\p{Nl}]+/gu,
      ) ?? []
  ).map((word) => word.toLowerCase());
  if (known.size === most) known.clear();
  known.set(text, split);
  return split;
}

const newerCharacters = new RegExp(newerCharacter, "gu");

/** The same few names stand all over a description. Bounded, as a process may see many of those. */
const known = new Map<string, readonly string[]>();
const most = 10_000;

/** Whether a name made of words may stand alone: an identifier begins with no digit and no mark. */
export const startsAlone = (name: string): boolean =>
  /^[\p{ID_Start}$_]/u.test(name);

export const pascal = (parts: readonly string[]): string =>
  parts.map(capitalise).join("");

export function camel(parts: readonly string[]): string {
  const [first, ...others] = parts;
  return (first ?? "") + pascal(others);
}

export const kebab = (parts: readonly string[]): string => parts.join("-");

const capitalise = (word: string): string => {
  const [first = ""] = word;
  const capital = first.toUpperCase();
  return newerCharacter.test(capital)
    ? word
    : capital + word.slice(first.length);
};

/**
 * An English plural's singular, where the ending leaves no doubt; the word itself otherwise. Names
 * only get better by it, nothing depends on it.
 */
export function singular(word: string): string {
  if (irregular.has(word)) return irregular.get(word) ?? word;
  if (
    /(ss|us|is|news|series|species|[^aeiou]ous)$/.test(word) ||
    !word.endsWith("s")
  )
    return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4)
    return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (
    /(statuses|aliases|addresses|processes|buses|viruses|campuses)$/.test(word)
  )
    return word.slice(0, -2);
  return word.length > 2 ? word.slice(0, -1) : word;
}

const irregular: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["children", "child"],
  ["men", "man"],
  ["women", "woman"],
  ["indices", "index"],
  ["vertices", "vertex"],
  ["matrices", "matrix"],
  ["analyses", "analysis"],
  ["statuses", "status"],
  ["data", "data"],
  ["sms", "sms"],
  ["dns", "dns"],
  ["https", "https"],
]);

/** The last word of a name in the singular: `webhook subscriptions` is webhook, subscription. */
export const singularLast = (parts: readonly string[]): readonly string[] =>
  parts.map((word, index) =>
    index === parts.length - 1 ? singular(word) : word,
  );
