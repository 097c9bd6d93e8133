import { childrenOf } from "./children.ts";
import type { TypeGraph, TypeId, TypeNode } from "./type-graph.ts";

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
    const children = childrenOf(node);
    for (let last = children.length - 1; last >= 0; last--)
      queue.push(children[last] as TypeId);
  }
  return graph;
}
