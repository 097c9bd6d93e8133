// Generated from the runtime of telltale. Do not edit.

import { isObject } from "./own.js";
import { within } from "./tests.js";
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
export function variants(tests, choose, index) {
  const all = Object.entries(tests).map(([name, own]) => ({
    name,
    fits: within(own),
  }));
  const candidatesOf = index?.(all);
  return (value) => {
    if (!isObject(value)) return unrecognized;
    let found;
    let others;
    for (const { name, fits } of candidatesOf?.(value) ?? all) {
      if (!fits(value)) continue;
      if (found === undefined) found = name;
      else (others ??= [found]).push(name);
    }
    return (others ? choose?.(others) : found) ?? unrecognized;
  };
}
/** As what `make` makes, but that is made when it is first needed: unused, it is in nobody's bundle. */
export function lazyVariants(make) {
  let made;
  return (value) => (made ??= make())(value);
}
