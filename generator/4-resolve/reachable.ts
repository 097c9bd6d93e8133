import { childrenOf } from "../ir/children.ts";
import type { TypeGraph, TypeId, TypeNode } from "../ir/type-graph.ts";

/** Every node that the roots lead to, in the order in which they are met. A work list, not recursion. */
export function reachableFrom(
  roots: readonly TypeId[],
  types: { node(id: TypeId): TypeNode },
): TypeGraph {
  const graph = new Map<TypeId, TypeNode>();
  const queue = [...roots].reverse();
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (graph.has(id)) continue;
    const node = types.node(id);
    graph.set(id, node);
    queue.push(...[...childrenOf(node)].reverse());
  }
  return graph;
}
