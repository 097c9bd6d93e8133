import type { Origin } from "../diagnostics/origin.ts";
import type {
  Contradiction,
  Meta,
  ObjectNode,
  Property,
  TypeId,
  TypeNode,
  UnionNode,
} from "../ir/type-graph.ts";
import { isSmall } from "./combinations.ts";
import {
  areOfOtherKinds,
  bothLiterals,
  excludes,
  jsonTypes,
  overlap,
} from "./excludes.ts";
import { implies, isOpenRecord, isPlain, unconstrained } from "./implies.ts";
import { listed } from "./impossible.ts";
import { bothLists, bounded, isList } from "./intersect-lists.ts";
import { bothClosed, forbids } from "./intersect-closed.ts";
import { bothPatterns } from "./intersect-patterns.ts";
import { keepIntersection } from "./keep-intersection.ts";
import { isUndeclared } from "./object-type.ts";
import { tighten } from "./tighten.ts";
import { bare, type Types } from "./types.ts";
import { among } from "./unions/declared-among.ts";

/** The type of values that are of every one of these. Where that would be too many variants, it is kept as an intersection. */
export function intersectAll(
  members: readonly TypeId[],
  at: Origin,
  types: Types,
): TypeId {
  const meet = (left: TypeId, right: TypeId) =>
    intersect(left, right, at, types);
  if (isSmall(members, types)) return members.reduce(meet);
  const isUnion = (id: TypeId) => types.node(id).kind === "union";
  const [first, ...others] = members.filter((member) => !isUnion(member));
  const plain = first === undefined ? [] : [others.reduce(meet, first)];
  const parts = [...plain, ...members.filter(isUnion)];
  const id = parts.reduce((left, right) => types.intersection(left, right).id);
  return types.define(id, () => keepIntersection(parts, id, at, types));
}

/**
 * The type of values that are both: what `allOf` means (JSON Schema 2020-12 §10.2.1.1).
 *
 * Returns `left` or `right` itself where one already implies the other, so that names survive.
 * Structures are intersected only when somebody asks for the node, so recursion ends: what is made of
 * the same types has the same id.
 */
export function intersect(
  left: TypeId,
  right: TypeId,
  at: Origin,
  types: Types,
): TypeId {
  if (left === right) return left;
  const { id, is } = types.intersection(left, right);
  if (is !== undefined) return is;
  if (types.isUnderWay(left) || types.isUnderWay(right)) {
    return types.define(id, () => {
      const [a, b] = [types.node(left), types.node(right)];
      if (implies(a, b, types)) return renamed(a, id, types);
      if (implies(b, a, types)) return renamed(b, id, types);
      return both(a, b, id, at, types);
    });
  }
  const a = types.node(left);
  const b = types.node(right);
  if (implies(a, b, types)) return keepAs(left, b, types);
  if (implies(b, a, types)) return keepAs(right, a, types);
  return types.define(id, () => both(a, b, id, at, types));
}

/** The same type under an id that was given away before anybody could look. */
function renamed(node: TypeNode, id: TypeId, types: Types): TypeNode {
  const declared = types.declared.get(node.id);
  if (declared !== undefined) types.declared.set(id, declared);
  return { ...node, id };
}

/** The type that implies another as far as types go; what the other says beyond them is noted. */
function keepAs(kept: TypeId, other: TypeNode, types: Types): TypeId {
  if (saysMore(other)) types.understate(kept);
  return kept;
}

/** Whether values of the type itself may be refused. */
const saysMore = (node: TypeNode): boolean =>
  node.incomplete === true ||
  (node.wider === true && node.kind !== "union") ||
  !unconstrained(node);

