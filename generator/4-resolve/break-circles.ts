import type { Report } from "../diagnostics/diagnostic.ts";
import { childrenOf } from "../ir/children.ts";
import type { TypeGraph, TypeId, TypeNode } from "../ir/type-graph.ts";
import { bare, type Types } from "./types.ts";

/**
 * A type that is made of nothing but itself (`A` is `A` or null) says nothing, and TypeScript refuses its alias. Each
 * such circle is broken at the first of its types. Gives whether there was one.
 */
export function breakCircles(
  graph: TypeGraph,
  types: Types,
  report: Report,
): boolean {
  let isBroken = false;
  const done = new Set<TypeId>();
  const open = new Set<TypeId>();
  const visit = (id: TypeId): void => {
    if (done.has(id)) return;
    const node = types.node(id);
    const parts = partsOf(node);
    if (parts.length === 0) return;
    if (open.has(id)) {
      isBroken = true;
      const reference = `#${node.origin.pointer}`;
      report("schema/reference-cycle", node.origin, { reference });
      const { origin, annotations } = node;
      types.redefine({
        ...bare(id, origin),
        annotations,
        kind: "unknown",
        incomplete: true,
      });
      return;
    }
    open.add(id);
    parts.forEach(visit);
    open.delete(id);
    done.add(id);
  };
  for (const id of graph.keys()) visit(id);
  return isBroken;
}

/** The types whose values are values of this one as they are. */
const partsOf = (node: TypeNode): readonly TypeId[] =>
  /^(nullable|union|intersection)$/.test(node.kind) ? childrenOf(node) : [];
