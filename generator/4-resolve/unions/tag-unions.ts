import type { Report } from "../../diagnostics/diagnostic.ts";
import type {
  ObjectNode,
  Telltale,
  TypeGraph,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../ir/type-graph.ts";
import { findImpossible } from "../impossible.ts";
import { agrees } from "../schema-type.ts";
import type { Types } from "../types.ts";
import { wireTypes } from "./conditions.ts";
import { byDiscriminator, tagsInside } from "./declared-tag.ts";
import { byElimination, byNeeds, mostVariants } from "./eliminate.ts";
import { areTold, indistinctPair } from "./indistinct.ts";
import { standing, untagged, untagMembers } from "./intersected.ts";
import { byLiteral } from "./literal-tag.ts";
import type { ComponentNames } from "./component-names.ts";
import { asReceived, propertyOf, type Nodes } from "./nodes.ts";
import {
  noteCases,
  noteTag,
  over,
  restrictTags,
  type TagsOf,
  withTags,
} from "./note-tags.ts";

export interface TagContext {
  readonly types: Types;
  /** Whether a response leads there: what is only ever sent needs no telling apart. */
  readonly received: (id: TypeId) => boolean;
  readonly names: ComponentNames;
  /** Types that others inherit, with the tags of which those have values of their own. */
  readonly inherited: ReadonlyMap<TypeId, ReadonlySet<string>>;
  /** The types that stand by themselves: what nothing else refers to among them. */
  readonly roots: readonly TypeId[];
  readonly report: Report;
}

/**
 * Gives each union that a property narrows its telltale, before types are compared: unions of the same variants are not
 * equal where two discriminators call those by different names. Gives whether there were any.
 */
export function tagNative(graph: TypeGraph, context: TagContext): boolean {
  const { types } = context;
  // What is remembered of a graph has to stand, and this one may still be merged.
  const lasting: Nodes = { node: (id) => types.node(id) };
  let isTold = false;
  for (const { id } of graph.values()) {
    const union = types.node(id);
    if (union.kind !== "union") continue;
    const { objects, like, nodes } = sidesOf(union, lasting, context);
    if (objects.length < 2 || like !== undefined) continue;
    const telltale =
      declared(union, objects, context) ??
      byLiteral(objects, nodes, { optional: false });
    if (telltale === undefined) continue;
    types.redefine({ ...union, telltale });
    isTold = true;
  }
  return isTold;
}

/**
 * Gives each other union its telltale, and each variant of a declared discriminator the literal that
 * the mapping says it has, which may tell it apart in other unions too. Also settles `extends`, which depends on those
 * literals.
 */
export function tagUnions(graph: TypeGraph, context: TagContext): TypeGraph {
  const { types, inherited } = context;
  const [declared, inside] = notedTags(graph, context);
  const isInherited = ({ id }: ObjectNode, wireName: string) =>
    inherited.get(id)?.has(wireName) === true;
  // What a variant does not declare it has in that union only, and what others inherit has their tags elsewhere.
  const own = restrictTags(
    declared,
    (variant, wireName) =>
      propertyOf(variant, wireName) !== undefined &&
      !isInherited(variant, wireName),
    types,
  );
  const restricted = over(own, types);
  const itself = restrictTags(declared, isInherited, restricted);
  const alone = standing(graph, context.roots);
  const told: Telling = {
    ...context,
    isTold: (id) => context.received(id) && alone.has(id),
    impossible: findImpossible([...graph.keys()], types),
    restricted,
    itself: over(itself, restricted),
  };
  const tagged = new Map<TypeId, TypeNode>([...graph, ...own]);
  for (const node of graph.values()) {
    if (node.kind !== "union") continue;
    const telltale = alone.has(node.id)
      ? tellApart(node, told)
      : untagged(tellApart(node, told));
    tagged.set(node.id, { ...node, telltale });
  }
  const nodes = over(tagged, types);
  const isUndeclared = (variant: ObjectNode, wireName: string) =>
    propertyOf(variant, wireName) === undefined;
  for (const [id, node] of restrictTags(inside, isUndeclared, nodes))
    tagged.set(id, node);
  untagMembers(tagged);
  for (const node of tagged.values()) {
    if (node.kind !== "object" || node.extends.length === 0) continue;
    const bases = node.extends.filter((base) =>
      agrees(node, nodes.node(base), nodes),
    );
    tagged.set(node.id, { ...node, extends: bases });
  }
  return tagged;
}

/** The tags that discriminators give their variants, and those that variants have by unions inside. */
function notedTags(
  graph: TypeGraph,
  context: TagContext,
): readonly [declared: TagsOf, inside: TagsOf] {
  const declared: TagsOf = new Map();
  const inside: TagsOf = new Map();
  for (const node of graph.values()) {
    if (node.kind !== "union") continue;
    if (node.telltale.by === "declared") noteCases(node.telltale, declared);
    else noteInside(node, [declared, inside], context);
  }
  return [declared, inside];
}

interface Telling extends TagContext {
  /** Whether a value of the union arrives that a tag would be added to. */
  readonly isTold: (id: TypeId) => boolean;
  /** Types that no value is of. */
  readonly impossible: ReadonlyMap<TypeId, unknown>;
  /** The types with the tags that discriminators give them. */
  readonly restricted: Nodes;
  /** Those in which what others inherit is only itself. */
  readonly itself: Nodes;
}

function tellApart(union: UnionNode, context: Telling): Telltale {
  const { restricted: types } = context;
  const nothing: Telltale = { by: "nothing", overlaps: [], indistinct: true };
  const { objects, like, nodes } = sidesOf(union, types, context);
  const [object] = objects;
  if (object !== undefined && like !== undefined) {
    reportPair(union, object.id, like, context);
    return nothing;
  }
  const others = union.variants.filter(
    (id) => types.node(id).kind !== "object",
  );
  const alike = indistinctPair(others, nodes);
  if (alike !== undefined) reportPair(union, ...alike, context);
  if (objects.length < 2) {
    if (distinctTypes(union.variants, types)) return { by: "jsonType" };
    return { ...nothing, indistinct: alike !== undefined };
  }
  if (isNative(union.telltale)) return union.telltale;
  // What nothing satisfies strikes nothing out, and is never what remains.
  const isPossible = ({ id }: ObjectNode) => !context.impossible.has(id);
  const possible = objects.filter(isPossible);
  const [only, second] = possible;
  if (only === undefined) return nothing;
  const itself = sidesOf(union, context.itself, context);
  const told = withTags(possible, insideOf(union, context), nodes);
  const telltale =
    second === undefined
      ? byNeeds(only, nodes)
      : (byLiteral(told.objects, told.nodes, { optional: false }) ??
        byLiteral(itself.objects.filter(isPossible), itself.nodes, {
          optional: false,
        }) ??
        byElimination(told.objects, told.nodes, { optionalTags: false }) ??
        byLiteral(told.objects, told.nodes, { optional: true }) ??
        byElimination(told.objects, told.nodes, { optionalTags: true }));
  if (telltale !== undefined) {
    if (telltale.by === "elimination") reportOverlaps(union, telltale, context);
    return telltale;
  }
  reportIndistinct(union, possible, context);
  return nothing;
}

const isNative = ({ by }: Telltale): boolean =>
  by === "declared" || by === "literal";

interface Sides {
  readonly objects: readonly ObjectNode[];
  /** What else may be an object, of any kind. */
  readonly like: TypeId | undefined;
  /** The graph as the union's values come. */
  readonly nodes: Nodes;
}

/** Beside objects, only what `typeof` and Array.isArray tell from an object leaves a tag its meaning. */
function sidesOf(
  { id, variants }: UnionNode,
  types: Nodes,
  { received }: TagContext,
): Sides {
  const nodes = received(id) ? asReceived(types) : types;
  return {
    objects: variants
      .map((variant) => nodes.node(variant))
      .filter((node) => node.kind === "object"),
    like: variants.find(
      (variant) =>
        types.node(variant).kind !== "object" &&
        (wireTypes(variant, types)?.includes("object") ?? true),
    ),
    nodes,
  };
}

function declared(
  union: UnionNode,
  objects: readonly ObjectNode[],
  context: TagContext,
): Telltale | undefined {
  const discriminator = context.types.declared.get(union.id);
  return discriminator && byDiscriminator(discriminator, objects, context);
}

function distinctTypes(variants: readonly TypeId[], types: Nodes): boolean {
  const seen = new Set<string>();
  return variants.every((variant) => {
    const wire = wireTypes(variant, types);
    if (wire === undefined || wire.some((type) => seen.has(type))) return false;
    wire.forEach((type) => seen.add(type));
    return true;
  });
}

/** More pairs of a union than this are not said one by one, but once for what is valid for both of each. */
const mostOverlaps = 30;

function reportOverlaps(
  union: UnionNode,
  telltale: Telltale & { by: "elimination" },
  context: Telling,
): void {
  if (!context.isTold(union.id)) return;
  const { overlaps } = telltale;
  const groups =
    overlaps.length > mostOverlaps
      ? [...Map.groupBy(overlaps, ({ witness }) => witness).values()]
      : overlaps.map((overlap) => [overlap]);
  for (const [first, ...others] of groups) {
    if (first === undefined) continue;
    context.report("union/ambiguous", union.origin, {
      left: inWords(first.left, union, context),
      right: inWords(first.right, union, context),
      witness: first.witness,
      others: others.length,
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
      if (areTold([left, right], context.restricted)) continue;
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

/** What to call a variant in a message: its component, its title, what it is a list or map of, or its place. */
function inWords(
  variant: TypeId,
  { variants }: UnionNode,
  context: TagContext,
): string {
  const name = nameOf(variant, context);
  if (name !== undefined) return name;
  const node = context.types.node(variant);
  const items = node.kind === "array" ? nameOf(node.items, context) : undefined;
  if (items !== undefined) return `a list of ${items}`;
  const values =
    node.kind === "record" ? nameOf(node.values, context) : undefined;
  return values === undefined
    ? `variant ${variants.indexOf(variant) + 1}`
    : `a map of ${values}`;
}

function nameOf(
  type: TypeId,
  { types, names }: TagContext,
): string | undefined {
  const original = types.derived.get(type) ?? type;
  return names.of(original) ?? types.node(original).annotations.title;
}

function noteInside(
  union: UnionNode,
  tags: readonly TagsOf[],
  context: TagContext,
): void {
  for (const [id, all] of insideOf(union, context) ?? [])
    for (const each of all) tags.forEach((into) => noteTag(id, each, into));
}

/** The tags of a union's variants where its discriminator leaves it to unions inside to tell some of them apart. */
function insideOf(
  union: UnionNode,
  context: TagContext,
): ReturnType<typeof tagsInside> {
  const discriminator = context.types.declared.get(union.id);
  const { objects } = sidesOf(union, context.types, context);
  return discriminator && tagsInside(discriminator, objects, context);
}
