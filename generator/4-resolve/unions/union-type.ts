import { childrenOf } from "../../ir/children.ts";
import { equalTypes } from "../../ir/equal-types.ts";
import type {
  Discriminator,
  SchemaId,
  SchemaNode,
} from "../../ir/schema-graph.ts";
import type { Scalar, TypeId, TypeNode } from "../../ir/type-graph.ts";
import { bare, madeOf, type Types } from "../types.ts";
import { flatten, type Flat } from "./flatten.ts";
import { unequal } from "./merge-variants.ts";
import { ofOneBase } from "./of-one-base.ts";

/**
 * `anyOf` or `oneOf` as a union: null lifted out, nested unions flattened, equal variants once,
 * inline literals as one enum (DESIGN §5.1). How it is told apart is worked out later, when the
 * whole graph stands.
 */
export function unionType(
  schema: SchemaNode,
  members: readonly SchemaId[],
  id: TypeId,
  types: Types,
): TypeNode {
  const meta = { ...bare(id, schema.origin), annotations: schema.annotations };
  const found = flatten(
    members.map((member) => types.typeOf(member)),
    types,
    schema,
  );
  // A value that two members of `oneOf` allow is none of its values; of what is emitted it is one.
  const isChoice = members === schema.oneOf && members.length > 1;
  const wider = isChoice ? { wider: true } : {};
  if (found.any !== undefined) {
    types.report("union/any-variant", schema.origin, {});
    const isAll = found.any === "every value" && !isChoice;
    return { ...meta, ...(!isAll && { wider: true }), kind: "unknown" };
  }
  // A discriminator tells even equal variants apart.
  const listed =
    schema.discriminator === undefined
      ? distinct(found.variants, types)
      : found.variants;
  const variants = mergeLiterals(listed, id, types);
  const discriminator =
    schema.discriminator ??
    inherited(found, types) ??
    ofOneBase(found.variants, types);
  const build = (at: TypeId): TypeNode => {
    const [only, second] = variants;
    if (only === undefined)
      return { ...meta, id: at, kind: found.nulls > 0 ? "null" : "never" };
    if (second === undefined) {
      const node = types.node(only);
      return {
        ...node,
        ...(!areApart(found.variants, types) && wider),
        id: at,
        annotations: { ...node.annotations, ...schema.annotations },
      };
    }
    if (discriminator !== undefined) types.declared.set(at, discriminator);
    return {
      ...meta,
      ...wider,
      id: at,
      kind: "union",
      variants,
      telltale: { by: "nothing", overlaps: [] },
    };
  };
  if (found.nulls === 0 || variants.length === 0) return build(id);
  const inner = madeOf(id, "/nonNull");
  const [only, second] = variants;
  const whole = schema.discriminator === undefined ? found.whole : undefined;
  const sole = second === undefined ? only : whole;
  // One type and null: the type keeps its own identity, and so its name.
  const of = sole ?? types.define(inner, () => build(inner));
  return {
    ...meta,
    ...(found.nulls > 1 && wider),
    kind: "nullable",
    of,
  };
}

/** The discriminator of the one union inside that has one, where all objects are its variants. */
function inherited(
  { variants, declared }: Flat,
  types: Types,
): Discriminator | undefined {
  const [union, second] = declared;
  const node = union && types.node(union);
  if (node?.kind !== "union" || second !== undefined) return undefined;
  const isAll = variants.every(
    (id) => node.variants.includes(id) || !canBeObject.has(types.node(id).kind),
  );
  return isAll ? types.declared.get(node.id) : undefined;
}

const canBeObject: ReadonlySet<TypeNode["kind"]> = new Set([
  "object",
  "record",
  "intersection",
]);

/** Whether types that became one were literals of which no two had any in common. */
function areApart(variants: readonly TypeId[], types: Types): boolean {
  const values = variants.flatMap((variant) => valuesOf(variant, types));
  return (
    variants.length < 2 ||
    (variants.every((variant) => types.node(variant).kind === "enum") &&
      new Set(values).size === values.length)
  );
}

/**
 * Without those that are equal to an earlier one, as far as that can be said now: what holds other types is compared
 * once all of them are built (`mergeVariants`), as one of them may be this union.
 */
function distinct(
  variants: readonly TypeId[],
  types: Types,
): readonly TypeId[] {
  const holdsNone = (id: TypeId) => childrenOf(types.node(id)).length === 0;
  return unequal(
    variants,
    types,
    (a, b) => holdsNone(a) && holdsNone(b) && equalTypes(a, b, types),
  );
}

/** Inline enums become one; beside a plain string they are what it is known to be. */
function mergeLiterals(
  variants: readonly TypeId[],
  id: TypeId,
  types: Types,
): readonly TypeId[] {
  const inline = (variant: TypeId) => !isComponent(variant);
  const enums = variants.filter(
    (variant) => inline(variant) && types.node(variant).kind === "enum",
  );
  const strings = variants.filter(
    (variant) => inline(variant) && types.node(variant).kind === "string",
  );
  const open =
    strings.length > 0 &&
    enums.every((variant) =>
      valuesOf(variant, types).every((v) => typeof v === "string"),
    );
  const merged = open ? [...enums, ...strings] : enums;
  const [first, second] = merged;
  if (first === undefined || second === undefined || enums.length === 0)
    return variants;
  const made = madeOf(id, "/literals");
  const values = [
    ...new Set(enums.flatMap((variant) => valuesOf(variant, types))),
  ];
  const isBoolean =
    values.length === 2 && values.includes(true) && values.includes(false);
  types.define(made, () => ({
    ...bare(made, types.node(first).origin),
    annotations: types.node(first).annotations,
    ...(isBoolean ? { kind: "boolean" } : { kind: "enum", values, open }),
  }));
  return variants.flatMap((variant) =>
    variant === first ? [made] : merged.includes(variant) ? [] : [variant],
  );
}

function valuesOf(variant: TypeId, types: Types): readonly Scalar[] {
  const node = types.node(variant);
  return node.kind === "enum" ? node.values : [];
}

/** Whether a type is a component's own: its name was given by the author. */
const isComponent = (id: TypeId): boolean =>
  /#\/components\/schemas\/[^/]+$/.test(id);
