import type { SchemaId, SchemaNode } from "../../ir/schema-graph.ts";

/** The same node with other schemas in the places of those that it names. */
export function mapSchemas(
  node: SchemaNode,
  map: (schema: SchemaId) => SchemaId,
): SchemaNode {
  const { additionalProperties, discriminator, items, ref } = node;
  const target = <T extends { readonly schema: SchemaId | undefined }>(
    to: T,
  ) => (to.schema === undefined ? to : { ...to, schema: map(to.schema) });
  return {
    ...node,
    ref: ref && map(ref),
    properties: node.properties.map(target),
    additionalProperties:
      typeof additionalProperties === "string"
        ? map(additionalProperties)
        : additionalProperties,
    patternProperties: node.patternProperties.map(target),
    items: items && map(items),
    prefixItems: node.prefixItems.map(map),
    allOf: node.allOf.map(map),
    anyOf: node.anyOf.map(map),
    oneOf: node.oneOf.map(map),
    discriminator: discriminator && {
      ...discriminator,
      mapping: discriminator.mapping.map(target),
      ...(discriminator.defaultMapping && {
        defaultMapping: target(discriminator.defaultMapping),
      }),
    },
  };
}
