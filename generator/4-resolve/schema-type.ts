import { follow } from "../ir/follow-schema.ts";
import type { SchemaId, SchemaNode } from "../ir/schema-graph.ts";
import type {
  ObjectNode,
  Property,
  TypeId,
  TypeNode,
} from "../ir/type-graph.ts";
import { discriminatorOf, isChoiceOf, lists } from "./inheritance.ts";
import { bounded } from "./intersect-lists.ts";
import { intersectAll } from "./intersect.ts";
import { ownType } from "./own-type.ts";
import {
  isObject,
  onlyAnnotates,
  saysOnlyObject,
  saysType,
} from "./says-type.ts";
import { tighten } from "./tighten.ts";
import { bare, hasParts, madeOf, type Types } from "./types.ts";
import { onlyExcludes, withoutValues } from "./without-values.ts";
import { unionType } from "./unions/union-type.ts";

/**
 * The type of a schema: a schema that only refers is its target, any other has the type of its
 * own place. No node is asked for, so recursive schemas are fine.
 */
export function schemaTypeId(types: Types, schema: SchemaId): TypeId {
  const seen = new Set<SchemaId>();
  let at = schema;
  let isUnderstated = false;
  for (;;) {
    const node = types.schemas.get(at);
    const target = node && onlyRefers(node, types);
    if (node === undefined || target === undefined) break;
    if (seen.has(at)) {
      types.report("schema/reference-cycle", node.origin, {
        reference: `#${node.origin.pointer}`,
      });
      const id = madeOf(at, "/cycle");
      return types.define(id, () => ({
        ...bare(id, node.origin),
        kind: "unknown",
      }));
    }
    seen.add(at);
    isUnderstated ||= saysMore(node);
    at = target;
  }
  const id = at as string as TypeId;
  const node = types.schemas.get(at);
  if (node === undefined) throw new Error(`internal: no schema ${at}`);
  if (isUnderstated) types.understate(id);
  const children = types.children.get(at);
  return types.define(id, () =>
    children === undefined
      ? schemaType(node, id, types)
      : childrenType(node, children, id, types),
  );
}

/** A base with a discriminator, where it is used: one of its children, or itself if the mapping says so. */
function childrenType(
  schema: SchemaNode,
  children: readonly SchemaId[],
  id: TypeId,
  types: Types,
): TypeNode {
  const discriminator = discriminatorOf(schema.id, types.schemas);
  const isMapped = discriminator?.mapping.some(
    (entry) =>
      entry.schema !== undefined &&
      follow(entry.schema, types.schemas) === schema.id,
  );
  const concrete = (child: SchemaId): TypeId =>
    types.children.has(child) ? baseType(child, types) : types.typeOf(child);
  const isChoice = (child: SchemaId): boolean =>
    types.children.has(child) &&
    isChoiceOf(schema.id, child, types.children, types.schemas);
  const variants = [
    ...new Set([
      ...(isMapped ? [baseType(schema.id, types)] : []),
      ...children.filter((child) => !isChoice(child)).map(concrete),
    ]),
  ].filter(
    (variant) =>
      !types.pending(variant) && types.node(variant).kind === "object",
  );
  if (discriminator !== undefined) types.declared.set(id, discriminator);
  return {
    ...bare(id, schema.origin),
    annotations: schema.annotations,
    kind: "union",
    variants,
    telltale: { by: "nothing", overlaps: [] },
  };
}

/** What children inherit: the schema without its own union, and without the union of its children. */
function baseType(schema: SchemaId, types: Types): TypeId {
  const id = madeOf(schema, "/base");
  const node = types.schemas.get(schema);
  if (node === undefined) throw new Error(`internal: no schema ${schema}`);
  types.derived.set(id, schema as string as TypeId);
  const plain = { ...node, discriminator: undefined, oneOf: [], anyOf: [] };
  return types.define(id, () => schemaType(plain, id, types));
}

/** Whether a schema bounds values beyond what it refers to. */
const saysMore = ({ constraints, incomplete }: SchemaNode): boolean =>
  incomplete || Object.keys(constraints).length > 0;

/** The schema that this one is another word for: a reference, or one that wraps a single schema. */
function onlyRefers(schema: SchemaNode, types: Types): SchemaId | undefined {
  const { schemas } = types;
  if (schema.nullable || schema.discriminator !== undefined) return undefined;
  if (!hasParts(schema)) return undefined;
  const parts = partsOf(schema).filter(
    (part) => !schema.allOf.includes(part) || !onlyAnnotates(schemas.get(part)),
  );
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0) return undefined;
  if (inherits(schema, only, types)) return undefined;
  // Generators write `type: object` beside a reference to what is an object anyway.
  const saysNothingNew =
    !saysType(schema) || (saysOnlyObject(schema) && isObject(only, schemas));
  return saysNothingNew ? only : undefined;
}

/**
 * A child with nothing of its own is still one of its base's children, and not all of them. A child's child is one
 * where the base names its children, or leaves that to their own names; else it is another word for the child.
 */
function inherits(
  { allOf, id }: SchemaNode,
  part: SchemaId,
  { children, schemas }: Types,
): boolean {
  if (!allOf.includes(part)) return false;
  if (children.get(follow(part, schemas))?.includes(id)) return true;
  return [...children].some(([base, each]) => {
    const { mapping = [] } = discriminatorOf(base, schemas) ?? {};
    return (
      each.includes(id) &&
      (mapping.length === 0 || mapping.some(({ schema }) => schema === id))
    );
  });
}

