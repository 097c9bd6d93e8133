import type { SchemaId } from "../ir/schema-graph.ts";
import type {
  ObjectNode,
  Property,
  TypeGraph,
  TypeId,
} from "../ir/type-graph.ts";
import { isUndeclared } from "./object-type.ts";
import type { Types } from "./types.ts";

/**
 * What is only required has the type that a map says of its name, whichever members of an `allOf` the two are. To be asked
 * once all types are there: another member may declare it. Returns whether there was such a property.
 */
export function coverRequired(graph: TypeGraph, types: Types): boolean {
  let isChanged = false;
  for (const id of graph.keys()) {
    const node = types.node(id);
    if (node.kind !== "object" || !node.properties.some(isUndeclared)) continue;
    const properties = node.properties.map((property) =>
      covered(property, node, types),
    );
    if (properties.every((each, at) => each === node.properties[at])) continue;
    types.redefine({ ...node, properties });
    isChanged = true;
  }
  return isChanged;
}

function covered(
  property: Property,
  { additional, patterns = [] }: ObjectNode,
  types: Types,
): Property {
  if (!isUndeclared(property)) return property;
  const matched = patterns.filter(({ prefix }) =>
    property.wireName.startsWith(prefix),
  );
  const [only, second] = matched;
  if (second !== undefined) return property;
  const type = only?.values ?? additional;
  return type !== undefined && isSaid(type, types)
    ? { ...property, type }
    : property;
}

/** Whether somebody wrote what further properties are, and not only that there may be some. */
const isSaid = (id: TypeId, types: Types): boolean =>
  types.node(id).kind !== "unknown" ||
  types.schemas.has(id as string as SchemaId);
