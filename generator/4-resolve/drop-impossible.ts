import type {
  Contradiction,
  TypeGraph,
  TypeId,
  TypeNode,
} from "../ir/type-graph.ts";
import { findImpossible } from "./impossible.ts";
import { bare, type Types } from "./types.ts";
import { among } from "./unions/declared-among.ts";
import { standIn } from "./unions/merge-variants.ts";

/**
 * Leaves out what members of an `allOf` leave no value of: combinations of variants while others are left, null's
 * neighbour, lists that would have to have an item. To be asked once all types are built: earlier, what an object has to
 * have inside may be under way. Gives whether it changed something.
 */
export function dropImpossible(graph: TypeGraph, types: Types): boolean {
  const ids = [...graph.keys()];
  if (!ids.some((id) => types.node(id).kind === "never")) return false;
  let isChanged = false;
  for (;;) {
    const impossible = findImpossible(ids, types);
    const only = new Map<TypeId, TypeId>();
    const changed = ids.flatMap(
      (id) => settled(types.node(id), impossible, only, types) ?? [],
    );
    changed.forEach((node) => types.redefine(node));
    if (changed.length === 0) return isChanged;
    isChanged = true;
    for (const id of ids) {
      const node = types.node(id);
      // The one variant beside null keeps its own identity, and so its name.
      const of = node.kind === "nullable" ? only.get(node.of) : undefined;
      if (node.kind === "nullable" && of !== undefined)
        types.redefine({ ...node, of });
    }
  }
}

/** What a type is without what is impossible; `undefined`: what it was. */
function settled(
  node: TypeNode,
  impossible: ReadonlyMap<TypeId, Contradiction>,
  only: Map<TypeId, TypeId>,
  types: Types,
): TypeNode | undefined {
  if (node.kind === "nullable" && isNothing(node.of, impossible, types))
    return { ...node, kind: "null" };
  const because = impossible.get(node.id);
  if (node.kind === "array" && because && isContradiction(node.items, types))
    return { ...bare(node.id, node.origin), kind: "never", because };
  if (node.kind === "record" && because && isContradiction(node.values, types))
    return { ...bare(node.id, node.origin), kind: "never", because };
  if (node.kind !== "union") return undefined;
  // What an author wrote as a variant stays, and is reported: what is sent is some such value.
  const variants = node.variants.filter(
    (variant) => !impossible.has(variant) || !types.derived.has(variant),
  );
  const [first, second] = variants;
  if (variants.length === node.variants.length) return undefined;
  if (first === undefined && because !== undefined)
    return { ...bare(node.id, node.origin), kind: "never", because };
  if (first === undefined) return undefined;
  if (second !== undefined) {
    const declared = types.declared.get(node.id);
    if (declared !== undefined)
      types.declared.set(
        node.id,
        among(variants, node.variants, declared, types),
      );
    return { ...node, variants };
  }
  only.set(node.id, first);
  const one = standIn(node, types.node(first));
  return one.kind === "object"
    ? { ...one, extends: [types.derived.get(first) ?? first] }
    : one;
}

/** Whether null is all there is beside it: nobody wrote what members of an `allOf` have in common. */
const isNothing = (
  id: TypeId,
  impossible: ReadonlyMap<TypeId, Contradiction>,
  types: Types,
): boolean =>
  types.node(id).kind === "never" ||
  (impossible.has(id) && types.partsOf(id).length > 1);

const isContradiction = (id: TypeId, types: Types): boolean => {
  const node = types.node(id);
  return node.kind === "never" && node.because !== undefined;
};
