import type { PropertyPlan, TypeExpr } from "../../ir/declaration-plan.ts";
import type { Property, TypeId, TypeNode } from "../../ir/type-graph.ts";
import { propertyDocs } from "../docs.ts";
import type { TypeModel } from "./model.ts";
import type { View } from "./usage.ts";

const keyword = (
  name: (TypeExpr & { kind: "keyword" })["keyword"],
): TypeExpr => ({ kind: "keyword", keyword: name });

/** Up to this many items an array of fixed length is written out. */
const longestTuple = 8;

/** A type where it is used: its name if it has one, else written out. */
export function typeExpr(type: TypeId, view: View, model: TypeModel): TypeExpr {
  const name = model.nameOf(type, view);
  return name === undefined
    ? writtenOut(model.node(type), view, model)
    : { kind: "name", name };
}

/** A type as its own text, whether or not it has a name. */
export function writtenOut(
  node: TypeNode,
  view: View,
  model: TypeModel,
): TypeExpr {
  const inner = (id: TypeId) => typeExpr(id, view, model);
  switch (node.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
      return keyword(node.kind);
    case "integer":
      return keyword("number");
    case "enum":
      return literals(node, model);
    case "array":
      return arrayExpr(node, inner(node.items));
    case "tuple":
      return {
        kind: "tuple",
        items: node.items.map((item, index) => ({
          type: inner(item),
          optional: index >= node.required,
        })),
        rest: node.rest && inner(node.rest),
      };
    case "record":
      return { kind: "record", values: inner(node.values) };
    case "object":
      if (node.properties.length === 0)
        return {
          kind: "record",
          values:
            node.additional === undefined
              ? keyword("never")
              : inner(node.additional),
        };
      return {
        kind: "object",
        properties: visibleProperties(node.properties, view, model).map(
          (property) => propertyPlan(property, view, model),
        ),
      };
    case "nullable":
      return { kind: "union", members: [inner(node.of), keyword("null")] };
    case "union":
      return {
        kind: "union",
        members: besideLiterals(node.variants, node.variants.map(inner), model),
      };
    case "intersection":
      return { kind: "intersection", members: node.members.map(inner) };
    default:
      return node satisfies never;
  }
}

/** The members of a union: beside literals that have a name, any string leaves editors those to complete. */
export function besideLiterals(
  variants: readonly TypeId[],
  members: readonly TypeExpr[],
  model: TypeModel,
): readonly TypeExpr[] {
  const areKnown = variants.some((variant) => {
    const node = model.node(variant);
    return (
      node.kind === "enum" &&
      node.values.every((value) => typeof value === "string")
    );
  });
  return members.map((member) =>
    areKnown && member.kind === "keyword" && member.keyword === "string"
      ? { kind: "openString" }
      : member,
  );
}

function literals(
  node: TypeNode & { kind: "enum" },
  model: TypeModel,
): TypeExpr {
  const members = node.values.map((value): TypeExpr => ({
    kind: "literal",
    value,
  }));
  const opens =
    model.openEnums && node.values.length > 1 && !model.isTag(node.id);
  const isOf = (type: string) =>
    node.values.every((value) => typeof value === type);
  if (node.open || (opens && isOf("string")))
    return { kind: "union", members: [...members, { kind: "openString" }] };
  if (opens && isOf("number"))
    return { kind: "union", members: [...members, { kind: "openNumber" }] };
  return { kind: "union", members };
}

/** `minItems` and `maxItems` say how many there are: none of a peer's types do (DESIGN §5). */
function arrayExpr(
  node: TypeNode & { kind: "array" },
  items: TypeExpr,
): TypeExpr {
  const { minItems = 0, maxItems = Infinity } = node.constraints;
  const fixed = minItems === maxItems && minItems <= longestTuple;
  if (minItems < 1 || !Number.isInteger(minItems))
    return { kind: "array", items };
  const one = { type: items, optional: false };
  if (fixed)
    return {
      kind: "tuple",
      items: Array.from({ length: minItems }, () => one),
      rest: undefined,
    };
  return { kind: "tuple", items: [one], rest: items };
}

export function propertyPlan(
  property: Property,
  view: View,
  model: TypeModel,
): PropertyPlan {
  return {
    name: property.wireName,
    optional: !property.required,
    readonly: property.access === "readOnly",
    type: typeExpr(property.type, view, model),
    docs: propertyDocs(property, model),
  };
}

/** What is only ever received is not sent, and the other way round; but what says which variant is sent goes with it. */
export const visibleProperties = (
  properties: readonly Property[],
  view: View,
  model: TypeModel,
): readonly Property[] =>
  properties.filter(({ access, type }) =>
    view === "input"
      ? access !== "readOnly" || model.isWireTag(type)
      : access !== "writeOnly",
  );

/** A map inside an alias may be a map of the alias itself. */
export const indexed = (type: TypeExpr): TypeExpr =>
  type.kind === "record" ? { ...type, indexed: true } : type;
