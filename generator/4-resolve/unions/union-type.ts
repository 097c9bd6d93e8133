import { childrenOf } from "../../ir/children.ts";
import { equalTypes } from "../../ir/equal-types.ts";
import type { SchemaId, SchemaNode } from "../../ir/schema-graph.ts";
import type { Scalar, TypeId, TypeNode } from "../../ir/type-graph.ts";
import { onlyAnnotates } from "../own-type.ts";
import { bare, madeOf, type Types } from "../types.ts";
import { unequal } from "./merge-variants.ts";

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
  const said = members.filter((member) => !isBareNull(member, types));
  const listed =
    said.length === 0 || said.length === members.length ? members : said;
  const found = flatten(
    listed.map((member) => types.typeOf(member)),
    members.length - listed.length,
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
  const unmerged =
    schema.discriminator === undefined
      ? distinct(found.variants, types)
      : found.variants;
  const variants = mergeLiterals(unmerged, id, types);
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
    if (schema.discriminator !== undefined)
      types.declared.set(at, schema.discriminator);
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
  // One variant, or one union, and null: it keeps its own identity, and so its name.
  const of =
    only !== undefined && second === undefined
      ? only
      : (unionAlone(schema, listed, types) ??
        types.define(inner, () => build(inner)));
  return {
    ...meta,
    ...(found.nulls > 1 && wider),
    kind: "nullable",
    of,
  };
}

/** `nullable: true` and nothing else, which allows any value, but stands among others for null. */
function isBareNull(member: SchemaId, types: Types): boolean {
  const schema = types.schemas.get(member);
  return (
    schema?.nullable === true && onlyAnnotates({ ...schema, nullable: false })
  );
}

/** The one member that is a union, where the others are null. */
function unionAlone(
  schema: SchemaNode,
  members: readonly SchemaId[],
  types: Types,
): TypeId | undefined {
  const [only, second] = members
    .map((member) => types.typeOf(member))
    .filter((type) => types.pending(type) || types.node(type).kind !== "null");
  if (only === undefined || second !== undefined) return undefined;
  if (types.pending(only) || schema.discriminator !== undefined)
    return undefined;
  const node = types.node(only);
  const type = node.kind === "nullable" ? node.of : only;
  return types.node(type).kind === "union" ? type : undefined;
}

/** Whether types that became one were literals of which no two had any in common. */
function areApart(variants: readonly TypeId[], types: Types): boolean {
  const values = variants.flatMap((variant) => valuesOf(variant, types));
  return (
    variants.length < 2 ||
    (variants.every((variant) => types.node(variant).kind === "enum") &&
      new Set(values).size === values.length)
  );
}

/** Whether values of the type itself may be refused; what bounds a list of types stands in each. */
const saysMore = (node: TypeNode): boolean =>
  node.incomplete === true ||
  (!isTypeList(node) && Object.keys(node.constraints).length > 0);

const isTypeList = (node: TypeNode): boolean =>
  node.kind === "union" && node.telltale.by === "jsonType";

interface Flat {
  readonly variants: readonly TypeId[];
  /** How many of the members allow null. */
  readonly nulls: number;
  /** Whether a member has no type: it may refuse values all the same. */
  readonly any: "every value" | "some values" | undefined;
}

function flatten(
  members: readonly TypeId[],
  bareNulls: number,
  types: Types,
  schema: SchemaNode,
): Flat {
  const variants: TypeId[] = [];
  let nulls = bareNulls;
  let any: Flat["any"];
  const within = new Set<TypeId>();
  const visit = (id: TypeId): void => {
    if (types.pending(id) || within.has(id)) {
      types.report("schema/reference-cycle", schema.origin, { reference: id });
      return;
    }
    const node = types.node(id);
    within.add(id);
    switch (node.kind) {
      case "nullable":
        nulls += 1;
        visit(node.of);
        break;
      case "null":
        nulls += 1;
        break;
      case "unknown":
        any =
          saysMore(node) || node.wider === true
            ? (any ?? "some values")
            : "every value";
        break;
      case "union":
        node.variants.forEach((variant) => {
          visit(variant);
          if (saysMore(node)) types.understate(variant);
        });
        break;
      case "never":
        break;
      default:
        if (!variants.includes(id)) variants.push(id);
    }
    within.delete(id);
  };
  members.forEach(visit);
  return { variants, nulls, any };
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
