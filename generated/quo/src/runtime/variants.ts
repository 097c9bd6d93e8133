// Generated from the runtime of telltale. Do not edit.

import { isObject, type JsonObject } from "./own.js";
import type { Choice } from "./specific.js";
import { type Test, type Tests, within } from "./tests.js";

/** A variant, and whether a value fits it. */
export interface Candidate {
  readonly name: string;
  readonly fits: Test;
}

/** Leaves out variants that a value cannot be: `byHead`. */
export type VariantIndex = (
  all: readonly Candidate[],
) => (value: JsonObject) => readonly Candidate[];

/** What a value is called that fits no variant, or several. */
const unrecognized = "unrecognized";

/**
 * Which variant of a union a value is, where no property of the wire says so. A variant is struck
 * out only by a test that none of its values fails; the one that remains is the one, and nothing is
 * ever guessed.
 *
 * @param tests by variant, in the order of the description
 * @param choose among variants that all fit a value
 * @param index default: every variant is tested
 */
export function variants(
  tests: Readonly<Record<string, Tests>>,
  choose?: Choice,
  index?: VariantIndex,
): (value: unknown) => string {
  const all = Object.entries(tests).map(([name, own]): Candidate => ({
    name,
    fits: within(own),
  }));
  const candidatesOf = index?.(all);
  return (value) => {
    if (!isObject(value)) return unrecognized;
    let found: string | undefined;
    let others: string[] | undefined;
    for (const { name, fits } of candidatesOf?.(value) ?? all) {
      if (!fits(value)) continue;
      if (found === undefined) found = name;
      else (others ??= [found]).push(name);
    }
    return (others ? choose?.(others) : found) ?? unrecognized;
  };
}

/** As what `make` makes, but that is made when it is first needed: unused, it is in nobody's bundle. */
export function lazyVariants(
  make: () => (value: unknown) => string,
): (value: unknown) => string {
  let made: ReturnType<typeof make> | undefined;
  return (value) => (made ??= make())(value);
}
