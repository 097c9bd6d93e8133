// Generated from the runtime of telltale. Do not edit.

import type { Shape } from "./shape.js";
import type { ShapeOf } from "./shapes.js";

/** Whether a value, `undefined` if absent, is one that a variant can have at this place. */
export type Test = (value: unknown) => boolean;

/** Tests by property; a variant fits a value that passes all of them. */
export type Tests = Readonly<Record<string, Test>>;

/** What a value is called that fits no variant, or several. */
const unrecognized = "unrecognized";

type Json = Record<string, unknown>;

/**
 * A union that no property of the wire tells apart. A variant is struck out only by a test that none
 * of its values fails; the one that remains gives the value its tag, and nothing is ever guessed.
 *
 * @param tests by tag, in the order of the description
 * @param inside the shapes of variants that have unions inside
 */
export function tagged(
  tag: string,
  tests: Readonly<Record<string, Tests>>,
  inside: Readonly<Record<string, ShapeOf>> = {},
): Shape {
  const variants = Object.entries(tests).map(
    ([name, variant]) => [name, Object.entries(variant)] as const,
  );
  const shapeOf = (name: unknown): Shape | undefined => {
    const found =
      typeof name === "string" && Object.hasOwn(inside, name)
        ? inside[name]
        : undefined;
    return typeof found === "function" ? found() : found;
  };
  const find = (value: Json): string => {
    let found: string | undefined;
    for (const [name, variant] of variants) {
      if (!fits(value, variant)) continue;
      if (found !== undefined) return unrecognized;
      found = name;
    }
    return found ?? unrecognized;
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
      return shapeOf(name ?? find(wire))?.untag(wire) ?? wire;
    },
  };
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fits(
  value: Json,
  tests: readonly (readonly [property: string, test: Test])[],
): boolean {
  for (const [property, test] of tests) {
    if (!test(Object.hasOwn(value, property) ? value[property] : undefined)) {
      return false;
    }
  }
  return true;
}
