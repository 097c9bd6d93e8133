import type { JsonType, SchemaNode } from "../ir/schema-graph.ts";
import type { Meta, TypeId, TypeNode } from "../ir/type-graph.ts";
import type { Json } from "../ir/source.ts";
import { enumType, isNested } from "./enum-type.ts";
import { bounded } from "./intersect-lists.ts";
import { objectType } from "./object-type.ts";
import { saysArray, saysObject } from "./says-type.ts";
import { madeOf, type Types, unknownType } from "./types.ts";

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
    // What nothing is of is of no other JSON type either.
    ...(schema.types === undefined &&
      schema.enum === undefined &&
      !schema.impossible && { assumed: true }),
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
    return (
      enumType(schema, schema.enum, meta, types) ??
      ownType({ ...schema, enum: undefined, incomplete: true }, id, types)
    );
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
      items: items ?? unknownType(meta, "/items", types),
    };
  }
  const closed =
    schema.items !== undefined && types.schemas.get(schema.items)?.impossible;
  return bounded({
    ...meta,
    kind: "tuple",
    items: schema.prefixItems.map((item) => types.typeOf(item)),
    required: 0,
    rest: closed ? undefined : (items ?? unknownType(meta, "/items", types)),
  });
}
