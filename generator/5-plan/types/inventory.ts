import { childrenOf } from "../../ir/children.ts";
import { exchangesOf, schemasOf } from "../../ir/directions.ts";
import type { Api } from "../../ir/openapi.ts";
import { reachableFrom } from "../../ir/reachable.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { Annotations, SchemaId } from "../../ir/schema-graph.ts";
import type { TypeGraph, TypeId, TypeNode } from "../../ir/type-graph.ts";
import { memoise } from "../../util/memoise.ts";
import { mergeEqual } from "./merge-equal.ts";
import { isTagged } from "./usage.ts";

/** An inline enum with more values than this gets a name; a shorter one stands where it is used. */
const inlineEnum = 8;
const inlineUnion = 5;

/** A component whose type is another's: a second name of it. */
export interface ComponentAlias {
  readonly name: string;
  readonly type: TypeId;
  readonly annotations: Annotations;
}

/** Which types get a declaration, and where each is used. */
export interface Inventory {
  readonly types: TypeGraph;
  /** Component types by id; a nullable component lends its name to what is not null. */
  readonly components: ReadonlyMap<TypeId, string>;
  /** Components that are other words for a type: the alias's name -> the type. */
  readonly aliases: readonly ComponentAlias[];
  /** The type that stands for this one: itself, or an equal one that was written earlier. */
  readonly same: (type: TypeId) => TypeId;
  /** Whether a type has a declaration of its own. */
  readonly isNamed: (type: TypeId) => boolean;
  /** Inline types with a declaration, in the order of the description. */
  readonly inline: readonly TypeId[];
  /** Indexes of the exchanges that use an inline type with a declaration. */
  readonly usersOf: ReadonlyMap<TypeId, ReadonlySet<number>>;
  /** The declared types that an inline type stands in. */
  readonly parentsOf: ReadonlyMap<TypeId, ReadonlySet<TypeId>>;
  /** The union whose variant an inline type is, and no other's. */
  readonly variantOf: ReadonlyMap<TypeId, TypeId>;
}

export function takeInventory(api: Api, resolved: Resolved): Inventory {
  const { types } = resolved;
  const { components, aliases } = nameComponents(api, resolved);
  const node = (id: TypeId) => found(types, id);
  const order = [...reachableFrom(rootsOf(api, resolved), { node }).keys()];
  const recursive = recursiveTypes(order, types, components);
  const wantsName = memoise(
    (id: TypeId) =>
      components.has(id) || recursive.has(id) || deservesName(node(id), types),
  );
  const candidates = order.filter((id) => wantsName(id) && !components.has(id));
  const variantOf = inlineVariants(order, types, components);
  const merged = mergeInline(candidates, types, variantOf);
  const same = (id: TypeId) => merged.get(id) ?? id;
  return {
    types,
    components,
    aliases,
    same,
    isNamed: wantsName,
    inline: candidates.filter((id) => !merged.has(id)),
    usersOf: usersOf(api, resolved, { components, isNamed: wantsName, same }),
    parentsOf: parentsOf(order, types, wantsName, same),
    variantOf,
  };
}

function found(types: TypeGraph, id: TypeId): TypeNode {
  const node = types.get(id);
  if (node === undefined)
    throw new Error(`internal: no type ${id} in the graph`);
  return node;
}

function nameComponents(
  api: Api,
  { types, typeOf }: Resolved,
): Pick<Inventory, "components" | "aliases"> {
  const components = new Map<TypeId, string>();
  const others: ComponentAlias[] = [];
  for (const { name, schema } of api.components) {
    const type = typeOf.get(schema);
    const node = type && types.get(type);
    if (type === undefined || node === undefined) continue;
    // `X` is the object; that it may be null is said where it is used.
    const own =
      node.kind === "nullable" && !typeOf.has(node.of as string as SchemaId)
        ? node.of
        : type;
    const written = own === (schema as string) || own.startsWith(`${schema}/`);
    if (written && !components.has(own)) components.set(own, name);
    else {
      const annotations = api.schemas.get(schema)?.annotations ?? {};
      others.push({ name, type, annotations });
    }
  }
  // What no component is by its own place is called by the first that is another word for it.
  const aliases = others.filter(({ name, type }) => {
    if (components.has(type) || !deservesName(found(types, type), types))
      return true;
    components.set(type, name);
    return false;
  });
  return { components, aliases };
}

/** What the types of an API are reached from, exchanges first, in the order of the description. */
function rootsOf(api: Api, { typeOf }: Resolved): readonly TypeId[] {
  const all = [
    ...exchangesOf(api).flatMap(schemasOf),
    ...api.components.map(({ schema }) => schema),
  ];
  return all.flatMap((schema) => typeOf.get(schema) ?? []);
}

