import type {
  ObjectNode,
  Property,
  TypeId,
  TypeNode,
} from "../../ir/type-graph.ts";

/** Reads nodes of a graph that stands. */
export interface Nodes {
  node(id: TypeId): TypeNode;
}

export function objectOf(id: TypeId, types: Nodes): ObjectNode | undefined {
  const node = types.node(id);
  return node.kind === "object" ? node : undefined;
}

export const propertyOf = (
  object: ObjectNode,
  wireName: string,
): Property | undefined =>
  object.properties.find((property) => property.wireName === wireName);
