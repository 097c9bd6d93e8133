import { exclusive } from "../../ir/exclusive.ts";
import type { ObjectNode, TypeId, TypeNode } from "../../ir/type-graph.ts";
import { isList, itemAt, type List } from "../intersect-lists.ts";
import { conditionOf } from "./conditions.ts";
import { byElimination } from "./eliminate.ts";
import { byLiteral } from "./literal-tag.ts";
import type { Nodes } from "./nodes.ts";

/** Whether something of two objects tells which of the two a usual value is. */
export const areTold = (
  pair: readonly [ObjectNode, ObjectNode],
  types: Nodes,
): boolean =>
  (byLiteral(pair, types, { optional: true }) ??
    byElimination(pair, types, { optionalTags: true })) !== undefined;

/**
 * The first two variants of which nobody who has a value can say which of the two it is; `undefined` where there are
 * none. A scalar says itself what it is. Of lists and maps their items say it, and those are looked at as values of a
 * union would be; that an empty one says nothing is no matter, as it holds nothing either.
 */
export function indistinctPair(
  variants: readonly TypeId[],
  types: Nodes,
): readonly [TypeId, TypeId] | undefined {
  for (const [index, left] of variants.entries()) {
    const right = variants
      .slice(index + 1)
      .find((other) => compare(left, other, types, new Set()) === "alike");
    if (right !== undefined) return [left, right];
  }
  return undefined;
}

/** Of two types: something tells them apart, nothing does, or nothing has to. */
type Comparison = "told" | "alike" | "same";

/** @param met pairs that are being compared: to meet one again tells nothing new */
function compare(
  left: TypeId,
  right: TypeId,
  types: Nodes,
  met: Set<string>,
): Comparison {
  const pair = `${left}\n${right}`;
  if (left === right || met.has(pair)) return "same";
  met.add(pair);
  if (exclusive(conditionOf(left, types, 1), conditionOf(right, types, 1)))
    return "told";
  const inner = (x: TypeId, y: TypeId) => compare(x, y, types, met);
  const [a, b] = [types.node(left), types.node(right)];
  const [ofA, ofB] = [choicesOf(a), choicesOf(b)];
  if (ofA !== undefined || ofB !== undefined) {
    const all = (ofA ?? [left]).flatMap((x) =>
      (ofB ?? [right]).map((y) => inner(x, y)),
    );
    return first(["alike", "told"], all);
  }
  if (a.kind === "object" && b.kind === "object")
    return areTold([a, b], types) ? "told" : "alike";
  if (isList(a) && isList(b)) {
    // One place that tells is enough.
    const all = places(a, b).flatMap((at) => {
      const [x, y] = [itemAt(a, at), itemAt(b, at)];
      return x === undefined || y === undefined ? [] : [inner(x, y)];
    });
    return first(["told", "alike"], all);
  }
  if (a.kind === "record" && b.kind === "record")
    return inner(a.values, b.values);
  return mayBeObject.has(a.kind) && mayBeObject.has(b.kind) ? "alike" : "same";
}

const first = (
  wanted: readonly Comparison[],
  found: readonly Comparison[],
): Comparison => wanted.find((each) => found.includes(each)) ?? "same";

/** What a type is one of: its variants, or what it is beside null. */
function choicesOf(node: TypeNode): readonly TypeId[] | undefined {
  if (node.kind === "nullable") return [node.of];
  return node.kind === "union" ? node.variants : undefined;
}

/** The places at which two lists may have different items. */
function places(...lists: readonly [List, List]): readonly number[] {
  const own = lists.map((list) =>
    list.kind === "array" ? 0 : list.items.length,
  );
  return Array.from({ length: Math.max(...own) + 1 }, (_, at) => at);
}

const mayBeObject: ReadonlySet<TypeNode["kind"]> = new Set([
  "unknown",
  "record",
  "object",
  "intersection",
]);
