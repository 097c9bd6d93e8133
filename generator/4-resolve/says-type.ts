import type { SchemaId, SchemaNode } from "../ir/schema-graph.ts";
import type { Types } from "./types.ts";

/** Questions about the keywords of a schema, before anything is made of them. */

/** Whether a schema says anything about types by keywords of its own, `allOf` and its like apart. */
export const saysType = (schema: SchemaNode): boolean =>
  schema.impossible ||
  schema.types !== undefined ||
  schema.enum !== undefined ||
  schema.excluded.length > 0 ||
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

export const saysObject = (schema: SchemaNode): boolean =>
  schema.properties.length > 0 ||
  schema.required.length > 0 ||
  schema.additionalProperties !== undefined ||
  schema.patternProperties.length > 0;

export const saysArray = (schema: SchemaNode): boolean =>
  schema.items !== undefined || schema.prefixItems.length > 0;
