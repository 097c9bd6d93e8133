import type {
  Scalar,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../ir/type-graph.ts";
import { camel } from "../names/words.ts";
import type { Inventory } from "../types/inventory.ts";
import { labelOf, type Variant, type VariantName } from "./candidate.ts";
import { ownNames } from "./own-names.ts";
import { lastResort, lastRules, rules } from "./rules.ts";

/** A variant's name, and what it follows from. */
export interface NamedVariant extends VariantName {
  /**
   * `itself`: the first name that the variant suggests. `siblings`: a later one, as siblings say the first of
   * themselves, too. `place`: there is none that they do not say as well, and those who share it are numbered.
   */
  readonly by: "itself" | "siblings" | "place";
}

/** What a tag says of a value that fits no variant. */
const reserved: ReadonlySet<string> = new Set(["unrecognized"]);

/**
 * What the variants of a union are called (DESIGN §5), in their order.
 *
 * Stable by construction: the names that a variant suggests follow from it alone ({@link rules}), and it has the first that
 * no sibling could have. Neither knows of places. So a variant that has nothing in common with the others
 * changes no name, wherever it is added or removed; and one that is named by itself keeps that name whatever is removed.
 * Only those to whom no name is left are numbered, among those of the same last resort and not among all.
 */
export function nameVariants(
  union: UnionNode,
  unionName: string,
  { components, types }: Inventory,
  derived: ReadonlyMap<TypeId, TypeId>,
): readonly NamedVariant[] {
  const variants = union.variants.map((id): Variant => ({
    node: types.get(id) as TypeNode,
    types,
    isComponent: components.has(id),
    componentOf: ({ id }) =>
      components.get(id) ?? components.get(derived.get(id) ?? id),
    union: union.id,
    unionName,
    declared: declaredTags(union, id),
  }));
  const own = ownNames(variants, rules, reserved);
  const named = new Map<Variant, NamedVariant>();
  for (const [index, variant] of variants.entries()) {
    const found = own[index];
    if (found === undefined) continue;
    const by = found.isFirst ? "itself" : "siblings";
    named.set(variant, { ...found.name, by });
  }
  const left = variants.filter((variant) => !named.has(variant));
  const fellows = Map.groupBy(left, (each) => camel(lastResort(each)));
  const taken = new Set([...reserved, ...[...named.values()].map(labelOf)]);
  for (const alike of fellows.values())
    for (const [variant, name] of lastNames(alike, taken)) {
      named.set(variant, name);
      taken.add(labelOf(name));
    }
  return variants.map((variant) => named.get(variant) as NamedVariant);
}

/** The tags that a declared discriminator gives a variant. */
const declaredTags = (
  { telltale }: UnionNode,
  variant: TypeId,
): readonly Scalar[] =>
  telltale.by === "declared"
    ? (telltale.cases.find((each) => each.variant === variant)?.values ?? [])
    : [];

/**
 * The names of those that have a last resort in common. One alone is called by it. Several are told apart by all that they
 * are; what is alike even so is numbered: components first, as they are something wherever they stand.
 */
function lastNames(
  fellows: readonly Variant[],
  taken: ReadonlySet<string>,
): readonly (readonly [Variant, NamedVariant])[] {
  const own = fellows.length > 1 ? ownNames(fellows, lastRules, taken) : [];
  const told = fellows.flatMap((variant, index) => {
    const found = own[index];
    return found === undefined
      ? []
      : [[variant, { ...found.name, by: "siblings" }] as const];
  });
  const alike = fellows.filter((_, index) => own[index] === undefined);
  const inOrder = [
    ...alike.filter(({ isComponent }) => isComponent),
    ...alike.filter(({ isComponent }) => !isComponent),
  ];
  const by = alike.length > 1 ? "place" : "siblings";
  const free = freeNames(inOrder.map(lastResort), taken, fellows.length > 1);
  return [
    ...told,
    ...inOrder.map(
      (variant, index) =>
        [variant, { ...(free[index] as VariantName), by }] as const,
    ),
  ];
}

/** `plain`; `plain1` and `plain2` where several could be called so, as what was `plain` before may be neither. */
function freeNames(
  names: readonly (readonly string[])[],
  taken: ReadonlySet<string>,
  areSeveral: boolean,
): readonly VariantName[] {
  const labels = new Set(taken);
  return names.map((words) => {
    let own = words;
    for (
      let number = 1;
      labels.has(camel(own)) || (areSeveral && own === words);
      number += 1
    )
      own = [...words.slice(0, -1), `${words.at(-1)}${number}`];
    labels.add(camel(own));
    return { before: own, behind: [] };
  });
}
