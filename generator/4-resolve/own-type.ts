import { child } from "../diagnostics/origin.ts";
import type {
  Annotations,
  JsonType,
  SchemaId,
  SchemaNode,
} from "../ir/schema-graph.ts";
import type {
  Meta,
  Property,
  Scalar,
  TypeId,
  TypeNode,
} from "../ir/type-graph.ts";
import type { Json } from "../ir/source.ts";
import { bare, madeOf, type Types } from "./types.ts";

/** Whether a schema says anything about types by keywords of its own, `allOf` and its like apart. */
export const saysType = (schema: SchemaNode): boolean =>
  schema.impossible ||
  schema.types !== undefined ||
  schema.enum !== undefined ||
  saysObject(schema) ||
  saysArray(schema);

/** `type: object`, and nothing of what is in it. */
export const saysOnlyObject = (schema: SchemaNode): boolean =>
  schema.types?.join() === "object" &&
  !saysType({ ...schema, types: undefined });

/** Whether nothing but objects can be of a schema, as far as it is written; of a circle the rest decides. */
export function isObject(
  id: SchemaId,
  schemas: Types["schemas"],
  seen: ReadonlySet<SchemaId> = new Set(),
): boolean {
  const schema = schemas.get(id);
  if (schema === undefined || schema.nullable || seen.has(id)) return false;
  if (schema.types !== undefined) return schema.types.join() === "object";
  const within = new Set([...seen, id]);
  const isOne = (part: SchemaId) => isObject(part, schemas, within);
  const { allOf, anyOf, oneOf, ref } = schema;
  return (
    saysObject(schema) ||
    [...allOf, ...(ref === undefined ? [] : [ref])].some(isOne) ||
    [anyOf, oneOf].some((parts) => parts.length > 0 && parts.every(isOne))
  );
}

/** A member of `allOf` that is there for its words alone. */
export const onlyAnnotates = (schema: SchemaNode | undefined): boolean =>
  schema !== undefined &&
  !saysType(schema) &&
  schema.ref === undefined &&
  !schema.nullable &&
  !schema.incomplete &&
  schema.allOf.length + schema.anyOf.length + schema.oneOf.length === 0 &&
  Object.keys(schema.constraints).length === 0;

/** What is said of a schema, by itself and by members of its `allOf` that say nothing else. */
function annotationsOf(
  schema: SchemaNode | undefined,
  types: Types,
): Annotations {
  if (schema === undefined || schema.allOf.length === 0)
    return schema?.annotations ?? {};
  const members = schema.allOf
    .map((member) => types.schemas.get(member))
    .filter(onlyAnnotates);
  return [...members, schema].reduce<Annotations>(
    (said, one) => ({ ...said, ...one?.annotations }),
    {},
  );
}

const saysObject = (schema: SchemaNode): boolean =>
  schema.properties.length > 0 ||
  schema.required.length > 0 ||
  schema.additionalProperties !== undefined ||
  schema.patternProperties.length > 0;

const saysArray = (schema: SchemaNode): boolean =>
  schema.items !== undefined || schema.prefixItems.length > 0;

/** The type that a schema's own keywords describe: `type`, `enum`, `properties`, `items` and so on. */
export function ownType(
  schema: SchemaNode,
  id: TypeId,
  types: Types,
): TypeNode {
  const meta: Meta = {
    id,
    origin: schema.origin,
    constraints: schema.constraints,
    annotations: schema.annotations,
    ...(schema.types === undefined &&
      schema.enum === undefined && { assumed: true }),
    ...(schema.incomplete && { incomplete: true }),
  };
  if (schema.impossible) return { ...meta, kind: "never" };
  const named = schema.types ?? inferTypes(schema);
  if (named?.includes("null")) {
    const rest = named.filter((type) => type !== "null");
    if (rest.length === 0 || isNullAlone(schema.enum))
      return { ...meta, kind: "null" };
    const enumeration = schema.enum?.filter((value) => value !== null);
    const inner = {
      ...schema,
      types: schema.types && rest,
      ...(enumeration && { enum: enumeration }),
    };
    const of = madeOf(id, "/nonNull");
    types.node(types.define(of, () => ownType(inner, of, types)));
    // Authors who write null among the types mean it, whatever the list leaves out.
    const isListed = schema.enum?.includes(null) ?? true;
    return {
      ...meta,
      ...(!isListed && { wider: true }),
      kind: "nullable",
      of,
    };
  }
  if (schema.enum !== undefined)
    return enumType(schema, schema.enum, meta, types);
  const kinds = named?.includes("number")
    ? named.filter((type) => type !== "integer")
    : named;
  if (kinds === undefined) return { ...meta, kind: "unknown" };
  const [first, ...others] = kinds;
  if (first === undefined) return { ...meta, kind: "unknown" };
  if (others.length === 0) return singleType(schema, first, meta, types);
  const variants = kinds.map((type) =>
    types.define(madeOf(id, "/type/", type), () =>
      singleType(
        schema,
        type,
        { ...meta, id: madeOf(id, "/type/", type) },
        types,
      ),
    ),
  );
  variants.forEach(types.node);
  return { ...meta, kind: "union", variants, telltale: { by: "jsonType" } };
}

