import type { Name } from "../../ir/declaration-plan.ts";
import type { Telltale, TypeId, TypeNode } from "../../ir/type-graph.ts";
import type { Registry } from "../names/registry.ts";
import type { Inventory } from "./inventory.ts";
import type { TypeName, TypeNames } from "./name-types.ts";
import type { Usage, View } from "./usage.ts";

/** What later steps of planning ask about types: nodes, names by view, and where tags are added. */
export interface TypeModel {
  readonly inventory: Inventory;
  readonly usage: Usage;
  readonly node: (type: TypeId) => TypeNode;
  readonly labels: (union: TypeId) => readonly string[];
  /** The declaration of a named type in a view. `undefined`: the type has none, and is written out. */
  readonly nameOf: (type: TypeId, view: View) => Name | undefined;
  /** What the arm of a union with a name is called, for values that are of no known variant. */
  readonly armNameOf: (union: Name) => Name;
  readonly shapeNameOf: (type: TypeId) => Name | undefined;
  readonly registry: Registry;
  readonly openUnions: boolean;
  readonly openEnums: boolean;
  /** Whether decoders add tags; otherwise guards tell. */
  readonly addTags: boolean;
  /** What added tags were called before, by {@link tagKey}. */
  readonly pinnedTags: ReadonlyMap<string, string>;
  /** Whether an enum serves as the tag of a union: an open one would narrow nothing. */
  readonly isTag: (type: TypeId) => boolean;
  /** Whether a property of the wire has this type that names its object's variant. */
  readonly isWireTag: (type: TypeId) => boolean;
}

export interface ModelOptions {
  readonly openUnions: boolean;
  readonly openEnums: boolean;
  readonly addTags: boolean;
  readonly pinnedTags: ReadonlyMap<string, string>;
}

export function createTypeModel(
  inventory: Inventory,
  usage: Usage,
  { names, labels }: TypeNames,
  registry: Registry,
  options: ModelOptions,
): TypeModel {
  const inputNames = new Map<TypeId, string>();
  const shapeNames = new Map<TypeId, string>();
  for (const [type, { name }] of names) {
    if (isSplit(type, usage))
      inputNames.set(type, registry.claim([`${name}Input`, `${name}Request`]));
    if (usage.carriesTag.has(type) || usage.returned.carries.has(type)) {
      shapeNames.set(
        type,
        registry.claim([
          `${name.charAt(0).toLowerCase()}${name.slice(1)}Shape`,
        ]),
      );
    }
  }
  const armNames = new Map<string, string>();
  const tags = tagTypes(inventory, tellingNames);
  const wireTags = tagTypes(inventory, wireTagOf);
  const named = (type: TypeId): [TypeId, TypeName] | undefined => {
    const id = inventory.same(type);
    const found = inventory.isNamed(type) ? names.get(id) : undefined;
    return found && [id, found];
  };
  return {
    inventory,
    usage,
    node: (type) => inventory.types.get(inventory.same(type)) as TypeNode,
    labels: (union) => labels.get(inventory.same(union)) ?? [],
    nameOf(type, view) {
      const found = named(type);
      if (found === undefined) return undefined;
      const [id, { name, module }] = found;
      const input = view === "input" ? inputNames.get(id) : undefined;
      return { name: input ?? name, module, typeOnly: true };
    },
    armNameOf(union) {
      const known = armNames.get(union.name);
      const name = known ?? registry.claim([`Unrecognized${union.name}`]);
      armNames.set(union.name, name);
      return { ...union, name };
    },
    shapeNameOf(type) {
      const found = named(type);
      const name = found && shapeNames.get(found[0]);
      return name === undefined
        ? undefined
        : { name, module: found?.[1].module ?? "", typeOnly: false };
    },
    registry,
    isTag: (type) => tags.has(type),
    isWireTag: (type) => wireTags.has(type),
    ...options,
  };
}

/** The types of properties that tell the variants of a union apart. */
function tagTypes(
  { types }: Inventory,
  namesOf: (telltale: Telltale) => readonly string[],
): ReadonlySet<TypeId> {
  const found = new Set<TypeId>();
  for (const node of types.values()) {
    if (node.kind !== "union") continue;
    const names = namesOf(node.telltale);
    for (const variant of node.variants.map((id) => types.get(id))) {
      if (variant?.kind !== "object") continue;
      variant.properties
        .filter(({ wireName }) => names.includes(wireName))
        .forEach(({ type }) => {
          const tag = types.get(type);
          found.add(type);
          if (tag?.kind === "nullable") found.add(tag.of);
        });
    }
  }
  return found;
}

const wireTagOf = (telltale: Telltale): readonly string[] =>
  telltale.by === "declared" || telltale.by === "literal"
    ? [telltale.property]
    : [];

function tellingNames(telltale: Telltale): readonly string[] {
  if (telltale.by !== "elimination") return wireTagOf(telltale);
  return telltale.cases.flatMap(({ tests }) =>
    tests.map(({ wireName }) => wireName),
  );
}

/** Whether a type needs a declaration for each view: both are used, and they are not the same. */
export const isSplit = (type: TypeId, usage: Usage): boolean =>
  usage.differs.has(type) && usage.sent.has(type) && usage.received.has(type);

/** The views in which a type is declared: one, unless the two differ and both are used. */
export function viewsOf(type: TypeId, usage: Usage): readonly View[] {
  if (isSplit(type, usage)) return ["output", "input"];
  return usage.sent.has(type) && !usage.received.has(type)
    ? ["input"]
    : ["output"];
}
