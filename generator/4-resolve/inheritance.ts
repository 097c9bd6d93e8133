import { exchangesOf, schemasOf } from "../ir/directions.ts";
import { follow } from "../ir/follow-schema.ts";
import type { Api } from "../ir/openapi.ts";
import type { TypeId } from "../ir/type-graph.ts";
import { saysType } from "./says-type.ts";
import type {
  Discriminator,
  SchemaGraph,
  SchemaId,
  SchemaNode,
} from "../ir/schema-graph.ts";

/**
 * Base schemas with a discriminator -> the components that have them under `allOf`, at any remove
 * (OAS 3.1 §4.8.25.1). Where such a base is used, any of its children may stand.
 */
export function findChildren(
  api: Api,
): ReadonlyMap<SchemaId, readonly SchemaId[]> {
  const parents = componentParents(api);
  const children = new Map<SchemaId, SchemaId[]>();
  for (const schema of parents.keys()) {
    for (const ancestor of ancestorsOf(schema, parents)) {
      if (discriminatorOf(ancestor, api.schemas) === undefined) continue;
      const known = children.get(ancestor);
      if (known === undefined) children.set(ancestor, [schema]);
      else known.push(schema);
    }
  }
  const used = new Set(usedAsValues(api));
  // A set gives what is added to it while it is gone through.
  for (const base of used)
    for (const child of children.get(base) ?? [])
      if (isChoiceOf(base, child, children, api.schemas)) used.add(child);
  // One child alone is no choice, and a base that nothing but its children names is only that.
  return new Map(
    [...children].filter(([base, found]) => found.length > 1 && used.has(base)),
  );
}

/**
 * The types of components that have a base with a discriminator under `allOf`, and that others have there -> the
 * properties of which those others have values of their own. A value of one may be one of the others.
 */
export function findInherited(
  api: Api,
  typeOf: (schema: SchemaId) => TypeId,
): ReadonlyMap<TypeId, ReadonlySet<string>> {
  const parents = componentParents(api);
  const found = new Map<TypeId, ReadonlySet<string>>();
  for (const child of parents.keys()) {
    for (const schema of ancestorsOf(child, parents)) {
      const type = typeOf(schema);
      // One that adds nothing may be another word for what it inherits from.
      if (found.has(type) || typeOf(child) === type) continue;
      const names = [...ancestorsOf(schema, parents)].flatMap(
        (base) => discriminatorOf(base, api.schemas)?.propertyName ?? [],
      );
      if (names.length > 0) found.set(type, new Set(names));
    }
  }
  return found;
}

function componentParents(
  api: Api,
): ReadonlyMap<SchemaId, readonly SchemaId[]> {
  const parents = new Map<SchemaId, readonly SchemaId[]>();
  for (const { schema } of api.components) {
    const node = api.schemas.get(schema);
    // Another word for a base is that base, and no child of it.
    if (node !== undefined && !onlyNames(node))
      parents.set(schema, parentsOf(node, api.schemas));
  }
  return parents;
}

/**
 * Whether a base's mapping names a child that is a base itself, by another property, and only stands for its own
 * children, none of which has a key of its own.
 */
export function isChoiceOf(
  base: SchemaId,
  child: SchemaId,
  children: ReadonlyMap<SchemaId, readonly SchemaId[]>,
  schemas: SchemaGraph,
): boolean {
  const outer = discriminatorOf(base, schemas);
  const inner = discriminatorOf(child, schemas);
  const named = (of: Discriminator | undefined) =>
    (of?.mapping ?? []).map(({ schema }) => schema && follow(schema, schemas));
  const keys = named(outer);
  return (
    inner !== undefined &&
    inner.propertyName !== outer?.propertyName &&
    keys.includes(child) &&
    !named(inner).includes(child) &&
    !children.get(child)?.some((each) => keys.includes(each))
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

/**
 * The discriminator of a base that leaves it to its children to name themselves: its own, or that of what it writes out
 * under `allOf`.
 */
export function discriminatorOf(
  schema: SchemaId,
  schemas: SchemaGraph,
): Discriminator | undefined {
  const node = schemas.get(schema);
  if (node === undefined || node.oneOf.length + node.anyOf.length > 0)
    return undefined;
  if (node.discriminator !== undefined) return node.discriminator;
  for (const member of node.allOf) {
    const isInline = schemas.get(member)?.ref === undefined;
    const found = isInline ? discriminatorOf(member, schemas) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

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
