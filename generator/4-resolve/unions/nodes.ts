import type {
  ObjectNode,
  Property,
  TypeId,
  TypeNode,
} from "../../ir/type-graph.ts";
import { memoise } from "../../util/memoise.ts";

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

/** What is only ever sent tells nothing about what is received, at any depth. The same graph for the same graph. */
export function asReceived(types: Nodes): Nodes {
  const found = received.get(types);
  if (found !== undefined) return found;
  const nodes = { node: memoise((id: TypeId) => receivedNode(types.node(id))) };
  received.set(types, nodes);
  return nodes;
}

const received = new WeakMap<Nodes, Nodes>();

function receivedNode(node: TypeNode): TypeNode {
  if (node.kind !== "object" || !node.properties.some(isOnlySent)) return node;
  const { closedBut: _, ...open } = node;
  const properties = node.properties.filter((each) => !isOnlySent(each));
  // Should it come all the same, that is no proof: the object is not closed to it, and what it says of
  // it is not checked.
  return { ...open, properties, closed: false, incomplete: true };
}

const isOnlySent = ({ access }: Property): boolean => access === "writeOnly";
