import type { Name, TypeExpr } from "../ir/declaration-plan.ts";
import { atomsOf, interfaceAtom } from "./atoms.ts";
import { compareAtoms } from "./compare-atoms.ts";
import { compareObjects } from "./compare-objects.ts";
import { compareNothing } from "./compare-values.ts";
import { judge, type At, type Comparison } from "./comparison.ts";
import type { Direction } from "./finding.ts";
import type { ChangeId } from "./rules.ts";
import { declaredBy, type Side } from "./side.ts";
import { printed } from "./type-words.ts";

/** Two types of one place. */
export interface Question {
  readonly old: TypeExpr;
  readonly new: TypeExpr;
  readonly direction: Direction;
  readonly at: At;
}

/**
 * Compares two types in one direction: what is received is covariant, what is sent contravariant. Declared
 * types that stand for each other are compared once, and what is found of them stands under the old name.
 */
export function compareTypes(question: Question, comparison: Comparison): void {
  const { direction } = question;
  const left = membersOf(question.old);
  const right = membersOf(question.new);
  const pairs = pairNames(
    left.filter((type) => !isNothing(type)),
    right.filter((type) => !isNothing(type)),
    comparison,
  );
  const atoms = (members: readonly TypeExpr[], side: Side) =>
    members.flatMap((member) => atomsOf(member, side));
  if (pairs === undefined) {
    compareAtoms(
      atoms(left, comparison.old),
      atoms(right, comparison.new),
      question,
      comparison,
    );
    return;
  }
  compareNothing(
    atoms(left.filter(isNothing), comparison.old),
    atoms(right.filter(isNothing), comparison.new),
    question,
    comparison,
  );
  for (const [a, b] of pairs) compareDeclared(a, b, direction, comparison);
}

const membersOf = (type: TypeExpr): readonly TypeExpr[] =>
  type.kind === "union" ? type.members.flatMap(membersOf) : [type];

const isNothing = (type: TypeExpr): boolean =>
  type.kind === "keyword" &&
  (type.keyword === "null" || type.keyword === "undefined");

type NamePair = readonly [old: Name, now: Name];

/** Declared types that stand for each other, where that is all of them: the same names, or one on each side. */
function pairNames(
  left: readonly TypeExpr[],
  right: readonly TypeExpr[],
  { old, new: now }: Comparison,
): readonly NamePair[] | undefined {
  const a = left.filter((type) => isDeclared(type, old));
  const b = right.filter((type) => isDeclared(type, now));
  const isAll =
    a.length === left.length && b.length === right.length && a.length > 0;
  if (!isAll || a.length !== b.length) return undefined;
  const [first, second] = a;
  const [other] = b;
  if (first !== undefined && other !== undefined && second === undefined)
    return [[first.name, other.name]];
  const pairs = a.flatMap((each): NamePair[] => {
    const same = b.find(({ name }) => name.name === each.name.name);
    return same === undefined ? [] : [[each.name, same.name]];
  });
  return pairs.length === a.length ? pairs : undefined;
}

type Declared = TypeExpr & { readonly kind: "name" };

const isDeclared = (type: TypeExpr, side: Side): type is Declared =>
  type.kind === "name" && declaredBy(type.name, side) !== undefined;

/** Two declared types, once in each direction. */
export function compareDeclared(
  old: Name,
  now: Name,
  direction: Direction,
  comparison: Comparison,
): void {
  if (!comparison.meet(old.name, now.name, direction)) return;
  if (!comparison.isTrial) compareMeaning(old, now, direction, comparison);
  const left = declaredBy(old, comparison.old);
  const right = declaredBy(now, comparison.new);
  if (left === undefined || right === undefined)
    throw new Error(`internal: ${old.name} or ${now.name} is not declared`);
  const at: At = {
    subject: old.name,
    old: left.origin,
    new: right.origin,
  };
  if (left.kind === "interface" && right.kind === "interface") {
    const { old: before, new: after } = comparison;
    const objects = [
      interfaceAtom(left, before),
      interfaceAtom(right, after),
    ] as const;
    return compareObjects(...objects, { direction, at }, comparison);
  }
  const question: Question = {
    old: left.kind === "alias" ? left.type : { kind: "name", name: old },
    new: right.kind === "alias" ? right.type : { kind: "name", name: now },
    direction,
    at,
  };
  // A Known… alias is what is left of its union, which is compared itself.
  const isDerived = [question.old, question.new].some(
    ({ kind }) => kind === "global",
  );
  if (isDerived && printed(question.old) === printed(question.new)) return;
  compareTypes(question, comparison);
}

/** What the old name means now has to fit where it stood, for code that says the type by its name. */
function compareMeaning(
  old: Name,
  now: Name,
  direction: Direction,
  comparison: Comparison,
): void {
  const kept = comparison.new.types.get(old.name);
  if (old.name === now.name || kept === undefined) return;
  const [from, to] =
    direction === "received" ? [now, kept.name] : [kept.name, now];
  const { changes } = comparison.trial(
    (within) => compareDeclared(from, to, "sent", within),
    "new",
  );
  const fits = [...changes].every(
    (change) =>
      subtypes.has(change) || judge(change, "sent").level === "compatible",
  );
  if (fits) return;
  comparison.report(
    "name-moved",
    {
      subject: old.name,
      old: declaredBy(old, comparison.old)?.origin,
      new: declaredBy(now, comparison.new)?.origin,
    },
    { before: old.name, after: now.name },
  );
}

/** A value that was not written on the spot may have more than is asked for. */
const subtypes: ReadonlySet<ChangeId> = new Set([
  "field-removed",
  "keys-removed",
]);
