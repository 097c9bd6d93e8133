import type { EnumReading } from "../diagnostics/catalog/schema.ts";
import { follow } from "../ir/follow-schema.ts";
import type { JsonType, SchemaNode } from "../ir/schema-graph.ts";
import type { Json } from "../ir/source.ts";
import type { Meta, Scalar, TypeNode } from "../ir/type-graph.ts";
import { intersect } from "./intersect.ts";
import { fits, meantValues } from "./meant-values.ts";
import { saysType } from "./says-type.ts";
import { hasParts, madeOf, type Types } from "./types.ts";

/** The type of an enum's values, null apart; `undefined` where they say nothing of what the schema declares. */
export function enumType(
  schema: SchemaNode,
  values: readonly Json[],
  meta: Meta,
  types: Types,
): TypeNode | undefined {
  if (values.length === 1 && values[0] === null && schema.types === undefined) {
    return { ...meta, kind: "null" };
  }
  if (values.some(isNested)) {
    types.report("schema/enum-not-scalar", meta.origin, {});
    return { ...meta, kind: "unknown", incomplete: true };
  }
  if (values.length === 0) {
    types.report("schema/nothing-satisfies", meta.origin, {
      why: "enum allows no value",
    });
    return { ...meta, kind: "never" };
  }
  const scalars = values.filter(isScalar);
  const { types: declared } = schema;
  const allowed = scalars.filter(
    (value) => declared === undefined || fits(value, declared),
  );
  if (declared !== undefined && allowed.length === 0)
    return meantType(schema, declared, values, meta, types);
  const dropped = values.filter(
    (value) => !allowed.some((kept) => kept === value),
  );
  if (dropped.length > 0)
    reportValues(dropped, declared, "left out", [], meta, types);
  return literals(allowed, meta);
}

/** What is meant by an enum none of whose values is of the declared type: its values, or its items, written otherwise. */
function meantType(
  schema: SchemaNode,
  declared: readonly JsonType[],
  values: readonly Json[],
  meta: Meta,
  types: Types,
): TypeNode | undefined {
  const say = (
    reading: Exclude<EnumReading, "left out">,
    as: readonly Scalar[] = [],
  ) => reportValues(values, declared, reading, as, meta, types);
  const scalars = values.filter(isScalar);
  const meant = meantValues(scalars, declared);
  if (meant.length > 0) {
    say("values", meant);
    return literals(meant, meta);
  }
  const items = meantItems(schema, declared, scalars, types);
  if (items.length < values.length) {
    say("type");
    return undefined;
  }
  say("items", items);
  const id = madeOf(meta.id, "/listed");
  const { origin } = meta;
  const blank = { id, origin, constraints: {}, annotations: {} };
  const listed = types.define(id, () => literals(items, blank));
  return {
    ...meta,
    kind: "array",
    items:
      schema.items === undefined
        ? listed
        : intersect(types.typeOf(schema.items), listed, origin, types),
  };
}

/** The values as those of a list's items, where the list is one of scalars. */
function meantItems(
  { items, prefixItems }: SchemaNode,
  declared: readonly JsonType[],
  values: readonly Scalar[],
  types: Types,
): readonly Scalar[] {
  if (declared.join() !== "array" || prefixItems.length > 0) return [];
  const item = items && types.schemas.get(follow(items, types.schemas));
  if (item === undefined || !(saysType(item) || hasParts(item))) return values;
  return meantValues(values, item.types ?? []);
}

function literals(values: readonly Scalar[], meta: Meta): TypeNode {
  const distinct = [...new Set(values)];
  const isBoolean =
    distinct.length === 2 &&
    distinct.includes(true) &&
    distinct.includes(false);
  return isBoolean
    ? { ...meta, kind: "boolean" }
    : { ...meta, kind: "enum", values: distinct, open: false };
}

const reportValues = (
  values: readonly Json[],
  declared: readonly JsonType[] = [],
  reading: EnumReading,
  as: readonly Scalar[],
  { origin }: Meta,
  { report }: Types,
): void =>
  report("schema/enum-type", origin, {
    values: inWords(values),
    type: declared.join(" or "),
    reading,
    as: inWords(as),
  });

const inWords = (values: readonly Json[]): readonly string[] =>
  values.map((value) => JSON.stringify(value));

const isScalar = (value: Json): value is Scalar =>
  value !== null && typeof value !== "object";

export const isNested = (value: Json): boolean =>
  value !== null && typeof value === "object";
