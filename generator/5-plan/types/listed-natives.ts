import type { TypeGraph, TypeId, UnionNode } from "../../ir/type-graph.ts";
import { nativeArm } from "./native-arm.ts";

interface Listing {
  readonly received: ReadonlySet<TypeId>;
  readonly sent: ReadonlySet<TypeId>;
  readonly same: (type: TypeId) => TypeId;
  readonly openUnions: boolean;
  /** Whether an arm without a tag takes whatever is of none of the variants. */
  readonly isGuarded: (union: UnionNode) => boolean;
}

/**
 * By a sent union, those it lists that are received and that a property of the wire tells: what is of no known variant of theirs
 * goes back as well. An arm of its own for the same property takes it already.
 */
export function listedNatives(
  types: TypeGraph,
  { received, sent, same, openUnions, isGuarded }: Listing,
): ReadonlyMap<TypeId, readonly TypeId[]> {
  const listed = new Map<TypeId, readonly TypeId[]>();
  if (!openUnions) return listed;
  const unionsOf = new Map<TypeId, UnionNode[]>();
  for (const node of types.values()) {
    if (node.kind !== "union" || same(node.id) !== node.id) continue;
    if (!received.has(node.id) || nativeArm(node) === undefined) continue;
    for (const variant of new Set(node.variants.map(same)))
      unionsOf.set(variant, [...(unionsOf.get(variant) ?? []), node]);
  }
  for (const id of sent) {
    const union = types.get(id);
    if (union?.kind !== "union" || isGuarded(union)) continue;
    const variants = new Set(union.variants.map(same));
    const others = new Set(
      [...variants].flatMap((variant) => unionsOf.get(variant) ?? []),
    );
    const own = nativeArm(union)?.property;
    const whole = [...others].filter(
      (other) =>
        other.id !== same(id) &&
        nativeArm(other)?.property !== own &&
        other.variants.every((variant) => variants.has(same(variant))),
    );
    if (whole.length > 0)
      listed.set(
        id,
        whole.map((other) => other.id),
      );
  }
  return listed;
}
