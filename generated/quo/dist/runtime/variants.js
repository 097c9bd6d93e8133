// Generated from the runtime of telltale. Do not edit.

import { candidates } from "./candidates.js";
import { isObject } from "./own.js";
/** What a value is called that fits no variant, or several. */
const unrecognized = "unrecognized";
/**
 * Which variant of a union a value is, where no property of the wire says so. A variant is struck
 * out only by a test that none of its values fails; the one that remains is the one, and nothing is
 * ever guessed.
 *
 * @param tests by variant, in the order of the description
 * @param over by variant: those it wins over where a value fits both, being more specific than they are
 */
export function variants(tests, over = {}) {
  const candidatesOf = candidates(tests);
  const isOver = (name, other) =>
    Object.hasOwn(over, name) && over[name]?.includes(other) === true;
  return (value) => {
    if (!isObject(value)) return unrecognized;
    let found;
    let others;
    for (const { name, fits } of candidatesOf(value)) {
      if (!fits(value)) continue;
      if (found === undefined) found = name;
      else (others ??= [found]).push(name);
    }
    if (others === undefined) return found ?? unrecognized;
    const remaining = others;
    const winner = remaining.find((name) =>
      remaining.every((other) => other === name || isOver(name, other)),
    );
    return winner ?? unrecognized;
  };
}
