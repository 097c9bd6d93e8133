import { childrenOf } from "../../ir/children.ts";
import type { TypeGraph, TypeId, TypeNode } from "../../ir/type-graph.ts";
import { closure, parentsOf } from "./closure.ts";
import { listedNatives } from "./listed-natives.ts";
import { readReturned, type Returned } from "./returned.ts";

/** A type as it is received in responses, or as it is sent in requests. */
export type View = "output" | "input";

/** Where types are used, and where it matters. */
export interface Usage {
  readonly received: ReadonlySet<TypeId>;
  readonly sent: ReadonlySet<TypeId>;
  /** Types whose two views are not the same. */
  readonly differs: ReadonlySet<TypeId>;
  /** Unions whose values get a tag when they are received. */
  readonly tagged: ReadonlySet<TypeId>;
  /** Types with a union inside that gets a tag. */
  readonly carriesTag: ReadonlySet<TypeId>;
  /** Where tags may be sent that nothing inside the type itself adds. */
  readonly returned: Returned;
}

export interface UsageOptions {
  readonly addTags: boolean;
  readonly openUnions: boolean;
  /** Whether a type is an inline variant of one union alone. */
  readonly isOwnVariant: (type: TypeId) => boolean;
  /** The type that is declared in the stead of all that are equal to it. */
  readonly same: (type: TypeId) => TypeId;
}

export function readUsage(
  types: TypeGraph,
  outputs: readonly TypeId[],
  inputs: readonly TypeId[],
  { addTags, openUnions, isOwnVariant, same }: UsageOptions,
): Usage {
  const received = reach(outputs, types, same);
  const sent = reach(inputs, types, same);
  const tagged = [...types.values()].filter(
    (node) =>
      addTags &&
      isTagged(node) &&
      received.has(node.id) &&
      !takesAnyName(node, types),
  );
  const split = [...types.values()].filter(
    (node) =>
      node.kind === "object" &&
      node.properties.some((property) => property.access !== "both"),
  );
  // Guards tell it: where its views differ, requests take what was of none of its variants.
  const isGuarded = (node: TypeNode) =>
    isTagged(node) && received.has(node.id) && !tagged.includes(node);
  const guarded = [...types.values()].filter(
    (node) => isGuarded(node) && sent.has(node.id),
  );
  const parents = parentsOf(types, childrenOf);
  const returned = readReturned(
    types,
    tagged.filter((node) => node.kind === "union"),
    inputs,
    { sent, same },
  );
  const natives = listedNatives(types, {
    received,
    sent,
    same,
    openUnions,
    isGuarded,
  });
  const listed = new Map<TypeId, readonly TypeId[]>(
    guarded.map(({ id }) => [id, [same(id)]]),
  );
  for (const [id, others] of [...returned.listed, ...natives])
    listed.set(id, [...(listed.get(id) ?? []), ...others]);
  return {
    received,
    sent,
    tagged: new Set(tagged.map(({ id }) => id)),
    // An inline variant carries its union's tag itself, so it differs as the union does.
    differs: closure(
      [...tagged, ...split]
        .flatMap((node) => [
          node.id,
          ...childrenOf(node).filter(
            (child) => node.kind === "union" && isOwnVariant(child),
          ),
        ])
        .concat([...returned.listed.keys(), ...natives.keys()]),
      parents,
    ),
    carriesTag: closure(
      tagged.map((node) => node.id),
      parents,
    ),
    returned: { ...returned, listed },
  };
}

/** Whether no property of the wire narrows the union: a decoder adds one, or guards tell. */
export const isTagged = (node: TypeNode): boolean =>
  node.kind === "union" && node.telltale.by === "elimination";

/**
 * Whether a variant says what type further properties have. Then each name may be one that callers read, and
 * none is left for a tag. That they may be anything is what every open object says.
 */
const takesAnyName = (node: TypeNode, types: TypeGraph): boolean =>
  node.kind === "union" &&
  node.variants.some((variant) => {
    const object = types.get(variant);
    if (object?.kind !== "object") return false;
    const rest = object.additional && types.get(object.additional);
    return (
      (rest !== undefined && rest.kind !== "unknown") ||
      object.patterns?.some(({ prefix }) => prefix === "") === true
    );
  });

/** What the roots lead to, and what is declared in its stead. */
function reach(
  roots: readonly TypeId[],
  types: TypeGraph,
  same: (type: TypeId) => TypeId,
): ReadonlySet<TypeId> {
  const found = new Set<TypeId>();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = types.get(id);
    if (node === undefined || found.has(id)) continue;
    found.add(id);
    queue.push(same(id), ...childrenOf(node));
  }
  return found;
}
