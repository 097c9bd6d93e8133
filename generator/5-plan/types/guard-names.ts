import type { TypeId, UnionNode } from "../../ir/type-graph.ts";
import { isGuarded } from "./declare-guards.ts";
import type { TypeModel } from "./model.ts";
import type { TypeNames } from "./name-types.ts";

/** What the guards of a union are called, by variant. */
export type GuardNames = (union: TypeId, variant: TypeId) => string;

interface Guard {
  readonly union: UnionNode;
  readonly variant: TypeId;
  /** What the union is called. */
  readonly of: string;
  /** After the variant's type, which other unions may list as well. */
  readonly name: string;
}

/**
 * Names all guards at once: `isCat` is for the component that lists `Cat`, else for the only union that does. Of a name
 * that several would have, each says its union, so that one more union takes a name away and never gives it to
 * another: which of them comes first in the description decides nothing.
 */
export function nameGuards(names: TypeNames, model: TypeModel): GuardNames {
  const claimed = new Map<string, string>();
  const { components } = model.inventory;
  const guards = [...names.names].flatMap(
    ([id, { name }]): readonly Guard[] => {
      const node = model.node(id);
      return node.kind === "union" && isGuarded(node, "output", model)
        ? guardsOf(node, name, model)
        : [];
    },
  );
  const isOfComponent = ({ union }: Guard) => components.has(union.id);
  const ofComponents = guards.filter(isOfComponent);
  const others = guards.filter((guard) => !isOfComponent(guard));
  for (const [rank, rivals] of [
    [ofComponents, ofComponents],
    [others, guards],
  ] as const) {
    const byName = Map.groupBy(rivals, ({ name }) => name);
    for (const { name, of, union, variant } of rank) {
      const isShared = (byName.get(name)?.length ?? 0) > 1;
      const long = `${name}Of${of}`;
      claimed.set(
        keyOf(union.id, variant),
        model.registry.claim(isShared ? [long] : [name, long]),
      );
    }
  }
  return (union, variant) => claimed.get(keyOf(union, variant)) ?? "";
}

const keyOf = (union: TypeId, variant: TypeId) => `${union}\n${variant}`;

const guardsOf = (
  union: UnionNode,
  of: string,
  model: TypeModel,
): readonly Guard[] =>
  union.variants.flatMap((variant, index) => {
    if (model.node(variant).kind !== "object") return [];
    const type = model.nameOf(variant, "output")?.name;
    const label = model.labels(union.id)[index] ?? "";
    const own = `${of}${label.charAt(0).toUpperCase()}${label.slice(1)}`;
    return [{ union, variant, of, name: `is${type ?? own}` }];
  });
