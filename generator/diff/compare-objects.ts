import { child, type Origin } from "../diagnostics/origin.ts";
import type { PropertyPlan, TypeExpr } from "../ir/declaration-plan.ts";
import type { ObjectAtom } from "./atoms.ts";
import { compareTypes, type Question } from "./compare-types.ts";
import type { At, Comparison } from "./comparison.ts";
import type { Direction } from "./finding.ts";
import { typeWords } from "./type-words.ts";

type Place = Pick<Question, "at" | "direction">;

/** Two objects, field by field. */
export function compareObjects(
  left: ObjectAtom,
  right: ObjectAtom,
  { at, direction }: Place,
  comparison: Comparison,
): void {
  const { report } = comparison;
  for (const [name, old] of left.properties) {
    const now = right.properties.get(name);
    const here = fieldAt(at, name, old, now);
    if (now !== undefined)
      compareFields(old, now, { at: here, direction }, comparison);
    else if (right.index !== undefined && direction === "sent")
      compareTypes(
        { old: old.type, new: right.index, direction, at: here },
        comparison,
      );
    else
      report("field-removed", here, {
        direction,
        before: typeWords(old.type),
        ...alike(old, left, right),
      });
  }
  for (const [name, now] of right.properties) {
    if (left.properties.has(name) || right.isArm) continue;
    const here = fieldAt(at, name, undefined, now);
    report(now.optional ? "field-added" : "field-added-required", here, {
      direction,
      after: typeWords(now.type),
    });
  }
  compareIndex(left, right, { at, direction }, comparison);
}

/** A field that is new, of the same type, where only one is: it may be the same under another name. */
function alike(
  old: PropertyPlan,
  left: ObjectAtom,
  right: ObjectAtom,
): { after?: string } {
  const isNew = (name: string) => !left.properties.has(name);
  const isGone = (name: string) => !right.properties.has(name);
  const text = typeWords(old.type);
  const same = ({ type }: PropertyPlan) => typeWords(type) === text;
  const added = [...right.properties.values()].filter(
    (field) => isNew(field.name) && same(field),
  );
  const removed = [...left.properties.values()].filter(
    (field) => isGone(field.name) && same(field),
  );
  const [only] = added;
  return only !== undefined && added.length === 1 && removed.length === 1
    ? { after: `perhaps ${only.name}, which is new and of the same type` }
    : {};
}

/** A field of a schema stands below it; one that is inherited is shown where the nearest of its parents is. */
const placeOf = (
  { name, origin }: PropertyPlan,
  around: Origin | undefined,
): Origin | undefined =>
  origin ?? (around && child(around, "properties", name));

/** A field; on the side that has none, what it would be in. */
export const fieldAt = (
  at: At,
  name: string,
  old: PropertyPlan | undefined,
  now: PropertyPlan | undefined,
): At => ({
  subject: `${at.subject}.${name}`,
  old: old === undefined ? at.old : placeOf(old, at.old),
  new: now === undefined ? at.new : placeOf(now, at.new),
});

function compareFields(
  old: PropertyPlan,
  now: PropertyPlan,
  { at, direction }: Place,
  comparison: Comparison,
): void {
  const { report } = comparison;
  if (!old.optional && now.optional)
    report("field-optional", at, { direction });
  if (old.optional && !now.optional)
    report("field-required", at, { direction });
  if (direction === "received" && old.readonly !== now.readonly)
    report(now.readonly ? "field-readonly" : "field-writable", at, {
      direction,
    });
  compareTypes({ old: old.type, new: now.type, direction, at }, comparison);
}

function compareIndex(
  left: ObjectAtom,
  right: ObjectAtom,
  { at, direction }: Place,
  comparison: Comparison,
): void {
  const old = keysOf(left.index);
  const now = keysOf(right.index);
  const subject = `${at.subject}[key]`;
  if (old !== undefined && now !== undefined)
    compareTypes(
      { old, new: now, direction, at: { ...at, subject } },
      comparison,
    );
  else if (old !== undefined)
    comparison.report("keys-removed", at, words(direction, old, undefined));
  else if (now !== undefined)
    comparison.report("keys-added", at, words(direction, undefined, now));
}

const words = (
  direction: Direction,
  old: TypeExpr | undefined,
  now: TypeExpr | undefined,
) => ({
  direction,
  ...(old && { before: typeWords(old) }),
  ...(now && { after: typeWords(now) }),
});

/** A map of nothing has no keys. */
const keysOf = (index: TypeExpr | undefined): TypeExpr | undefined =>
  index?.kind === "keyword" && index.keyword === "never" ? undefined : index;
