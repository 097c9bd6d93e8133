// Generated from the runtime of telltale. Do not edit.

import type { Tests } from "./tests.js";
/**
 * Which variant of a union a value is, where no property of the wire says so. A variant is struck
 * out only by a test that none of its values fails; the one that remains is the one, and nothing is
 * ever guessed.
 *
 * @param tests by variant, in the order of the description
 * @param over by variant: those it wins over where a value fits both, being more specific than they are
 */
export declare function variants(
  tests: Readonly<Record<string, Tests>>,
  over?: Readonly<Record<string, readonly string[]>>,
): (value: unknown) => string;
