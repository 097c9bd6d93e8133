import type { TypeExpr } from "../ir/declaration-plan.ts";
import {
  atomKey,
  categoryOf,
  type Atom,
  type ListAtom,
  type ObjectAtom,
} from "./atoms.ts";
import { compareLists } from "./compare-lists.ts";
import { compareTypes, type Question } from "./compare-types.ts";
import { compareNothing, compareValues } from "./compare-values.ts";
import { compareVariants } from "./compare-variants.ts";
import type { Comparison } from "./comparison.ts";
import { wordsOf } from "./type-words.ts";

/** Two unions by their members, kind of value by kind of value. */
export function compareAtoms(
  left: readonly Atom[],
  right: readonly Atom[],
  question: Question,
  comparison: Comparison,
): void {
  const { at } = question;
  const words = wordsOf(question);
  const isAnything = (atoms: readonly Atom[]) =>
    atoms.some((atom) => categoryOf(atom) === "unknown");
  if (isAnything(left) || isAnything(right)) {
    if (!isAnything(left)) comparison.report("type-opened", at, words);
    if (!isAnything(right)) comparison.report("type-closed", at, words);
    return;
  }
  const undecided = (atoms: readonly Atom[]) =>
    atoms
      .filter(({ kind }) => kind === "undecided")
      .map(atomKey)
      .sort()
      .join();
  if (undecided(left) !== undecided(right))
    return comparison.report("undecided", at, words);
  compareNothing(left, right, question, comparison);
  compareKinds(kindsOf(left), kindsOf(right), question, comparison);
}

type Kinds = ReadonlyMap<string, readonly Atom[]>;

function kindsOf(atoms: readonly Atom[]): Kinds {
  const kinds = Map.groupBy(atoms.flatMap(booleans), categoryOf);
  for (const nothing of ["null", "undefined", "undecided"])
    kinds.delete(nothing);
  return kinds;
}

/** `boolean` is `true | false`. */
const booleans = (atom: Atom): readonly Atom[] =>
  atom.kind === "keyword" && atom.keyword === "boolean"
    ? [true, false].map((value) => ({ kind: "literal", value }))
    : [atom];

function compareKinds(
  left: Kinds,
  right: Kinds,
  question: Question,
  comparison: Comparison,
): void {
  const { at } = question;
  const { report } = comparison;
  const words = wordsOf(question);
  const kept = [...left.keys()].filter((kind) => right.has(kind));
  const isLess = kept.length < left.size;
  const isMore = kept.length < right.size;
  if (kept.length === 0) {
    // A value that is never there (null alone) fits whatever it becomes part of.
    if (isLess && (isMore || right.size === 0)) report("retyped", at, words);
    else if (isMore) report("type-joined", at, words);
    return;
  }
  if (isLess) report("type-removed", at, words);
  if (isMore)
    report(isToldApart(left) ? "type-added" : "type-joined", at, words);
  for (const kind of kept) {
    const a = left.get(kind) ?? [];
    const b = right.get(kind) ?? [];
    const [first] = a;
    switch (first?.kind) {
      case "keyword":
      case "literal":
      case "open":
      case "pattern":
        compareValues(a, b, question, comparison);
        break;
      case "list":
        compareLists(a.filter(isList), b.filter(isList), question, comparison);
        break;
      case "object":
        compareVariants(
          a.filter(isObject),
          b.filter(isObject),
          question,
          comparison,
        );
        break;
      case "opaque":
        compareArguments(a, b, question, comparison);
        break;
      case "undecided":
      case undefined:
        break;
      default:
        first satisfies never;
    }
  }
}

const isList = (atom: Atom): atom is ListAtom => atom.kind === "list";
const isObject = (atom: Atom): atom is ObjectAtom => atom.kind === "object";

/** Whether code has to tell the kinds apart before it can do anything: texts and lists have methods in common. */
const isToldApart = (kinds: Kinds): boolean =>
  kinds.size > 1 &&
  !(kinds.size === 2 && kinds.has("string") && kinds.has("list"));

/** `ServerSentEvent<Order>`: the same name, and what it is of. */
function compareArguments(
  left: readonly Atom[],
  right: readonly Atom[],
  question: Question,
  comparison: Comparison,
): void {
  const { at } = question;
  const argumentsOf = (atoms: readonly Atom[]): TypeExpr => ({
    kind: "union",
    members: atoms.flatMap((atom) => (atom.kind === "opaque" ? atom.args : [])),
  });
  compareTypes(
    {
      ...question,
      old: argumentsOf(left),
      new: argumentsOf(right),
      at: { ...at, subject: `${at.subject}[]` },
    },
    comparison,
  );
}
