import type { TypeExpr } from "../ir/declaration-plan.ts";
import type { ListAtom } from "./atoms.ts";
import { compareTypes, type Question } from "./compare-types.ts";
import type { Comparison } from "./comparison.ts";
import type { ChangeId } from "./rules.ts";
import { wordsOf } from "./type-words.ts";

/** Arrays and tuples: how long they are, and what is in them. */
export function compareLists(
  left: readonly ListAtom[],
  right: readonly ListAtom[],
  question: Question,
  comparison: Comparison,
): void {
  const { at } = question;
  const words = wordsOf(question);
  const [a, ...moreA] = left;
  const [b, ...moreB] = right;
  if (a === undefined || b === undefined) return;
  if (moreA.length + moreB.length > 0) {
    compareSeveral(left, right, question, comparison);
    return;
  }
  const change = lengthChange(a, b);
  if (change !== undefined) comparison.report(change, at, words);
  const inside = { ...at, subject: `${at.subject}[]` };
  for (const [old, now] of places(a, b))
    compareTypes(
      { old, new: now, direction: question.direction, at: inside },
      comparison,
    );
}

const maxOf = ({ items, rest }: ListAtom): number =>
  rest === undefined ? items.length : Infinity;

function lengthChange(a: ListAtom, b: ListAtom): ChangeId | undefined {
  if (a.min === b.min && maxOf(a) === maxOf(b)) return undefined;
  if (b.min <= a.min && maxOf(b) >= maxOf(a)) return "length-widened";
  if (b.min < a.min || maxOf(b) > maxOf(a)) return "length-changed";
  return maxOf(b) === maxOf(a) ? "length-narrowed" : "length-fixed";
}

/** The types at each place, up to where both are the same to the end. */
function places(
  a: ListAtom,
  b: ListAtom,
): readonly (readonly [TypeExpr, TypeExpr])[] {
  const length = Math.max(a.items.length, b.items.length) + 1;
  return Array.from({ length }).flatMap((_, index) => {
    const old = a.items[index] ?? a.rest;
    const now = b.items[index] ?? b.rest;
    return old === undefined || now === undefined ? [] : [[old, now] as const];
  });
}

/** Lists of several types, which only a look at their items tells apart: each has to fit one. */
function compareSeveral(
  left: readonly ListAtom[],
  right: readonly ListAtom[],
  question: Question,
  comparison: Comparison,
): void {
  const { at } = question;
  const fits = (a: ListAtom, b: ListAtom): boolean =>
    comparison.trial((within) => compareLists([a], [b], question, within))
      .level === "compatible";
  const isLess = left.some((a) => !right.some((b) => fits(a, b)));
  const isMore = right.some((b) => !left.some((a) => fits(a, b)));
  const words = wordsOf(question);
  if (isLess) comparison.report("retyped", at, words);
  else if (isMore) comparison.report("type-joined", at, words);
}
