import { findChildren } from "../4-resolve/inheritance.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { Api } from "../ir/openapi.ts";
import type { SchemaId, SchemaNode } from "../ir/schema-graph.ts";
import { objectsIn } from "./plain-data.ts";

/** The places and schemas that operations and webhooks are made of, references followed. */
export interface Reach {
  readonly places: readonly Origin[];
  readonly schemas: ReadonlySet<SchemaId>;
}

export function reachOf(requests: unknown, api: Api): Reach {
  const places: Origin[] = [];
  const queue: SchemaId[] = [];
  for (const part of objectsIn(requests)) {
    if (typeof part["pointer"] === "string") places.push(part as never);
    for (const key of ["schema", "itemSchema"])
      if (typeof part[key] === "string") queue.push(part[key] as SchemaId);
  }
  const children = findChildren(api);
  const schemas = new Set<SchemaId>();
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = api.schemas.get(id);
    if (node === undefined || schemas.has(id)) continue;
    schemas.add(id);
    queue.push(...partsOf(node), ...(children.get(id) ?? []));
  }
  return { places, schemas };
}

/** Every schema that a schema names. */
function partsOf(node: SchemaNode): readonly SchemaId[] {
  const { additionalProperties, discriminator } = node;
  return [
    node.ref,
    ...node.properties.map(({ schema }) => schema),
    typeof additionalProperties === "string" ? additionalProperties : undefined,
    ...node.patternProperties.map(({ schema }) => schema),
    node.items,
    ...node.prefixItems,
    ...node.allOf,
    ...node.anyOf,
    ...node.oneOf,
    ...(discriminator?.mapping ?? []).map(({ schema }) => schema),
    discriminator?.defaultMapping?.schema,
  ].filter((id) => id !== undefined);
}
