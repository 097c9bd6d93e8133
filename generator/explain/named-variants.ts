import { restrictTag } from "../4-resolve/unions/restrict-tag.ts";
import { madeOf, type Types } from "../4-resolve/types.ts";
import type { ObjectNode, TypeId, UnionNode } from "../ir/type-graph.ts";

/**
 * The variants as the union's own tag names them. A component that stands under several discriminators has the tags of
 * all of them in its own type, one that others inherit from, or that declares no tag, has none; in a union each has
 * those of that one alone.
 */
export function namedVariants(
  { id, variants, telltale }: UnionNode,
  types: Types,
): readonly TypeId[] {
  if (telltale.by !== "declared" && telltale.by !== "literal") return variants;
  const { property: wireName, cases, otherwise } = telltale;
  return variants.map((variant) => {
    const node = types.node(variant);
    const named = cases.find((each) => each.variant === variant);
    if (node.kind !== "object" || named === undefined) return variant;
    const tags = { wireName, values: named.values };
    const at = madeOf(variant, "/in/", id);
    // What stands for every other tag stands for none as well (OAS 3.2 §4.25), and then the others have theirs.
    const isDefault = variant === otherwise;
    const isTagged = otherwise !== undefined && !isDefault;
    const found = restrictTag(node, tags, types, { required: !isDefault, at });
    if (found === undefined && !isTagged) return variant;
    found?.tag.forEach((tag) => types.define(tag.id, () => tag));
    const told = found?.variant ?? { ...node, id: at };
    return types.define(at, () =>
      isTagged ? requiring(wireName, told) : told,
    );
  });
}

const requiring = (name: string, object: ObjectNode): ObjectNode => ({
  ...object,
  properties: object.properties.map((property) =>
    property.wireName === name ? { ...property, required: true } : property,
  ),
});
