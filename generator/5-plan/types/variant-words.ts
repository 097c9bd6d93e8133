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
  const found = nodes.map((node, index) => {
    const component =
      inventory.components.get(node.id) ??
      inventory.components.get(derived.get(node.id) ?? node.id);
    if (component !== undefined)
      return withoutSuffix(words(component), words(unionName));
    const literals = literalWords(literalsOf(union, node.id));
    if (literals.length > 0) return literals;
    if (node.annotations.title !== undefined)
      return words(node.annotations.title);
    const only = ownProperty(node, nodes);
    return only === undefined
      ? typeWords(node, index)
      : ["with", ...words(only)];
  });
  return distinguish(found, union);
}

function literalsOf(
  { telltale }: UnionNode,
  variant: TypeId,
): readonly Scalar[] {
  switch (telltale.by) {
    case "declared":
    case "literal":
      return (
        telltale.cases.find((each) => each.variant === variant)?.values ?? []
      );
    case "elimination":
      return testLiterals(
        telltale.cases.find((each) => each.variant === variant)?.tests ?? [],
      );
    case "jsonType":
    case "nothing":
      return [];
    default:
      return telltale satisfies never;
  }
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
function distinguish(
  found: readonly (readonly string[])[],
  union: UnionNode,
): readonly (readonly string[])[] {
  return found.map((own, index) => {
    const shared = found.some(
      (other, at) => at !== index && other.join() === own.join(),
    );
    if (!shared) return own;
    const spelt = literalsOf(union, union.variants[index] as TypeId).flatMap(
      (value) => words(String(value)),
    );
    return spelt.length > 0 && spelt.length <= 8 ? spelt : own;
  });
}
