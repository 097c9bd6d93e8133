import type { Atom, Keyword } from "./atoms.ts";
import { atomKey } from "./atoms.ts";
import type { Comparison } from "./comparison.ts";
import type { Question } from "./compare-types.ts";

/** `null` and `undefined`, beside whatever else a value may be. */
export function compareNothing(
  left: readonly Atom[],
  right: readonly Atom[],
  { at, direction }: Question,
  { report }: Comparison,
): void {
  const has = (atoms: readonly Atom[], keyword: Keyword) =>
    atoms.some((atom) => atom.kind === "keyword" && atom.keyword === keyword);
  for (const keyword of ["null", "undefined"] as const) {
    const was = has(left, keyword);
    const is = has(right, keyword);
    if (!was && is) report(`${keyword}-added`, at, { direction });
    if (was && !is) report(`${keyword}-removed`, at, { direction });
  }
}

/** Scalars of one kind, strings for instance: all of them, or a list. */
export function compareValues(
  left: readonly Atom[],
  right: readonly Atom[],
  { at, direction }: Pick<Question, "at" | "direction">,
  { report }: Comparison,
): void {
  const wasOpen = left.some(isOpen);
  const opened = right.some(isOpen);
  if (wasOpen && opened) return;
  const list = (atoms: readonly Atom[]) => atoms.map(atomKey).join(" | ");
  const words = { direction, before: list(left), after: list(right) };
  if (wasOpen) return report("values-closed", at, words);
  if (opened) return report("values-opened", at, words);
  for (const value of left)
    if (!right.some((other) => includes(other, value)))
      report("value-removed", at, { direction, before: atomKey(value) });
  for (const value of right)
    if (!left.some((other) => includes(other, value)))
      report("value-added", at, { direction, after: atomKey(value) });
}

/** Whether any value of the kind fits. */
const isOpen = (atom: Atom): boolean =>
  atom.kind === "open" ||
  (atom.kind === "keyword" && atom.keyword !== "boolean");

/** Whether a value fits a literal, or a pattern. */
function includes(one: Atom, value: Atom): boolean {
  if (one.kind !== "pattern") return atomKey(one) === atomKey(value);
  const { before, after } = one;
  const covers = (head: string, tail: string, length: number) =>
    head.startsWith(before) &&
    tail.endsWith(after) &&
    length >= before.length + after.length;
  if (value.kind === "pattern")
    return covers(value.before, value.after, Infinity);
  return (
    value.kind === "literal" &&
    typeof value.value === "string" &&
    covers(value.value, value.value, value.value.length)
  );
}
