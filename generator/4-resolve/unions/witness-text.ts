import type { Constraints } from "../../ir/schema-graph.ts";

/** Whether a text meets its constraints; `undefined` where its pattern is not tried. `format` only annotates. */
export function textFits(
  text: string,
  { pattern, minLength = 0, maxLength = Infinity }: Constraints,
): boolean | undefined {
  const length = [...text].length;
  if (length < minLength || length > maxLength) return false;
  return pattern === undefined ? true : matches(text, pattern);
}

/**
 * A repeated group with a repetition or a choice inside can take time without end (ReDoS), and so can
 * many repetitions side by side. Such patterns are not tried.
 */
const isSlow = (pattern: string): boolean =>
  pattern.length > 200 ||
  (pattern.match(/[+*]|\{\d*,/g) ?? []).length > 4 ||
  /[+*?}|][^()]*\)+(?:[+*]|\{\d*,)/.test(pattern);

function matches(text: string, pattern: string): boolean | undefined {
  if (isSlow(pattern)) return undefined;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return undefined;
  }
}