function deservesName(node: TypeNode, types: TypeGraph): boolean {
  switch (node.kind) {
    case "object":
      return node.properties.length > 0 || node.patterns !== undefined;
    case "enum":
      return node.values.length > inlineEnum;
    case "union": {
      const objects = node.variants.filter(
        (variant) => found(types, variant).kind === "object",
      );
      return objects.length > 1 || node.variants.length > inlineUnion;
    }
    default:
      return false;
  }
}

/** Types on a circle that no declaration interrupts: one of each needs a name, or it has no text. */
function recursiveTypes(
  order: readonly TypeId[],
  types: TypeGraph,
  components: ReadonlyMap<TypeId, string>,
): ReadonlySet<TypeId> {
  const stops = (id: TypeId) =>
    components.has(id) || deservesName(found(types, id), types);
  const recursive = new Set<TypeId>();
  const done = new Set<TypeId>();
  const open = new Set<TypeId>();
  const visit = (id: TypeId): void => {
    const children = childrenOf(found(types, id));
    if (children.length === 0 || done.has(id) || stops(id)) return;
    if (open.has(id)) {
      recursive.add(id);
      return;
    }
    open.add(id);
    children.forEach(visit);
    open.delete(id);
    done.add(id);
  };
  order.forEach(visit);
  return recursive;
}

function inlineVariants(
  order: readonly TypeId[],
  types: TypeGraph,
  components: ReadonlyMap<TypeId, string>,
): ReadonlyMap<TypeId, TypeId> {
  const owners = new Map<TypeId, TypeId>();
  const shared = new Set<TypeId>();
  for (const id of order) {
    const node = found(types, id);
    if (node.kind !== "union") continue;
    for (const variant of node.variants) {
      if (components.has(variant)) continue;
      if (owners.has(variant)) shared.add(variant);
      owners.set(variant, id);
    }
  }
  shared.forEach((variant) => owners.delete(variant));
  return owners;
}

/** Unions first: a variant that carries an added tag is the variant of its own union alone. */
function mergeInline(
  candidates: readonly TypeId[],
  types: TypeGraph,
  variantOf: ReadonlyMap<TypeId, TypeId>,
): ReadonlyMap<TypeId, TypeId> {
  const owner = (id: TypeId) => {
    const union = variantOf.get(id);
    return union !== undefined && isTagged(found(types, union))
      ? union
      : undefined;
  };
  const plain = mergeEqual(
    types,
    candidates.filter((id) => owner(id) === undefined),
    // A union gets no tag where it is a member of an intersection, whatever it gets elsewhere.
    (id) => String(isTagged(found(types, id))),
  );
  const tagged = mergeEqual(
    types,
    candidates.filter((id) => owner(id) !== undefined),
    (id) => {
      const union = owner(id) as TypeId;
      return plain.get(union) ?? union;
    },
  );
  return new Map([...plain, ...tagged]);
}

function usersOf(
  api: Api,
  { types, typeOf }: Resolved,
  {
    components,
    isNamed,
    same,
  }: Pick<Inventory, "components" | "isNamed" | "same">,
): ReadonlyMap<TypeId, ReadonlySet<number>> {
  const users = new Map<TypeId, Set<number>>();
  for (const [index, exchange] of exchangesOf(api).entries()) {
    const met = new Set<TypeId>();
    const queue = schemasOf(exchange).flatMap(
      (schema) => typeOf.get(schema) ?? [],
    );
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (met.has(id) || components.has(id)) continue;
      met.add(id);
      if (isNamed(id)) {
        const known = users.get(same(id));
        if (known === undefined) users.set(same(id), new Set([index]));
        else known.add(index);
      }
      queue.push(...childrenOf(found(types, id)));
    }
  }
  return users;
}

function parentsOf(
  order: readonly TypeId[],
  types: TypeGraph,
  isNamed: (type: TypeId) => boolean,
  same: (type: TypeId) => TypeId,
): ReadonlyMap<TypeId, ReadonlySet<TypeId>> {
  const parents = new Map<TypeId, Set<TypeId>>();
  for (const parent of order.filter(isNamed)) {
    const met = new Set<TypeId>();
    const queue = [...childrenOf(found(types, parent))];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (met.has(id)) continue;
      met.add(id);
      if (!isNamed(id)) queue.push(...childrenOf(found(types, id)));
      else
        parents.set(
          same(id),
          (parents.get(same(id)) ?? new Set()).add(same(parent)),
        );
    }
  }
  return parents;
}
