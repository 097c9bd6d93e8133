import type { PropertyPlan, TypeExpr } from "../ir/declaration-plan.ts";
import { atomsOf, type ObjectAtom } from "./atoms.ts";
import { compareObjects } from "./compare-objects.ts";
import {
  compareDeclared,
  compareTypes,
  type Question,
} from "./compare-types.ts";
import type { ChangeId } from "./rules.ts";
import { declaredName, type Side } from "./side.ts";
import { pairByTag } from "./pair-by-tag.ts";
import { judge, type Comparison } from "./comparison.ts";
import { typeWords } from "./type-words.ts";

type Pair = readonly [old: ObjectAtom, now: ObjectAtom];

/** The objects that a value may be: which stand for each other, which are gone, which are new. */
export function compareVariants(
  left: readonly ObjectAtom[],
  right: readonly ObjectAtom[],
  question: Question,
  comparison: Comparison,
): void {
  const { at, direction } = question;
  const { pairs, gone, added } = pairVariants(
    left,
    right,
    question,
    comparison,
  );
  for (const pair of pairs) comparePair(pair, question, comparison);
  for (const variant of gone) {
    const stillFits =
      direction === "sent" &&
      right.some((other) => fits([variant, other], question, comparison));
    if (stillFits) continue;
    comparison.report("variant-removed", at, {
      direction,
      before: variantWords(variant),
    });
  }
  for (const variant of added) {
    if (!variant.isArm)
      comparison.report("variant-added", at, {
        direction,
        after: variantWords(variant),
      });
    if (direction === "received")
      compareShared(left, variant, question, comparison);
  }
}

function comparePair(
  [a, b]: Pair,
  question: Question,
  comparison: Comparison,
): void {
  const old = declaredName(a.name, comparison.old);
  const now = declaredName(b.name, comparison.new);
  if (old !== undefined && now !== undefined && !isExtended(a, b, comparison))
    compareDeclared(old, now, question.direction, comparison);
  else compareObjects(a, b, question, comparison);
}

/** Whether one is more than its interface: `Cat & { kind: "cat" }`. */
function isExtended(
  a: ObjectAtom,
  b: ObjectAtom,
  { old, new: now }: Comparison,
) {
  const alone = (atom: ObjectAtom, side: Side): boolean => {
    const name = declaredName(atom.name, side);
    const [own] = name ? atomsOf({ kind: "name", name }, side) : [];
    return (
      own?.kind === "object" &&
      [...atom.properties].every(
        ([key, value]) => own.properties.get(key) === value,
      )
    );
  };
  return !alone(a, old) || !alone(b, now);
}

const fits = (pair: Pair, question: Question, comparison: Comparison) =>
  comparison.trial((within) => comparePair(pair, question, within)).level ===
  "compatible";

/** By name, by tag, by what fits, and what is left alone on both sides. */
function pairVariants(
  left: readonly ObjectAtom[],
  right: readonly ObjectAtom[],
  question: Question,
  comparison: Comparison,
) {
  const pairs: Pair[] = [];
  const gone = new Set(left);
  const added = new Set(right);
  const pair = (a: ObjectAtom, b: ObjectAtom) => {
    pairs.push([a, b]);
    gone.delete(a);
    added.delete(b);
  };
  const match = (same: (a: ObjectAtom, b: ObjectAtom) => boolean) => {
    for (const a of gone) {
      const b = [...added].find((other) => same(a, other));
      if (b !== undefined) pair(a, b);
    }
  };
  match((a, b) => a.name !== undefined && a.name === b.name);
  match(pairByTag(left, right, comparison));
  if (gone.size * added.size > 1)
    match((a, b) => fits([a, b], question, comparison));
  const [a, ...moreA] = gone;
  const [b, ...moreB] = added;
  if (a && b && moreA.length + moreB.length === 0) pair(a, b);
  return { pairs, gone, added };
}

/** What all variants share is read of any of them: a new one has to have it, of a type that fits. */
function compareShared(
  left: readonly ObjectAtom[],
  variant: ObjectAtom,
  { at, direction }: Question,
  comparison: Comparison,
): void {
  const [first, ...others] = left;
  for (const name of first?.properties.keys() ?? []) {
    const all = left.flatMap(({ properties }) => properties.get(name) ?? []);
    if (all.length < 1 + others.length) continue;
    if (isShared(all, variant.properties.get(name), comparison)) continue;
    comparison.report(
      "variant-differs",
      { ...at, subject: `${at.subject}.${name}` },
      { direction, after: variantWords(variant) },
    );
  }
}

/** Changes between what one variant has and what all of them had that code with a default branch survives. */
const harmless: ReadonlySet<ChangeId> = new Set([
  "field-removed",
  "keys-removed",
  "value-removed",
  "values-closed",
]);

function isShared(
  all: readonly PropertyPlan[],
  now: PropertyPlan | undefined,
  comparison: Comparison,
): boolean {
  if (now === undefined) return false;
  if (now.optional && all.every(({ optional }) => !optional)) return false;
  const old: TypeExpr = {
    kind: "union",
    members: all.map(({ type }) => type),
  };
  const at = { subject: "", old: undefined, new: undefined };
  // The new type has to fit where the old one was read: as if the one were sent to the other.
  const { changes } = comparison.trial(
    (within) =>
      compareTypes({ old: now.type, new: old, direction: "sent", at }, within),
    "swapped",
  );
  return [...changes].every(
    (change) =>
      harmless.has(change) || judge(change, "sent").level === "compatible",
  );
}

/** Its name, or what it looks like. */
const variantWords = ({ name, properties }: ObjectAtom): string =>
  name ?? typeWords({ kind: "object", properties: [...properties.values()] });
