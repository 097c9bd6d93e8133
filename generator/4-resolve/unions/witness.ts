import type { Json } from "../../ir/source.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { intersect } from "../intersect.ts";
import type { Types } from "../types.ts";
import { accepts } from "./witness-check.ts";
import { smallestValue } from "./witness-value.ts";

/**
 * A small value that is valid for both types: the smallest of their intersection, which is then
 * checked against each of the two by itself. `undefined` where none could be built, which says
 * nothing: they may still overlap.
 */
export function witnessOf(
  left: TypeId,
  right: TypeId,
  types: Types,
): Json | undefined {
  const both = intersect(left, right, types.node(left).origin, types);
  const value = smallestValue(both, types);
  return value !== undefined &&
    accepts(value, left, types) === true &&
    accepts(value, right, types) === true
    ? value
    : undefined;
}
