import type { TypeGraph, TypeId, TypeNode } from "../../ir/type-graph.ts";

/** By type, what names it. */
export function parentsOf(
  types: TypeGraph,
  childrenOf: (node: TypeNode) => readonly TypeId[],
): ReadonlyMap<TypeId, readonly TypeId[]> {
  const parents = new Map<TypeId, TypeId[]>();
  for (const node of types.values()) {
    for (const child of childrenOf(node)) {
      const known = parents.get(child);
      if (known === undefined) parents.set(child, [node.id]);
      else known.push(node.id);
    }
  }
  return parents;
}

/** The seeds and whatever contains them. */
export function closure(
  seeds: readonly TypeId[],
  parents: ReadonlyMap<TypeId, readonly TypeId[]>,
): ReadonlySet<TypeId> {
  const found = new Set<TypeId>();
  const queue = [...seeds];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(parents.get(id) ?? []));
  }
  return found;
}
