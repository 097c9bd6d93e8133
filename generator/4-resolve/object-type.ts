import { child } from "../diagnostics/origin.ts";
import type { Annotations, SchemaId, SchemaNode } from "../ir/schema-graph.ts";
import type { Meta, Property, TypeId, TypeNode } from "../ir/type-graph.ts";
import { additionalOf, plainPrefix } from "./pattern-properties.ts";
import { onlyAnnotates } from "./says-type.ts";
import { anyValues, bare, madeOf, type Types, unknownType } from "./types.ts";

export function objectType(
  schema: SchemaNode,
  meta: Meta,
  types: Types,
): TypeNode {
  const { additional, patterns } = additionalOf(schema, meta, types);
  const isClosed = schema.additionalProperties === false;
  const matched = schema.patternProperties.map(({ pattern }) => pattern);
  const closed = isClosed && matched.length === 0;
  const properties = [
    ...declaredProperties(schema, types),
    ...undeclared(schema, types),
  ];
  if (properties.length === 0 && !closed && patterns === undefined) {
    return {
      ...meta,
      kind: "record",
      values: additional ?? unknownType(meta, anyValues, types),
    };
  }
  return {
    ...meta,
    kind: "object",
    properties,
    extends: [],
    additional,
    ...(patterns && { patterns }),
    closed,
    ...(isClosed && !closed && { closedBut: matched }),
  };
}

const declaredProperties = (
  schema: SchemaNode,
  types: Types,
): readonly Property[] =>
  schema.properties.map(({ wireName, schema: id }) => {
    const written = types.schemas.get(id);
    const annotations = annotationsOf(written, types);
    const { dependent = {} } = schema;
    const onlyWith = Object.hasOwn(dependent, wireName)
      ? dependent[wireName]
      : undefined;
    return {
      wireName,
      type: types.typeOf(id),
      required: schema.required.includes(wireName),
      access: accessOf(id, types),
      annotations: onlyWith ? { ...annotations, onlyWith } : annotations,
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
  const matched = patterns.filter(({ pattern }) => {
    const prefix = plainPrefix(pattern);
    return prefix !== undefined && wireName.startsWith(prefix);
  });
  const [only] = matched;
  if (only !== undefined && matched.length === 1)
    return types.typeOf(only.schema);
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
