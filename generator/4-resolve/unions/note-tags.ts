import type {
  LiteralCase,
  ObjectNode,
  Scalar,
  Telltale,
  TypeId,
  TypeNode,
} from "../../ir/type-graph.ts";
import type { Nodes } from "./nodes.ts";
import { restrictTag, type Tags } from "./restrict-tag.ts";

/** The tags that declared discriminators give each variant, by property. */
export type TagsOf = Map<TypeId, Map<string, Set<Scalar>>>;

/** Notes what a discriminator calls the variants that it tells apart. */
export function noteCases(
  telltale: Extract<Telltale, { cases: readonly LiteralCase[] }>,
  tags: TagsOf,
): void {
  for (const { variant, values } of telltale.cases) {
    if (variant === telltale.otherwise) continue;
    noteTag(variant, { wireName: telltale.property, values }, tags);
  }
}

export function noteTag(
  variant: TypeId,
  { wireName, values }: Tags,
  tags: TagsOf,
): void {
  const properties = tags.get(variant) ?? new Map<string, Set<Scalar>>();
  const known = properties.get(wireName) ?? new Set<Scalar>();
  values.forEach((value) => known.add(value));
  properties.set(wireName, known);
  tags.set(variant, properties);
}

/** A variant that a discriminator names has those names as its tag, whatever wider type it declares. */
export function restrictTags(
  variant: TypeId,
  properties: ReadonlyMap<string, ReadonlySet<Scalar>>,
  tagged: Map<TypeId, TypeNode>,
  nodes: Nodes,
): void {
  for (const [wireName, values] of properties) {
    const node = tagged.get(variant);
    if (node?.kind !== "object") return;
    const tags = { wireName, values: [...values] };
    const restricted = restrictTag(node, tags, nodes);
    if (restricted === undefined) continue;
    tagged.set(restricted.tag.id, restricted.tag);
    tagged.set(variant, restricted.variant);
  }
}

/** Variants that have these tags in one union, and the graph in which they have them. */
export function withTags(
  objects: readonly ObjectNode[],
  tags: ReadonlyMap<ObjectNode, readonly Tags[]> | undefined,
  nodes: Nodes,
): { readonly objects: readonly ObjectNode[]; readonly nodes: Nodes } {
  if (tags === undefined) return { objects, nodes };
  const added = new Map<TypeId, TypeNode>();
  const told: Nodes = { node: (id) => added.get(id) ?? nodes.node(id) };
  const restricted = objects.map((object) =>
    (tags.get(object) ?? []).reduce((variant, each) => {
      const found = restrictTag(variant, each, told);
      if (found === undefined) return variant;
      added.set(found.tag.id, found.tag);
      return found.variant;
    }, object),
  );
  return { objects: restricted, nodes: told };
}
