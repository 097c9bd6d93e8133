import type { Json } from "../../ir/source.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { intersect } from "../intersect.ts";
import type { Types } from "../types.ts";
import { accepts } from "./witness-check.ts";
import { createSearch } from "./witness-search.ts";
import { smallestValue } from "./witness-value.ts";

/**
 * A small value that is valid for both types: the smallest of their intersection, which is then
 * checked against each of the two by itself. Where none could be built, that says nothing: they may still overlap.
 */
export function witnessOf(
  left: TypeId,
  right: TypeId,
  types: Types,
): WitnessFound {
  const both = intersect(left, right, types.node(left).origin, types);
  const search = createSearch(types);
  const value = smallestValue(both, search);
  const isValid =
    value !== undefined &&
    accepts(value, left, search) === true &&
    accepts(value, right, search) === true;
  return { value: isValid ? value : undefined, isGivenUp: search.left < 0 };
}

export interface WitnessFound {
  /** `undefined` where none was found. */
  readonly value: Json | undefined;
  /** Whether the search ended before everything worth a try was tried. */
  readonly isGivenUp: boolean;
}