function both(
  a: TypeNode,
  b: TypeNode,
  id: TypeId,
  at: Origin,
  types: Types,
): TypeNode {
  const meta = bothMeta(a, b, id);
  const meet = (left: TypeId, right: TypeId) =>
    intersect(left, right, at, types);
  if (a.kind === "unknown") return withMore(b, a, id);
  if (b.kind === "unknown") return withMore(a, b, id);
  if (a.kind === "nullable" || b.kind === "nullable") {
    const of = meet(
      a.kind === "nullable" ? a.of : a.id,
      b.kind === "nullable" ? b.of : b.id,
    );
    if (a.kind === "nullable" && b.kind === "nullable")
      return { ...meta, kind: "nullable", of };
    if (a.kind === "null" || b.kind === "null")
      return { ...meta, kind: "null" };
    // `additionalProperties` without a type binds objects, and says nothing of null.
    if ([a, b].some((one) => one.kind === "record" && one.assumed))
      return { ...meta, kind: "nullable", of };
    return withMore(types.node(of), a.kind === "nullable" ? a : b, id);
  }
  if (a.kind === "intersection" || b.kind === "intersection")
    return keepIntersection([a.id, b.id], id, at, types);
  if (a.kind === "union") return distribute(a, b.id, meta.id, at, types);
  if (b.kind === "union") return distribute(b, a.id, meta.id, at, types);
  // Keywords of one JSON type say nothing about values of another.
  if (areOfOtherKinds(a, b)) {
    if (a.assumed && b.assumed)
      return { ...bare(id, a.origin), kind: "unknown", incomplete: true };
    if (a.assumed) return { ...b, id };
    return b.assumed ? { ...a, id } : never(a, b, id, at);
  }
  if (a.kind === "enum" || b.kind === "enum") {
    const values =
      a.kind === "enum"
        ? bothLiterals(a, b)
        : bothLiterals(b as TypeNode & { kind: "enum" }, a);
    const open = [a, b].every(isText);
    return values.length > 0
      ? { ...meta, kind: "enum", values, open }
      : never(a, b, id, at);
  }
  if (a.kind === "record" && b.kind === "record") {
    return { ...meta, kind: "record", values: meet(a.values, b.values) };
  }
  if (a.kind === "object" && b.kind === "object")
    return bothObjects(a, b, meta.id, at, types);
  if (a.kind === "object" && b.kind === "record") return withValues(a, b, id);
  if (a.kind === "record" && b.kind === "object") return withValues(b, a, id);
  if (a.kind === "array" && b.kind === "array") {
    return { ...meta, kind: "array", items: meet(a.items, b.items) };
  }
  if (isList(a) && isList(b))
    return bounded({ ...meta, kind: "tuple", ...bothLists(a, b, meet) });
  if (
    (a.kind === "integer" && b.kind === "number") ||
    (a.kind === "number" && b.kind === "integer")
  ) {
    return { ...meta, kind: "integer" };
  }
  if (a.kind === b.kind && isPlain(a)) return { ...a, ...meta };
  return never(a, b, id, at);
}

/** A string, whether or not some of those that may come are known. */
const isText = (node: TypeNode): boolean =>
  node.kind === "string" || (node.kind === "enum" && node.open);

const bothMeta = (a: Meta, b: Meta, id: TypeId): Meta => ({
  id,
  origin: a.origin,
  constraints: tighten(a.constraints, b.constraints),
  annotations: { ...a.annotations, ...b.annotations },
  // One of them saying the type is enough; one of them saying more than the type is too.
  ...(a.assumed && b.assumed && { assumed: true }),
  ...((a.incomplete || b.incomplete) && { incomplete: true }),
  ...((a.wider || b.wider) && { wider: true }),
});

/** Whether that is a contradiction to be reported is seen once all types are there (`report-contradictions.ts`). */
const never = (a: TypeNode, b: TypeNode, id: TypeId, at: Origin): TypeNode => ({
  ...bare(id, a.origin),
  kind: "never",
  because: { why: `${inWords(a)} and ${inWords(b)} exclude each other`, at },
});

/** A type beside words that name none: what they say of its values is noted. */
const withMore = (node: TypeNode, other: TypeNode, id: TypeId): TypeNode => ({
  ...node,
  id,
  ...(saysMore(other) && { incomplete: true }),
});

const inWords = (node: TypeNode): string =>
  node.kind === "enum"
    ? node.values.map((value) => JSON.stringify(value)).join(" | ")
    : node.kind === "integer"
      ? node.kind
      : jsonTypes(node).join(" | ");

/** A map's value type constrains the properties too; authors of both mean the properties as declared. */
const withValues = (
  object: ObjectNode,
  record: TypeNode & { kind: "record" },
  id: TypeId,
): TypeNode => ({
  ...object,
  ...bothMeta(object, record, id),
  additional:
    object.additional ?? (isOpenRecord(record) ? undefined : record.values),
});