const partsOf = (schema: SchemaNode): readonly SchemaId[] => [
  ...(schema.ref === undefined ? [] : [schema.ref]),
  ...schema.allOf,
  ...schema.anyOf,
  ...schema.oneOf,
];

const schemaType = (schema: SchemaNode, id: TypeId, types: Types): TypeNode =>
  withoutValues(writtenType(schema, id, types), schema, types);

function writtenType(schema: SchemaNode, id: TypeId, types: Types): TypeNode {
  if (schema.nullable) {
    const inner = madeOf(id, "/nonNull");
    const rest = { ...schema, nullable: false };
    const target = onlyRefers(rest, types);
    // `nullable` beside a reference: the target keeps its own identity, and so its name.
    const of =
      target === undefined
        ? types.define(inner, () => schemaType(rest, inner, types))
        : types.typeOf(target);
    if (target !== undefined && saysMore(schema)) types.understate(of);
    if (target === undefined && types.node(of).kind === "unknown")
      return types.node(of);
    const meta = {
      ...bare(id, schema.origin),
      annotations: schema.annotations,
    };
    return { ...meta, kind: "nullable", of };
  }
  const parts = hasParts(schema) ? typeParts(schema, id, types) : [];
  const [first, ...others] = parts;
  if (first === undefined) return ownType(schema, id, types);
  const whole = intersectAll(
    parts.map(({ type }) => type),
    schema.origin,
    types,
  );
  const node = types.node(whole);
  const discriminator = types.declared.get(whole);
  if (discriminator !== undefined) types.declared.set(id, discriminator);
  if (others.length === 0) return rename(node, schema, id, []);
  // Of a union of which one variant is left, that one is the base.
  const base = (type: TypeId) =>
    types.node(type).kind === "union"
      ? (types.derived.get(whole) ?? type)
      : type;
  const bases = parts
    .filter((part) => part.referred)
    .map((part) => base(part.type));
  return rename(node, schema, id, bases);
}

interface Part {
  readonly type: TypeId;
  /** Written as a reference: a candidate for `extends`. */
  readonly referred: boolean;
}

/** What a schema is the intersection of, in the order in which properties should stand. */
function typeParts(
  schema: SchemaNode,
  id: TypeId,
  types: Types,
): readonly Part[] {
  const members = schema.allOf.filter(
    (member) =>
      !onlyAnnotates(types.schemas.get(member)) &&
      !onlyExcludes(types.schemas.get(member)),
  );
  const referred = [
    ...(schema.ref === undefined ? [] : [schema.ref]),
    ...members,
  ].flatMap((member): Part[] => {
    const target = follow(member, types.schemas);
    const written = types.schemas.get(target);
    const isBase =
      types.children.has(target) ||
      (written !== undefined && lists(written, schema.id, types.schemas));
    const type = isBase ? baseType(target, types) : types.typeOf(member);
    const referred =
      isBase || type !== (member as string) || schema.ref === member;
    if (!types.pending(type)) return [{ type, referred }];
    types.report("allof/cycle", schema.origin, {});
    return [];
  });
  const unions = (["anyOf", "oneOf"] as const).flatMap((keyword): Part[] => {
    if (schema[keyword].length === 0) return [];
    const union = madeOf(id, "/", keyword);
    const type = types.define(union, () =>
      unionType(schema, schema[keyword], union, types),
    );
    return [{ type, referred: false }];
  });
  if (referred.length + unions.length === 0) return [];
  const plain = { ...schema, ref: undefined, allOf: [], anyOf: [], oneOf: [] };
  const own = madeOf(id, "/own");
  const ownParts: readonly Part[] = saysType(schema)
    ? [
        {
          type: types.define(own, () => ownType(plain, own, types)),
          referred: false,
        },
      ]
    : [];
  return [...referred, ...ownParts, ...unions];
}

/** The node as the schema's own: its id, its words, and the bases whose properties it keeps. */
function rename(
  node: TypeNode,
  schema: SchemaNode,
  id: TypeId,
  bases: readonly TypeId[],
): TypeNode {
  const annotations = { ...node.annotations, ...schema.annotations };
  const named = {
    ...node,
    id,
    origin: schema.origin,
    annotations,
    constraints: tighten(node.constraints, schema.constraints),
    ...(schema.incomplete && { incomplete: true }),
  };
  if (named.kind === "tuple") return bounded(named);
  if (named.kind !== "object") return named;
  return { ...named, extends: bases };
}

/** Whether `derived extends base` says the truth: every property kept, or narrowed as TypeScript allows. */
export function agrees(
  derived: ObjectNode,
  base: TypeNode,
  types: Pick<Types, "node">,
): boolean {
  if (base.kind !== "object" || base.id === derived.id) return false;
  // An index signature binds every property of what extends it.
  const isIndexed =
    base.additional !== undefined &&
    types.node(base.additional).kind !== "unknown";
  if (isIndexed || base.patterns !== undefined) return false;
  return base.properties.every((property) => {
    const own = derived.properties.find(
      (other) => other.wireName === property.wireName,
    );
    return own !== undefined && narrows(own, property, types);
  });
}

function narrows(
  own: Property,
  base: Property,
  types: Pick<Types, "node">,
): boolean {
  if (own.access !== base.access || (base.required && !own.required))
    return false;
  if (own.type === base.type) return true;
  const a = types.node(own.type);
  const b = types.node(base.type);
  if (b.kind === "unknown") return true;
  if (a.kind !== "enum") return false;
  if (b.kind === "enum")
    return a.values.every((value) => b.values.includes(value));
  return a.values.every((value) => typeof value === b.kind);
}
