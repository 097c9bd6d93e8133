import type { Scalar } from "../../ir/type-graph.ts";
import { words } from "./words.ts";

/**
 * The words that a set of literals has in common: `call.completed` and `call.ringing` is call. The
 * last part of a dotted name is what happened, not what it happened to, so it never counts alone.
 */
export function literalWords(values: readonly Scalar[]): readonly string[] {
  const texts = values.map(String);
  const [first, ...others] = texts;
  if (first === undefined) return [];
  const namespaced = texts.every((text) => /[^.:/]+[.:/]/.test(text));
  const parts = texts.map((text) =>
    namespaced ? text.split(/[.:/]/).slice(0, -1) : [text],
  );
  const split = parts.map((segments) =>
    segments.flatMap((segment) => words(segment)),
  );
  const common = split.reduce((left, right) => {
    const end = left.findIndex((word, index) => word !== right[index]);
    return end === -1 ? left : left.slice(0, end);
  });
  if (common.length > 0 || others.length === 0) return common;
  return texts.length <= 2
    ? texts.flatMap((text, index) =>
        index === 0 ? words(text) : ["or", ...words(text)],
      )
    : words(first);
}
