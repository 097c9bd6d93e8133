import type {
  Scalar,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../ir/type-graph.ts";
import { literalWords } from "../names/variant-labels.ts";
import { words } from "../names/words.ts";
import type { Inventory } from "./inventory.ts";

/**
 * What the variants of a union are called, as words: a component by its name, less the union's; an
 * inline one by its telltale, then its title, then a property that only it has, then its JSON type.
 */
export function variantWords(
  union: UnionNode,
  unionName: string,
  inventory: Inventory,
  derived: ReadonlyMap<TypeId, TypeId>,
): readonly (readonly string[])[] {
  const nodes = union.variants.map((id) => inventory.types.get(id) as TypeNode);
  const componentOf = ({ id }: TypeNode): string | undefined =>
    inventory.components.get(id) ??
    inventory.components.get(derived.get(id) ?? id);
  const literalsOf = tellingLiterals(union, {
    all: nodes,
    inline: nodes.filter((node) => componentOf(node) === undefined),
    types: inventory.types,
  });
  const found = nodes.map((node, index) => {
    const component = componentOf(node);
    if (component !== undefined)
      return withoutSuffix(words(component), words(unionName));
    const literals = literalWords(literalsOf(node.id));
    if (literals.length > 0) return literals;
    if (node.annotations.title !== undefined)
      return words(node.annotations.title);
    const only = ownProperty(node, nodes, inventory);
    return only === undefined
      ? typeWords(node, index)
      : ["with", ...words(only)];
  });
  const spelt = nodes.map(({ id }) => literalsOf(id).map(String));
  return distinguish(found, spelt);
}

/** The variants of a union: all of them, and those that no component names. */
interface Compared {
  readonly all: readonly TypeNode[];
  readonly inline: readonly TypeNode[];
  readonly types: Inventory["types"];
}

/** By variant, the literals that tell it from others: those that a name can be made of. */
function tellingLiterals(
  { telltale }: UnionNode,
  compared: Compared,
): (variant: TypeId) => readonly Scalar[] {
  switch (telltale.by) {
    case "declared":
    case "literal":
      return (variant) =>
        telltale.cases.find((each) => each.variant === variant)?.values ?? [];
    case "elimination":
      return (variant) => {
        const own = compared.all.find(({ id }) => id === variant);
        return (own && mostTelling(own, compared)) ?? [];
      };
    case "jsonType":
    case "nothing":
      return () => [];
    default:
      return telltale satisfies never;
  }
}

/**
 * The literals of the property that differs between most inline variants; one that all who have it have
 * alike says nothing. What a decoder happens to test does not count, so that names stay when a variant
 * is added.
 */
function mostTelling(
  variant: TypeNode,
  { all, inline, types }: Compared,
): readonly Scalar[] | undefined {
  if (variant.kind !== "object") return undefined;
  const spellings = (of: readonly TypeNode[], name: string) =>
    of.flatMap((node) => {
      if (node.kind !== "object") return [];
      const found = node.properties.find(({ wireName }) => wireName === name);
      return (found && propertyLiterals(found.type, types)?.join("\n")) ?? [];
    });
  const candidates = variant.properties.flatMap(
    ({ wireName, type, required }) => {
      const values = propertyLiterals(type, types);
      const everywhere = spellings(all, wireName);
      const isShared = everywhere.length > 1 && new Set(everywhere).size === 1;
      if (values === undefined || isShared) return [];
      const distinct = new Set(spellings(inline, wireName)).size;
      return [{ values, required, distinct }];
    },
  );
  const [best] = candidates.sort(
    (a, b) =>
      b.distinct - a.distinct || Number(b.required) - Number(a.required),
  );
  return best?.values;
}

/** The literals of a value, or of an array's items. */
function propertyLiterals(
  type: TypeId,
  types: Inventory["types"],
): readonly Scalar[] | undefined {
  const met = new Set<TypeId>();
  let node = types.get(type);
  // An array may be its own item.
  while (node?.kind === "array" && !met.has(node.id)) {
    met.add(node.id);
    node = types.get(node.items);
  }
  return node?.kind === "enum" && !node.open ? node.values : undefined;
}

function withoutSuffix(
  name: readonly string[],
  suffix: readonly string[],
): readonly string[] {
  const rest = name.slice(0, name.length - suffix.length);
  return rest.length > 0 &&
    rest.length + suffix.length === name.length &&
    suffix.every((word, index) => word === name[rest.length + index])
    ? rest
    : name;
}

/** A required property that no other variant declares, but as one that is never there. */
function ownProperty(
  node: TypeNode,
  all: readonly TypeNode[],
  { types }: Inventory,
): string | undefined {
  if (node.kind !== "object") return undefined;
  const others = all.filter(
    (other) => other !== node && other.kind === "object",
  );
  return node.properties.find(
    ({ wireName, required }) =>
      required &&
      !others.some(
        (other) =>
          other.kind === "object" &&
          other.properties.some(
            (known) =>
              known.wireName === wireName &&
              types.get(known.type)?.kind !== "never",
          ),
      ),
  )?.wireName;
}

const typeWords = (node: TypeNode, index: number): readonly string[] =>
  node.kind === "object" || node.kind === "union"
    ? ["variant", String(index + 1)]
    : words(node.kind);

/** Words that two variants share say nothing: there, all the literals are spelt out. */
function distinguish(
  found: readonly (readonly string[])[],
  literals: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const names = found.map((own) => own.join());
  const met = new Set<string>();
  const shared = new Set<string>();
  for (const name of names) (met.has(name) ? shared : met).add(name);
  return found.map((own, index) => {
    if (!shared.has(names[index] ?? "")) return own;
    const spelt = literals[index]?.flatMap(words) ?? [];
    return spelt.length > 0 && spelt.length <= 8 ? spelt : own;
  });
}