function inferTypes(schema: SchemaNode): readonly JsonType[] | undefined {
  if (schema.enum !== undefined) {
    const isNullable = schema.enum.includes(null) && schema.enum.length > 1;
    return isNullable && !schema.enum.some(isNested)
      ? [...enumTypes(schema), "null"]
      : undefined;
  }
  if (saysObject(schema)) return ["object"];
  if (saysArray(schema)) return ["array"];
  return undefined;
}

/** What 3.0, which has no type for it, says of null: some type, `nullable`, and an enum of nothing else. */
const isNullAlone = (values: readonly Json[] | undefined): boolean =>
  values !== undefined &&
  values.length > 0 &&
  values.every((value) => value === null);

const isNested = (value: Json): boolean =>
  value !== null && typeof value === "object";

const enumTypes = (schema: SchemaNode): readonly JsonType[] =>
  [...new Set((schema.enum ?? []).map((value) => typeof value))].filter(
    (type): type is "string" | "number" | "boolean" => type !== "object",
  );

function singleType(
  schema: SchemaNode,
  type: JsonType,
  meta: Meta,
  types: Types,
): TypeNode {
  switch (type) {
    case "object":
      return objectType(schema, meta, types);
    case "array":
      return arrayType(schema, meta, types);
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "integer":
      return { ...meta, kind: type };
    default:
      return type satisfies never;
  }
}

function arrayType(schema: SchemaNode, meta: Meta, types: Types): TypeNode {
  const items =
    schema.items === undefined ? undefined : types.typeOf(schema.items);
  if (schema.prefixItems.length === 0) {
    return {
      ...meta,
      kind: "array",
      items: items ?? unknown(meta, "/items", types),
    };
  }
  const closed =
    schema.items !== undefined && types.schemas.get(schema.items)?.impossible;
  const bounded =
    (schema.constraints.maxItems ?? Infinity) <= schema.prefixItems.length;
  return {
    ...meta,
    kind: "tuple",
    items: schema.prefixItems.map((item) => types.typeOf(item)),
    required: Math.min(
      schema.constraints.minItems ?? 0,
      schema.prefixItems.length,
    ),
    rest:
      closed || bounded ? undefined : (items ?? unknown(meta, "/items", types)),
  };
}

function objectType(schema: SchemaNode, meta: Meta, types: Types): TypeNode {
  const additional = additionalType(schema, meta, types);
  const closed =
    schema.additionalProperties === false &&
    schema.patternProperties.length === 0;
  const properties = [
    ...declaredProperties(schema, types),
    ...undeclared(schema, types),
  ];
  if (properties.length === 0 && !closed) {
    return {
      ...meta,
      kind: "record",
      values: additional ?? unknown(meta, "/values", types),
    };
  }
  return {
    ...meta,
    kind: "object",
    properties,
    extends: [],
    additional,
    closed,
  };
}

const declaredProperties = (
  schema: SchemaNode,
  types: Types,
): readonly Property[] =>
  schema.properties.map(({ wireName, schema: id }) => {
    const written = types.schemas.get(id);
    return {
      wireName,
      type: types.typeOf(id),
      required: schema.required.includes(wireName),
      access: accessOf(id, types),
      annotations: annotationsOf(written, types),
      constraints: written?.constraints ?? {},
      origin: written?.origin ?? schema.origin,
    };
  });

