// Generated from the runtime of telltale. Do not edit.

import { candidates } from "./candidates.js";
import { isObject } from "./own.js";
import type { Choice } from "./specific.js";
import type { Tests } from "./tests.js";

/** What a value is called that fits no variant, or several. */
const unrecognized = "unrecognized";

/**
 * Which variant of a union a value is, where no property of the wire says so. A variant is struck
 * out only by a test that none of its values fails; the one that remains is the one, and nothing is
 * ever guessed.
 *
 * @param tests by variant, in the order of the description
 * @param choose among variants that all fit a value
 */
export function variants(
  tests: Readonly<Record<string, Tests>>,
  choose?: Choice,
): (value: unknown) => string {
  const candidatesOf = candidates(tests);
  return (value) => {
    if (!isObject(value)) return unrecognized;
    let found: string | undefined;
    let others: string[] | undefined;
    for (const { name, fits } of candidatesOf(value)) {
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
