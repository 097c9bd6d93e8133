import type { TypeId, TypeNode } from "../ir/type-graph.ts";

export type List = TypeNode & { readonly kind: "array" | "tuple" };
type Tuple = List & { readonly kind: "tuple" };

export const isList = (node: TypeNode): node is List =>
  node.kind === "array" || node.kind === "tuple";

export const itemAt = (list: List, at: number): TypeId | undefined =>
  list.kind === "array" ? list.items : (list.items[at] ?? list.rest);

/** The places of what is of both: each as both say, and what follows as well. Where one of them ends, so does it. */
export function bothLists(
  a: List,
  b: List,
  meet: (left: TypeId, right: TypeId) => TypeId,
): Pick<Tuple, "items" | "required" | "rest"> {
  const at = (place: number): TypeId | undefined => {
    const [left, right] = [itemAt(a, place), itemAt(b, place)];
    return left && right && meet(left, right);
  };
  const places = Math.max(placesOf(a), placesOf(b));
  const items: TypeId[] = [];
  for (let place = 0; place < places; place += 1) {
    const item = at(place);
    if (item === undefined) return { items, required: 0, rest: undefined };
    items.push(item);
  }
  return { items, required: 0, rest: at(places) };
}

const placesOf = (list: List): number =>
  list.kind === "tuple" ? list.items.length : 0;

/** A tuple as its bounds have it: `maxItems` cuts it, and what `minItems` counts is there (JSON Schema 2020-12 §6.4). */
export function bounded(tuple: Tuple): Tuple {
  const { maxItems = Infinity, minItems = 0 } = tuple.constraints;
  const items = tuple.items.slice(0, maxItems);
  return {
    ...tuple,
    items,
    required: Math.min(minItems, items.length),
    rest: maxItems <= items.length ? undefined : tuple.rest,
  };
}