/** Names under `required` that no property declares: `additionalProperties` or an `allOf` around may do so. */
const undeclared = (schema: SchemaNode, types: Types): readonly Property[] =>
  [...new Set(schema.required)]
    .filter(
      (name) =>
        !schema.properties.some((property) => property.wireName === name),
    )
    .map((wireName) => ({
      wireName,
      type: undeclaredType(schema, wireName, types),
      required: true,
      access: "both",
      annotations: {},
      constraints: {},
      origin: schema.origin,
    }));

const undeclaredMark = "/required/";

function undeclaredType(
  schema: SchemaNode,
  wireName: string,
  types: Types,
): TypeId {
  const { additionalProperties: values, patternProperties: patterns } = schema;
  if (typeof values === "string" && patterns.length === 0)
    return types.typeOf(values);
  const id = madeOf(schema.id, undeclaredMark, wireName);
  return types.define(id, () => ({
    ...bare(id, child(schema.origin, "required")),
    kind: "unknown",
  }));
}

/** Whether a property's type says only that something is required: nothing ever declared it. */
export const isUndeclared = ({ type, wireName }: Property): boolean =>
  type.endsWith(undeclaredMark, type.length - wireName.length) &&
  type.endsWith(wireName);

function additionalType(
  schema: SchemaNode,
  meta: Meta,
  types: Types,
): TypeId | undefined {
  const { additionalProperties: written, patternProperties: patterns } = schema;
  const [pattern, ...others] = patterns;
  if (pattern !== undefined) {
    const alone =
      others.length === 0 && (written === undefined || written === false);
    return alone ? types.typeOf(pattern) : unknown(meta, "/values", types);
  }
  if (written === true) return unknown(meta, "/values", types);
  return written === false || written === undefined
    ? undefined
    : types.typeOf(written);
}

function enumType(
  schema: SchemaNode,
  values: NonNullable<SchemaNode["enum"]>,
  meta: Meta,
  types: Types,
): TypeNode {
  if (values.length === 1 && values[0] === null && schema.types === undefined) {
    return { ...meta, kind: "null" };
  }
  const scalars = values.filter(
    (value): value is Scalar => value !== null && typeof value !== "object",
  );
  if (values.some(isNested)) {
    types.report("schema/enum-not-scalar", meta.origin, {});
    return { ...meta, kind: "unknown", incomplete: true };
  }
  const allowed = scalars.filter(
    (value) => schema.types === undefined || fits(value, schema.types),
  );
  const dropped = values.filter(
    (value) => !allowed.some((kept) => kept === value),
  );
  if (dropped.length > 0) {
    types.report("schema/enum-type", meta.origin, {
      values: dropped.map((value) => JSON.stringify(value)),
      type: schema.types?.join(" or ") ?? "the schema",
    });
  }
  const distinct = [...new Set(allowed)];
  if (distinct.length === 0) {
    if (dropped.length === 0)
      types.report("schema/nothing-satisfies", meta.origin, {
        why: "enum allows no value",
      });
    return { ...meta, kind: "never" };
  }
  if (
    distinct.includes(true) &&
    distinct.includes(false) &&
    distinct.length === 2
  ) {
    return { ...meta, kind: "boolean" };
  }
  return { ...meta, kind: "enum", values: distinct, open: false };
}

function fits(value: Scalar, allowed: readonly JsonType[]): boolean {
  if (typeof value !== "number")
    return allowed.includes(typeof value as JsonType);
  return (
    allowed.includes("number") ||
    (allowed.includes("integer") && Number.isInteger(value))
  );
}

/** `readOnly` and `writeOnly` count where the property stands and, through references, at its schema. */
function accessOf(id: SchemaId, types: Types): Property["access"] {
  const seen = new Set<SchemaId>();
  let next: SchemaId | undefined = id;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const schema: SchemaNode | undefined = types.schemas.get(next);
    const said: Annotations = schema?.annotations ?? {};
    if (said.readOnly) return "readOnly";
    if (said.writeOnly) return "writeOnly";
    next =
      schema?.ref ?? (schema?.allOf.length === 1 ? schema.allOf[0] : undefined);
  }
  return "both";
}

function unknown(meta: Meta, suffix: string, types: Types): TypeId {
  const id = madeOf(meta.id, suffix);
  return types.define(id, () => ({
    ...bare(id, meta.origin),
    kind: "unknown",
  }));
}
