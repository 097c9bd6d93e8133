// Generated from the runtime of telltale. Do not edit.

import { isObject } from "./own.js";
import { within } from "./tests.js";
/** What a value is called that fits no variant, or several. */
const unrecognized = "unrecognized";
/**
 * A union that no property of the wire tells apart. A variant is struck out only by a test that none
 * of its values fails; the one that remains gives the value its tag, and nothing is ever guessed.
 *
 * @param tests by tag, in the order of the description
 */
export function tagged(tag, tests, { over = {}, inside = {} } = {}) {
  const variants = Object.entries(tests).map(([name, variant]) => [
    name,
    within(variant),
  ]);
  const shapeOf = (name) => {
    const found = Object.hasOwn(inside, name) ? inside[name] : undefined;
    return typeof found === "function" ? found() : found;
  };
  const find = (value) => {
    let found;
    let others;
    for (const [name, fits] of variants) {
      if (!fits(value)) continue;
      if (found === undefined) found = name;
      else (others ??= [found]).push(name);
    }
    if (others === undefined) return found ?? unrecognized;
    const remaining = others;
    const winner = remaining.find((name) =>
      remaining.every((other) => other === name || over[name]?.includes(other)),
    );
    return winner ?? unrecognized;
  };
  return {
    tag(value) {
      if (!isObject(value)) return;
      const name = find(value);
      shapeOf(name)?.tag(value);
      value[tag] = name;
    },
    untag(value) {
      if (!isObject(value)) return value;
      const { [tag]: name, ...wire } = value;
      const known = typeof name === "string" ? name : find(wire);
      return shapeOf(known)?.untag(wire) ?? wire;
    },
  };
}
