import type { ShapeExpr } from "../../ir/shape-expr.ts";
import type { TypeId, UnionNode } from "../../ir/type-graph.ts";
import type { TypeModel } from "./model.ts";
import { insideOf } from "./returned.ts";
import { all, present, type ShapeContext } from "./shape-context.ts";
import { sharedShape } from "./shared-shape.ts";
import { isTaggedHere, objectsOf, tagName } from "./union-tag.ts";

/** A tag that a value may have from where it was received. */
interface ReturnedTag {
  readonly tag: string;
  readonly label: string;
}

/** Takes off an object that is sent by itself the tags that it has from unions which are received. */
export const aloneShape = (
  object: TypeId,
  context: ShapeContext,
): ShapeExpr | undefined =>
  isAlone(object, context) ? without(tagsOf(object, context.model)) : undefined;

/** The same of a value that may be any of several types, for tags that none of them has on the wire. */
export function eitherReturnedShape(
  types: readonly TypeId[],
  context: ShapeContext,
): ShapeExpr | undefined {
  const { model } = context;
  const [only, second] = types;
  if (!context.sends || only === undefined) return undefined;
  const [single] = second === undefined ? [model.node(only)] : [];
  // Its own shape takes them off.
  if (single?.kind === "object" && isAlone(only, context)) return undefined;
  const own =
    single?.kind === "union" && isTaggedHere(single, model)
      ? tagName(single, model)
      : undefined;
  const tags = types
    .flatMap((type) => objectsIn(type, model))
    .flatMap((object) => tagsOf(object, model));
  return without(
    [...tags, ...tags.map(ofArm)].filter(
      ({ tag }) =>
        tag !== own && !types.some((type) => mayBeOnWire(type, tag, model)),
    ),
  );
}

/**
 * The shape of a value that is known to be this variant: what is inside it, and its tags that are a property of the
 * wire in another variant.
 */
export const variantShape = (
  variant: TypeId,
  union: UnionNode,
  context: ShapeContext,
): ShapeExpr | undefined =>
  all(
    present(
      without(tagsBesideWire([variant], union, context)),
      insideOf(context.model.node(variant)).some(context.carries)
        ? context.inner(variant)
        : undefined,
    ),
  );

/** The same of a value that is of no known variant. */
export const otherShape = (
  union: UnionNode,
  context: ShapeContext,
): ShapeExpr | undefined =>
  all(
    present(
      without(tagsBesideWire(union.variants, union, context).map(ofArm)),
      sharedShape(union, context),
    ),
  );

const tagsBesideWire = (
  objects: readonly TypeId[],
  union: UnionNode,
  { model, sends }: ShapeContext,
): readonly ReturnedTag[] =>
  sends
    ? objects
        .flatMap((object) => tagsOf(object, model))
        .filter(({ tag }) => mayBeOnWire(union.id, tag, model))
    : [];

const ofArm = ({ tag }: ReturnedTag): ReturnedTag => ({
  tag,
  label: "unrecognized",
});

const isAlone = (object: TypeId, { model, sends }: ShapeContext): boolean =>
  sends && model.usage.returned.alone.has(model.inventory.same(object));

function without(tags: readonly ReturnedTag[]): ShapeExpr | undefined {
  const names = [...new Set(tags.map(({ tag }) => tag))];
  return all(
    names.map((name) => {
      const labels = tags.flatMap(({ tag, label }) =>
        tag === name ? [label] : [],
      );
      return { kind: "withoutTag", tag: name, labels: [...new Set(labels)] };
    }),
  );
}

/** What values of this object are called by the unions that are received. */
function tagsOf(object: TypeId, model: TypeModel): readonly ReturnedTag[] {
  const { same } = model.inventory;
  const unions = model.usage.returned.unionsOf.get(same(object)) ?? [];
  return unions.map((union) => {
    const at = union.variants.findIndex(
      (variant) => same(variant) === same(object),
    );
    return {
      tag: tagName(union, model),
      label: model.labels(union.id)[at] ?? "",
    };
  });
}

const objectsIn = (type: TypeId, model: TypeModel): readonly TypeId[] => {
  const node = model.node(type);
  if (node.kind === "union") return objectsOf(node, model).map(({ id }) => id);
  return node.kind === "object" ? [type] : [];
};

/** Whether a property of this name may be the API's in some value of the type. */
function mayBeOnWire(type: TypeId, name: string, model: TypeModel): boolean {
  const node = model.node(type);
  switch (node.kind) {
    case "object": {
      const rest = node.additional && model.node(node.additional);
      return (
        node.properties.some(({ wireName }) => wireName === name) ||
        node.patterns?.some(({ prefix }) => name.startsWith(prefix)) === true ||
        (rest !== undefined && rest.kind !== "unknown")
      );
    }
    case "union": {
      const { telltale } = node;
      const isTold = telltale.by === "declared" || telltale.by === "literal";
      return (
        (isTold && telltale.property === name) ||
        node.variants.some((variant) => mayBeOnWire(variant, name, model))
      );
    }
    case "nullable":
      return mayBeOnWire(node.of, name, model);
    case "unknown":
    case "record":
    case "intersection":
      return true;
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "integer":
    case "enum":
    case "array":
    case "tuple":
      return false;
    default:
      return node satisfies never;
  }
}
