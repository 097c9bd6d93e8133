import { exchangesOf, schemasOf } from "../ir/directions.ts";
import { follow } from "../ir/follow-schema.ts";
import type { Api } from "../ir/openapi.ts";
import { saysType } from "./says-type.ts";
import type { SchemaGraph, SchemaId, SchemaNode } from "../ir/schema-graph.ts";

/**
 * Base schemas with a discriminator -> the components that have them under `allOf`, at any remove
 * (OAS 3.1 §4.8.25.1). Where such a base is used, any of its children may stand.
 */
export function findChildren(
  api: Api,
): ReadonlyMap<SchemaId, readonly SchemaId[]> {
  const parents = new Map<SchemaId, readonly SchemaId[]>();
  for (const { schema } of api.components) {
    const node = api.schemas.get(schema);
    // Another word for a base is that base, and no child of it.
    if (node !== undefined && !onlyNames(node))
      parents.set(schema, parentsOf(node, api.schemas));
  }
  const children = new Map<SchemaId, SchemaId[]>();
  for (const schema of parents.keys()) {
    for (const ancestor of ancestorsOf(schema, parents)) {
      const base = api.schemas.get(ancestor);
      if (base === undefined || !isBase(base)) continue;
      const known = children.get(ancestor);
      if (known === undefined) children.set(ancestor, [schema]);
      else known.push(schema);
    }
  }
  const used = usedAsValues(api);
  // One child alone is no choice, and a base that nothing but its children names is only that.
  return new Map(
    [...children].filter(([base, found]) => found.length > 1 && used.has(base)),
  );
}

/** Schemas that stand for a value somewhere, and not only under `allOf`. */
function usedAsValues(api: Api): ReadonlySet<SchemaId> {
  const used = new Set<SchemaId>();
  const use = (schema: SchemaId | undefined) =>
    schema !== undefined && used.add(follow(schema, api.schemas));
  for (const node of api.schemas.values()) {
    node.properties.forEach(({ schema }) => use(schema));
    [...node.prefixItems, ...node.anyOf, ...node.oneOf].forEach(use);
    node.patternProperties.forEach(({ schema }) => use(schema));
    use(node.items);
    if (typeof node.additionalProperties === "string")
      use(node.additionalProperties);
  }
  exchangesOf(api).flatMap(schemasOf).forEach(use);
  return used;
}

/** A base that leaves it to its children to name themselves. */
export const isBase = (schema: SchemaNode): boolean =>
  schema.discriminator !== undefined &&
  schema.oneOf.length + schema.anyOf.length === 0;

const onlyNames = (schema: SchemaNode): boolean =>
  schema.ref !== undefined &&
  schema.allOf.length + schema.anyOf.length + schema.oneOf.length === 0 &&
  !saysType(schema);

const parentsOf = (
  schema: SchemaNode,
  schemas: SchemaGraph,
): readonly SchemaId[] =>
  [...schema.allOf, ...(schema.ref === undefined ? [] : [schema.ref])].map(
    (member) => follow(member, schemas),
  );

function ancestorsOf(
  schema: SchemaId,
  parents: ReadonlyMap<SchemaId, readonly SchemaId[]>,
): ReadonlySet<SchemaId> {
  const found = new Set<SchemaId>();
  const queue = [...(parents.get(schema) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next) || next === schema) continue;
    found.add(next);
    queue.push(...(parents.get(next) ?? []));
  }
  return found;
}

/** Whether a schema's own union lists another: the other then means its base, not the union. */
export function lists(
  schema: SchemaNode,
  other: SchemaId,
  schemas: SchemaGraph,
): boolean {
  const seen = new Set<SchemaId>();
  const queue = [...schema.oneOf, ...schema.anyOf];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const id = follow(next, schemas);
    if (id === other) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const node = schemas.get(id);
    queue.push(...(node?.oneOf ?? []), ...(node?.anyOf ?? []));
  }
  return false;
}
