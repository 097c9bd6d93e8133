import type { Parameter } from "../../ir/openapi.ts";
import type { ObjectShape, TypeId } from "../../ir/type-graph.ts";
import type { TypeModel } from "../types/model.ts";

/** Whether each member of an object is a parameter of its own. */
export const isExploded = ({ explode, in: place, style }: Parameter): boolean =>
  place === "query" && style === "form" && explode;

/** Whether lists and objects are in each other in a way that a style of one level has no form for. */
export function isNested(
  type: TypeId,
  isExploded: boolean,
  model: TypeModel,
): boolean {
  const node = model.node(type);
  // A member of an exploded object is a parameter of its own, and may be a list.
  const isTooDeep = (member: TypeId) =>
    isStructure(member, model) &&
    !(isExploded && isList(member, model) && !isNested(member, false, model));
  switch (node.kind) {
    case "nullable":
      return isNested(node.of, isExploded, model);
    case "array":
      return isStructure(node.items, model);
    case "tuple":
      return node.items.some((item) => isStructure(item, model));
    case "record":
      return isTooDeep(node.values);
    case "object":
      return membersOf(node).some(isTooDeep);
    default:
      return false;
  }
}

/** Whether a member of an object may be a list. */
export function hasLists(type: TypeId, model: TypeModel): boolean {
  const node = model.node(type);
  switch (node.kind) {
    case "nullable":
      return hasLists(node.of, model);
    case "record":
      return isList(node.values, model);
    case "object":
      return membersOf(node).some((member) => isList(member, model));
    default:
      return false;
  }
}

/** The types of an object's properties, by name and by how their names begin. */
const membersOf = ({
  patterns = [],
  properties,
}: ObjectShape): readonly TypeId[] => [
  ...properties.map(({ type }) => type),
  ...patterns.map(({ values }) => values),
];

function isList(type: TypeId, model: TypeModel): boolean {
  const node = model.node(type);
  return node.kind === "nullable"
    ? isList(node.of, model)
    : node.kind === "array" || node.kind === "tuple";
}

/** Whether nothing but null and lists or objects are of the type. */
function isStructure(type: TypeId, model: TypeModel): boolean {
  const node = model.node(type);
  switch (node.kind) {
    case "nullable":
      return isStructure(node.of, model);
    case "array":
    case "tuple":
    case "record":
    case "object":
      return true;
    case "union":
      return node.variants.every((variant) => isStructure(variant, model));
    default:
      return false;
  }
}
