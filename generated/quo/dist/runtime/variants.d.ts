// Generated from the runtime of telltale. Do not edit.

import type { Choice } from "./specific.js";
import type { Tests } from "./tests.js";
/**
 * Which variant of a union a value is, where no property of the wire says so. A variant is struck
 * out only by a test that none of its values fails; the one that remains is the one, and nothing is
 * ever guessed.
 *
 * @param tests by variant, in the order of the description
 * @param choose among variants that all fit a value
 */
export declare function variants(
  tests: Readonly<Record<string, Tests>>,
  choose?: Choice,
): (value: unknown) => string;
/** As what `make` makes, but that is made when it is first needed: unused, it is in nobody's bundle. */
export declare function lazyVariants(
  make: () => (value: unknown) => string,
): (value: unknown) => string;
