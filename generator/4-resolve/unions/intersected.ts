import { childrenOf } from "../../ir/children.ts";
import type {
  Telltale,
  TypeGraph,
  TypeId,
  TypeNode,
} from "../../ir/type-graph.ts";
import { madeOf } from "../types.ts";

/**
 * Unions that are members of an intersection, as which an `allOf` is kept that is too large to be written out. They get
 * no tag: the literals of several would contradict each other, and the last decoder's would win. Tags of the wire stay.
 */
export function standing(
  graph: TypeGraph,
  roots: readonly TypeId[],
): Pick<ReadonlySet<TypeId>, "has"> {
  const nodes = [...graph.values()];
  const others = nodes.filter(({ kind }) => kind !== "intersection");
  if (others.length === nodes.length) return graph;
  return new Set([...roots, ...others.flatMap(childrenOf)]);
}

/** A telltale that adds nothing to values. */
export const untagged = (telltale: Telltale): Telltale =>
  telltale.by === "elimination"
    ? { by: "nothing", overlaps: [], indistinct: true, intersected: true }
    : telltale;

/** Puts a union without a tag in the place of one that has a tag where it stands by itself. */
export function untagMembers(tagged: Map<TypeId, TypeNode>): void {
  const member = (id: TypeId): TypeId => {
    const union = tagged.get(id);
    if (union?.kind !== "union" || union.telltale.by !== "elimination")
      return id;
    const made = madeOf(id, "/member");
    const telltale = untagged(union.telltale);
    tagged.set(made, { ...union, id: made, telltale });
    return made;
  };
  for (const node of [...tagged.values()])
    if (node.kind === "intersection")
      tagged.set(node.id, { ...node, members: node.members.map(member) });
}
