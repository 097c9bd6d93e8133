// Generated from the runtime of telltale. Do not edit.

import { type JsonObject } from "./own.js";
import type { Choice } from "./specific.js";
import { type Test, type Tests } from "./tests.js";
/** A variant, and whether a value fits it. */
export interface Candidate {
  readonly name: string;
  readonly fits: Test;
}
/** Leaves out variants that a value cannot be: `byHead`. */
export type VariantIndex = (
  all: readonly Candidate[],
) => (value: JsonObject) => readonly Candidate[];
/**
 * Which variant of a union a value is, where no property of the wire says so. A variant is struck
 * out only by a test that none of its values fails; the one that remains is the one, and nothing is
 * ever guessed.
 *
 * @param tests by variant, in the order of the description
 * @param choose among variants that all fit a value
 * @param index default: every variant is tested
 */
export declare function variants(
  tests: Readonly<Record<string, Tests>>,
  choose?: Choice,
  index?: VariantIndex,
): (value: unknown) => string;
/** As what `make` makes, but that is made when it is first needed: unused, it is in nobody's bundle. */
export declare function lazyVariants(
  make: () => (value: unknown) => string,
): (value: unknown) => string;