/**
 * Properties unite, each property's types intersect. A closed member, read literally, forbids what
 * the others declare; authors mean the union of the declared properties, and that is what this is.
 */
function bothObjects(
  a: ObjectNode,
  b: ObjectNode,
  id: TypeId,
  at: Origin,
  types: Types,
): TypeNode {
  const forbidden = [...forbids(a, b), ...forbids(b, a)];
  if (forbidden.length > 0)
    types.report("allof/closed-member", at, { properties: forbidden });
  const properties = a.properties.map((property) => {
    const other = b.properties.find(
      (candidate) => candidate.wireName === property.wireName,
    );
    return other === undefined
      ? property
      : bothProperties(property, other, at, types);
  });
  const added = b.properties.filter(
    (property) =>
      !a.properties.some((known) => known.wireName === property.wireName),
  );
  const additional =
    a.additional !== undefined && b.additional !== undefined
      ? intersect(a.additional, b.additional, at, types)
      : (a.additional ?? b.additional);
  const patterns = bothPatterns(a, b, (left, right) =>
    intersect(left, right, at, types),
  );
  return {
    ...bothMeta(a, b, id),
    kind: "object",
    properties: [...properties, ...added],
    extends: [],
    additional,
    ...(patterns.length > 0 && { patterns }),
    ...bothClosed(a, b),
  };
}

function bothProperties(
  a: Property,
  b: Property,
  at: Origin,
  types: Types,
): Property {
  const declared = isUndeclared(a) ? b : a;
  const isAlone = isUndeclared(a) || isUndeclared(b);
  return {
    ...declared,
    // What is only required says nothing of its type.
    type: isAlone ? declared.type : intersect(a.type, b.type, at, types),
    required: a.required || b.required,
    access: a.access === "both" ? b.access : a.access,
    annotations: { ...a.annotations, ...b.annotations },
    constraints: tighten(a.constraints, b.constraints),
  };
}

/** (A | B) & C is (A & C) | (B & C), while that stays small. */
function distribute(
  union: UnionNode,
  other: TypeId,
  id: TypeId,
  at: Origin,
  types: Types,
): TypeNode {
  if (!isSmall([other, union.id], types))
    return keepIntersection([other, union.id], id, at, types);
  // That some variants are out of the question is no contradiction; that all are is one.
  const possible = union.variants.filter(
    (variant) => types.pending(variant) || !excludes(variant, other, types),
  );
  const tried = possible.length > 0 ? possible : union.variants;
  // A value that two variants of `oneOf` allow is of neither of the combinations.
  const isWider = union.wider === true && overlap(tried, types);
  const declared = types.declared.get(union.id);
  const contradictions: Contradiction[] = [];
  const made = tried.flatMap((variant) => {
    // The other side first: its properties come first, the variant's own words last.
    const both = intersect(other, variant, at, types);
    if (saysMore(union)) types.understate(both);
    const result = types.node(both);
    if (result.kind === "never") {
      if (result.because) contradictions.push(result.because);
      return [];
    }
    const combined = result.kind === "union" ? result.variants : [both];
    const written = types.derived.get(variant) ?? variant;
    if (both !== variant) types.derived.set(both, written);
    for (const each of combined.filter((id) => types.partsOf(id).length > 1)) {
      if (declared !== undefined) types.derived.set(each, written);
      if (isWider) types.redefine({ ...types.node(each), wider: true });
    }
    return combined;
  });
  const variants = [...new Set(made)];
  const [only, second] = variants;
  if (only === undefined)
    return {
      ...bare(id, union.origin),
      kind: "never",
      because: { why: listed(contradictions), at },
    };
  if (second === undefined) {
    types.derived.set(id, types.derived.get(only) ?? only);
    return { ...types.node(only), id };
  }
  if (declared !== undefined)
    types.declared.set(id, among(variants, union.variants, declared, types));
  return {
    ...bare(id, union.origin),
    annotations: union.annotations,
    kind: "union",
    variants,
    telltale: { by: "nothing", overlaps: [] },
  };
}
