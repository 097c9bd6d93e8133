import { restrictTag } from "../4-resolve/unions/restrict-tag.ts";
import { madeOf, type Types } from "../4-resolve/types.ts";
import type { TypeId, UnionNode } from "../ir/type-graph.ts";

/**
 * The variants as the union's discriminator names them. A component that stands under several discriminators has the
 * tags of all of them in its own type, and in each union those of that one alone.
 */
export function namedVariants(
  { id, variants, telltale }: UnionNode,
  types: Types,
): readonly TypeId[] {
  if (telltale.by !== "declared") return variants;
  const { property: wireName, cases, otherwise } = telltale;
  return variants.map((variant) => {
    const node = types.node(variant);
    const named = cases.find((each) => each.variant === variant);
    if (node.kind !== "object" || named === undefined) return variant;
    const tags = { wireName, values: named.values };
    const found = restrictTag(node, tags, types, {
      // What stands for every other tag stands for none as well (OAS 3.2 §4.25).
      required: variant !== otherwise,
      at: madeOf(variant, "/in/", id),
    });
    if (found === undefined) return variant;
    types.define(found.tag.id, () => found.tag);
    return types.define(found.variant.id, () => found.variant);
  });
}
