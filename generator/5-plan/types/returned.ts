import { childrenOf } from "../../ir/children.ts";
import type {
  TypeGraph,
  TypeId,
  TypeNode,
  UnionNode,
} from "../../ir/type-graph.ts";
import { closure, parentsOf } from "./closure.ts";

/**
 * Where values of a tagged union may be sent outside of it: a caller who narrowed a received value has a
 * variant in hand, with the tag, and gives it to whatever takes that variant.
 */
export interface Returned {
  /** By object: the tagged unions that list it, whose tags its values may have. */
  readonly unionsOf: ReadonlyMap<TypeId, readonly UnionNode[]>;
  /**
   * By a sent union: the unions any value of which it takes, in an arm of theirs as well. Of others, those all of whose variants it
   * lists; itself where guards tell, as nothing about a value that is sent says that it was received.
   */
  readonly listed: ReadonlyMap<TypeId, readonly TypeId[]>;
  /** Objects that are sent by themselves, and not only as a variant or a part. */
  readonly alone: ReadonlySet<TypeId>;
  /** Types that are sent and have a place inside where such a tag may arrive. */
  readonly carries: ReadonlySet<TypeId>;
}

interface Sending {
  readonly sent: ReadonlySet<TypeId>;
  readonly same: (type: TypeId) => TypeId;
}

/** @param inputs what requests send */
export function readReturned(
  types: TypeGraph,
  tagged: readonly UnionNode[],
  inputs: readonly TypeId[],
  { sent, same }: Sending,
): Returned {
  const unionsOf = new Map<TypeId, UnionNode[]>();
  for (const union of tagged)
    for (const variant of new Set(objectsOf(union, types).map(same))) {
      const known = unionsOf.get(variant);
      if (known === undefined) unionsOf.set(variant, [union]);
      else known.push(union);
    }
  const alone = sentAlone(inputs, types, same);
  const listed = new Map<TypeId, readonly TypeId[]>();
  const places: TypeId[] = [];
  for (const id of sent) {
    const node = types.get(id);
    if (unionsOf.has(same(id)) && alone.has(same(id))) places.push(id);
    if (node?.kind !== "union") continue;
    const others = new Set(
      node.variants.flatMap((variant) =>
        (unionsOf.get(same(variant)) ?? []).filter(
          (other) => same(other.id) !== same(id),
        ),
      ),
    );
    const variants = new Set(node.variants.map(same));
    const whole = [...others].filter((other) =>
      other.variants.every((variant) => variants.has(same(variant))),
    );
    if (others.size > 0) places.push(id);
    if (whole.length > 0)
      listed.set(id, [...new Set(whole.map((other) => same(other.id)))]);
  }
  const within = closure(places, parentsOf(types, insideOf));
  const carries = new Set([...within].filter((id) => sent.has(id)));
  return { unionsOf, listed, alone, carries };
}

/** The types of the values inside: an object has the properties of its bases by itself. */
export const insideOf = (node: TypeNode): readonly TypeId[] =>
  childrenOf(node.kind === "object" ? { ...node, extends: [] } : node);

const objectsOf = (
  { variants }: UnionNode,
  types: TypeGraph,
): readonly TypeId[] =>
  variants.filter((variant) => types.get(variant)?.kind === "object");

/** What is sent, but for the objects that only unions and intersections lead to. */
function sentAlone(
  inputs: readonly TypeId[],
  types: TypeGraph,
  same: (type: TypeId) => TypeId,
): ReadonlySet<TypeId> {
  const alone = new Set<TypeId>();
  const met = new Set<TypeId>();
  const queue = inputs.map(same);
  for (const id of queue) alone.add(id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = types.get(id);
    if (node === undefined || met.has(id)) continue;
    met.add(id);
    for (const child of insideOf(node).map(same)) {
      // What else an intersection says may have a property of that name.
      const isPart =
        (node.kind === "union" || node.kind === "intersection") &&
        types.get(child)?.kind === "object";
      if (!isPart) alone.add(child);
      queue.push(child);
    }
  }
  return alone;
}
