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

/** The tags of variants, in the graph in which they have them, of which `isMeant` says that it is about them. */
export function restrictTags(
  tags: TagsOf,
  isMeant: (variant: ObjectNode, wireName: string) => boolean,
  nodes: Nodes,
): ReadonlyMap<TypeId, TypeNode> {
  const restricted = new Map<TypeId, TypeNode>();
  const told: Nodes = { node: (id) => restricted.get(id) ?? nodes.node(id) };
  for (const [id, properties] of tags) {
    for (const [wireName, values] of properties) {
      const node = told.node(id);
      if (node.kind !== "object" || !isMeant(node, wireName)) continue;
      const found = restrictTag(node, { wireName, values: [...values] }, told);
      if (found === undefined) continue;
      found.tag.forEach((tag) => restricted.set(tag.id, tag));
      restricted.set(id, found.variant);
    }
  }
  return restricted;
}

/** A graph in which other nodes stand in the place of some. */
export const over = (
  others: ReadonlyMap<TypeId, TypeNode>,
  nodes: Nodes,
): Nodes => ({ node: (id) => others.get(id) ?? nodes.node(id) });

/** Variants that have these tags in one union, and the graph in which they have them. */
export function withTags(
  objects: readonly ObjectNode[],
  tags: ReadonlyMap<TypeId, readonly Tags[]> | undefined,
  nodes: Nodes,
): { readonly objects: readonly ObjectNode[]; readonly nodes: Nodes } {
  if (tags === undefined) return { objects, nodes };
  const added = new Map<TypeId, TypeNode>();
  const told: Nodes = { node: (id) => added.get(id) ?? nodes.node(id) };
  const restricted = objects.map((object) =>
    (tags.get(object.id) ?? []).reduce((variant, each) => {
      const found = restrictTag(variant, each, told);
      if (found === undefined) return variant;
      found.tag.forEach((tag) => added.set(tag.id, tag));
      return found.variant;
    }, object),
  );
  return { objects: restricted, nodes: told };
}
