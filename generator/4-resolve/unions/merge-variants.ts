import { equalTypes, likenessOf } from "../../ir/equal-types.ts";
import type { TypeGraph, TypeId, TypeNode } from "../../ir/type-graph.ts";
import type { Types } from "../types.ts";

/**
 * Leaves one of each variants that are equal, in every union without a discriminator: one tells even those apart,
 * also where its variants stand in a larger union. A union of which one is left is that one. To be asked once all
 * types are built: to compare types any earlier would demand some that are being built. Gives whether there were any.
 */
export function mergeVariants(graph: TypeGraph, types: Types): boolean {
  const only = new Map<TypeId, TypeId>();
  const told = [...types.declared.keys()].flatMap((id) => {
    const node = graph.get(id);
    return node?.kind === "union" ? [new Set(node.variants)] : [];
  });
  const isTold = (a: TypeId, b: TypeId) =>
    told.some((variants) => variants.has(a) && variants.has(b));
  const merge = ({ id }: TypeNode): boolean => {
    const union = types.node(id);
    if (union.kind !== "union" || types.declared.has(id)) return false;
    const variants = unequal(
      union.variants,
      types,
      (a, b) => equalTypes(a, b, types) && !isTold(a, b),
    );
    const [first, second] = variants;
    if (first === undefined || variants.length === union.variants.length)
      return false;
    if (second === undefined) only.set(id, first);
    types.redefine(
      second === undefined
        ? standIn(union, types.node(first))
        : { ...union, variants },
    );
    return true;
  };
  const mergeAll = () => [...graph.values()].filter(merge).length > 0;
  if (!mergeAll()) return false;
  // What is merged may make others equal.
  while (mergeAll());
  // The one variant beside null keeps its own identity, and so its name.
  for (const node of graph.values()) {
    const of = node.kind === "nullable" ? only.get(node.of) : undefined;
    if (node.kind === "nullable" && of !== undefined)
      types.redefine({ ...node, of });
  }
  return true;
}

/** The one variant that is left of a union, in its place. */
export const standIn = (union: TypeNode, node: TypeNode): TypeNode => ({
  ...node,
  ...(union.wider === true && { wider: true }),
  id: union.id,
  annotations: { ...node.annotations, ...union.annotations },
});

/**
 * Without those that are equal to an earlier one. Only those are compared that are alike: a base may have a thousand
 * children.
 */
export function unequal(
  variants: readonly TypeId[],
  types: Pick<Types, "node">,
  isEqual: (a: TypeId, b: TypeId) => boolean,
): readonly TypeId[] {
  const known = new Map<string, TypeId[]>();
  return variants.filter((variant) => {
    const likeness = likenessOf(types.node(variant));
    const alike = known.get(likeness);
    if (alike === undefined) known.set(likeness, [variant]);
    else if (alike.some((earlier) => isEqual(earlier, variant))) return false;
    else alike.push(variant);
    return true;
  });
}
