import type {
  Scalar,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../ir/type-graph.ts";
import { literalWords, testLiterals } from "../names/variant-labels.ts";
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
  const inline = nodes.filter((node) => componentOf(node) === undefined);
  const literalsOf = tellingLiterals(union, inline);
  const found = nodes.map((node, index) => {
    const component = componentOf(node);
    if (component !== undefined)
      return withoutSuffix(words(component), words(unionName));
    const literals = literalWords(literalsOf(node.id));
    if (literals.length > 0) return literals;
    if (node.annotations.title !== undefined)
      return words(node.annotations.title);
    const only = ownProperty(node, nodes);
    return only === undefined
      ? typeWords(node, index)
      : ["with", ...words(only)];
  });
  const spelt = nodes.map(({ id }) => literalsOf(id).map(String));
  return distinguish(found, spelt);
}

/** By variant, the literals that tell it from others: those that a name can be made of. */
function tellingLiterals(
  { telltale }: UnionNode,
  inline: readonly TypeNode[],
): (variant: TypeId) => readonly Scalar[] {
  switch (telltale.by) {
    case "declared":
    case "literal":
      return (variant) =>
        telltale.cases.find((each) => each.variant === variant)?.values ?? [];
    case "elimination": {
      const literals = inline.map(({ id }) => {
        const found = telltale.cases.find((each) => each.variant === id);
        return testLiterals(found?.tests ?? []);
      });
      const ranked = rankNames(literals, inline);
      return (variant) => {
        const own = literals[inline.findIndex(({ id }) => id === variant)];
        const name = ranked.find((each) => own?.has(each));
        return (name === undefined ? undefined : own?.get(name)) ?? [];
      };
    }
    case "jsonType":
    case "nothing":
      return () => [];
    default:
      return telltale satisfies never;
  }
}

/**
 * Properties whose literals differ between most variants first, then in the order in which they are
 * declared. A variant without them does not count, so that names stay when it is added.
 */
function rankNames(
  literals: readonly ReadonlyMap<string, readonly Scalar[]>[],
  inline: readonly TypeNode[],
): readonly string[] {
  const declared = inline.flatMap((node) =>
    node.kind === "object"
      ? node.properties.map(({ wireName }) => wireName)
      : [],
  );
  const distinct = (name: string): number =>
    new Set(literals.flatMap((own) => own.get(name)?.join("\n") ?? [])).size;
  return [...new Set(declared)].sort((a, b) => distinct(b) - distinct(a));
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

/** A required property that no other variant declares. */
function ownProperty(
  node: TypeNode,
  all: readonly TypeNode[],
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
          other.properties.some((known) => known.wireName === wireName),
      ),
  )?.wireName;
}

const typeWords = (node: TypeNode, index: number): readonly string[] =>
  node.kind === "object" || node.kind === "union"
    ? ["variant", String(index + 1)]
    : words(node.kind);

/** Words that two variants share say nothing: there, all the literals are spelt out. */
const distinguish = (
  found: readonly (readonly string[])[],
  literals: readonly (readonly string[])[],
): readonly (readonly string[])[] =>
  found.map((own, index) => {
    const shared = found.some(
      (other, at) => at !== index && other.join() === own.join(),
    );
    if (!shared) return own;
    const spelt = literals[index]?.flatMap(words) ?? [];
    return spelt.length > 0 && spelt.length <= 8 ? spelt : own;
  });
