import { isObject, type JsonObject } from "./own.js";
import type { UnionShape } from "./shape.js";
import type { ShapeOf } from "./shapes.js";
import { type Test, type Tests, within } from "./tests.js";

/** What a value is called that fits no variant, or several. */
const unrecognized = "unrecognized";

export interface More {
  /** By variant: those it wins over where a value fits both, being more specific than they are. */
  readonly over?: Readonly<Record<string, readonly string[]>>;
  /** The shapes of variants that have unions inside. */
  readonly inside?: Readonly<Record<string, ShapeOf>>;
}

/**
 * A union that no property of the wire tells apart. A variant is struck out only by a test that none
 * of its values fails; the one that remains gives the value its tag, and nothing is ever guessed.
 *
 * @param tests by tag, in the order of the description
 */
export function tagged(
  tag: string,
  tests: Readonly<Record<string, Tests>>,
  { over = {}, inside = {} }: More = {},
): UnionShape {
  const variants = Object.entries(tests).map(
    ([name, variant]): [string, Test] => [name, within(variant)],
  );
  const isOver = (name: string, other: string): boolean =>
    Object.hasOwn(over, name) && over[name]?.includes(other) === true;
  const shapeOf = (name: string): UnionShape | undefined => {
    const found = Object.hasOwn(inside, name) ? inside[name] : undefined;
    return typeof found === "function" ? found() : found;
  };
  const find = (value: JsonObject): string => {
    let found: string | undefined;
    let others: string[] | undefined;
    for (const [name, fits] of variants) {
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
