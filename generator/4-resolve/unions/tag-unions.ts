import type { Report } from "../../diagnostics/diagnostic.ts";
import type {
  LiteralCase,
  ObjectNode,
  Property,
  Scalar,
  Telltale,
  TypeGraph,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../ir/type-graph.ts";
import { agrees } from "../schema-type.ts";
import { standing, untagged, untagMembers } from "./intersected.ts";
import { bare, madeOf, type Types } from "../types.ts";
import { wireTypes } from "./conditions.ts";
import { byDiscriminator } from "./declared-tag.ts";
import { byElimination, mostVariants } from "./eliminate.ts";
import { byLiteral } from "./literal-tag.ts";
import type { ComponentNames } from "./component-names.ts";
import { asReceived, propertyOf, type Nodes } from "./nodes.ts";

export interface TagContext {
  readonly types: Types;
  /** Whether a response leads there: what is only ever sent needs no telling apart. */
  readonly received: (id: TypeId) => boolean;
  readonly names: ComponentNames;
  /** The types that stand by themselves: what nothing else refers to among them. */
  readonly roots: readonly TypeId[];
  readonly report: Report;
}

/**
 * Gives each union its telltale, and each variant of a declared discriminator the literal that
 * the mapping says it has. Also settles `extends`, which depends on those literals.
 */
export function tagUnions(graph: TypeGraph, context: TagContext): TypeGraph {
  const tagged = new Map<TypeId, TypeNode>(graph);
  const tags: Tags = new Map();
  const alone = standing(graph, context.roots);
  const isTold = (id: TypeId) => context.received(id) && alone.has(id);
  const told: Telling = { ...context, isTold };
  for (const node of graph.values()) {
    if (node.kind !== "union") continue;
    const telltale = alone.has(node.id)
      ? tellApart(node, told)
      : untagged(tellApart(node, told));
    tagged.set(node.id, { ...node, telltale });
    if (telltale.by === "declared") noteTags(telltale, tags);
  }
  for (const [variant, properties] of tags)
    restrictTags(variant, properties, tagged);
  untagMembers(tagged);
  const nodes = {
    node: (id: TypeId) => tagged.get(id) ?? context.types.node(id),
  };
  for (const node of tagged.values()) {
    if (node.kind !== "object" || node.extends.length === 0) continue;
    const bases = node.extends.filter((base) =>
      agrees(node, nodes.node(base), nodes),
    );
    tagged.set(node.id, { ...node, extends: bases });
  }
  return tagged;
}

interface Telling extends TagContext {
  /** Whether a value of the union arrives that a tag would be added to. */
  readonly isTold: (id: TypeId) => boolean;
}

function tellApart(union: UnionNode, context: Telling): Telltale {
  const { types } = context;
  const nothing: Telltale = { by: "nothing", overlaps: [] };
  const nodes = context.received(union.id) ? asReceived(types) : types;
  const objects = objectsOf(union, nodes);
  const others = union.variants.filter(
    (id) => types.node(id).kind !== "object",
  );
  // Beside objects, only what `typeof` and Array.isArray tell from an object leaves a tag its meaning.
  const like = others.find(
    (id) => wireTypes(id, types)?.includes("object") ?? true,
  );
  if (objects.length > 0 && like !== undefined) {
    reportPair(union, objects[0]?.id ?? like, like, context);
    return nothing;
  }
  if (objects.length < 2)
    return distinctTypes(union.variants, types) ? { by: "jsonType" } : nothing;
  const discriminator = types.declared.get(union.id);
  const telltale =
    (discriminator && declared(union, objects, context)) ??
    byLiteral(objects, nodes, { optional: false }) ??
    byElimination(objects, nodes, { optionalTags: false }) ??
    byLiteral(objects, nodes, { optional: true }) ??
    byElimination(objects, nodes, { optionalTags: true });
  if (telltale !== undefined) {
    if (telltale.by === "elimination") reportOverlaps(union, telltale, context);
    return telltale;
  }
  reportIndistinct(union, objects, context);
  return nothing;
}

const objectsOf = (union: UnionNode, types: Nodes): readonly ObjectNode[] =>
  union.variants
    .map((id) => types.node(id))
    .filter((node) => node.kind === "object");

function declared(
  union: UnionNode,
  objects: readonly ObjectNode[],
  { types, names, report }: TagContext,
): Telltale | undefined {
  const discriminator = types.declared.get(union.id);
  return (
    discriminator &&
    byDiscriminator(discriminator, objects, {
      types,
      typeOf: types.typeOf,
      original: (variant) => types.derived.get(variant) ?? variant,
      names,
      report,
    })
  );
}

function distinctTypes(variants: readonly TypeId[], types: Types): boolean {
  const seen = new Set<string>();
  return variants.every((variant) => {
    const wire = wireTypes(variant, types);
    if (wire === undefined || wire.some((type) => seen.has(type))) return false;
    wire.forEach((type) => seen.add(type));
    return true;
  });
}

function reportOverlaps(
  union: UnionNode,
  telltale: Telltale & { by: "elimination" },
  context: Telling,
): void {
  if (!context.isTold(union.id)) return;
  for (const { left, right, witness } of telltale.overlaps) {
    context.report("union/ambiguous", union.origin, {
      left: inWords(left, union, context),
      right: inWords(right, union, context),
      witness,
    });
  }
}

function reportIndistinct(
  union: UnionNode,
  objects: readonly ObjectNode[],
  context: Telling,
): void {
  if (!context.isTold(union.id)) return;
  if (objects.length > mostVariants) {
    context.report("union/too-many-variants", union.origin, {
      variants: objects.length,
      limit: mostVariants,
    });
    return;
  }
  for (const [index, left] of objects.entries()) {
    for (const right of objects.slice(index + 1)) {
      const pair = [left, right];
      if (
        byLiteral(pair, context.types, { optional: true }) ??
        byElimination(pair, context.types, { optionalTags: true })
      )
        continue;
      reportPair(union, left.id, right.id, context);
      return;
    }
  }
}

function reportPair(
  union: UnionNode,
  left: TypeId,
  right: TypeId,
  context: Telling,
): void {
  if (!context.isTold(union.id)) return;
  context.report("union/indistinct-variants", union.origin, {
    left: inWords(left, union, context),
    right: inWords(right, union, context),
  });
}

/** What to call a variant in a message: its component, its title, or its place in the list. */
function inWords(
  variant: TypeId,
  union: UnionNode,
  { types, names }: TagContext,
): string {
  const original = types.derived.get(variant) ?? variant;
  const title = types.node(original).annotations.title;
  return (
    names.of(original) ??
    title ??
    `variant ${union.variants.indexOf(variant) + 1}`
  );
}

/** The tags that declared discriminators give each variant, by property. */
type Tags = Map<TypeId, Map<string, Set<Scalar>>>;

function noteTags(
  telltale: Extract<Telltale, { cases: readonly LiteralCase[] }>,
  tags: Tags,
): void {
  for (const { variant, values } of telltale.cases) {
    if (variant === telltale.otherwise) continue;
    const properties = tags.get(variant) ?? new Map<string, Set<Scalar>>();
    const known = properties.get(telltale.property) ?? new Set<Scalar>();
    values.forEach((value) => known.add(value));
    properties.set(telltale.property, known);
    tags.set(variant, properties);
  }
}

/** A variant that a discriminator names has those names as its tag, whatever wider type it declares. */
function restrictTags(
  variant: TypeId,
  properties: ReadonlyMap<string, ReadonlySet<Scalar>>,
  tagged: Map<TypeId, TypeNode>,
): void {
  for (const [wireName, values] of properties) {
    const node = tagged.get(variant);
    if (node?.kind !== "object") return;
    const property = propertyOf(node, wireName);
    const type = property && tagged.get(property.type);
    if (type?.kind === "enum" && type.values.length === values.size) continue;
    const id = madeOf(variant, "/tag/", wireName);
    const origin = property?.origin ?? node.origin;
    tagged.set(id, {
      ...bare(id, origin),
      kind: "enum",
      values: [...values],
      open: false,
    });
    const restricted: Property = {
      access: "both",
      annotations: {},
      constraints: {},
      ...property,
      wireName,
      origin,
      required: property?.required ?? true,
      type: id,
    };
    tagged.set(variant, {
      ...node,
      properties:
        property === undefined
          ? [restricted, ...node.properties]
          : node.properties.map((other) =>
              other === property ? restricted : other,
            ),
    });
  }
}
