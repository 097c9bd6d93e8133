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

/** What is only ever sent tells nothing about what is received, at any depth. */
export const asReceived = (types: Nodes): Nodes => ({
  node(id) {
    const node = types.node(id);
    if (node.kind !== "object" || !node.properties.some(isOnlySent))
      return node;
    const properties = node.properties.filter((each) => !isOnlySent(each));
    // Should it come all the same, that is no proof: the object is not closed to it, and what it says of
    // it is not checked.
    return { ...node, properties, closed: false, incomplete: true };
  },
});

const isOnlySent = ({ access }: Property): boolean => access === "writeOnly";
