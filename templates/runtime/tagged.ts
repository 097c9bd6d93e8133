import { candidates } from "./candidates.js";
import { isObject, type JsonObject } from "./own.js";
import type { UnionShape } from "./shape.js";
import type { ShapeOf } from "./shapes.js";
import type { Tests } from "./tests.js";

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
  const candidatesOf = candidates(tests);
  const insides = new Map(Object.entries(inside));
  const shapeOf = (name: string): UnionShape | undefined => {
    const found = insides.get(name);
    return typeof found === "function" ? found() : found;
  };
  const find = (value: JsonObject): string => {
    let found: string | undefined;
    let others: string[] | undefined;
    for (const { name, fits, needs } of candidatesOf(value)) {
      if (needs !== undefined && value[needs] === undefined) continue;
      if (!fits(value)) continue;
      if (found === undefined) found = name;
      else (others ??= [found]).push(name);
    }
    if (others === undefined) return found ?? unrecognized;
    return winner(others, over) ?? unrecognized;
  };
  return {
    tag(value) {
      if (!isObject(value)) return;
      const name = find(value);
      if (insides.size > 0) shapeOf(name)?.tag(value);
      // Engines add a property twice as fast where its name is written out; nearly all tags have this one.
      if (tag === "kind") value["kind"] = name;
      else value[tag] = name;
    },
    untag(value) {
      if (!isObject(value)) return value;
      const { [tag]: name, ...wire } = value;
      const known = typeof name === "string" ? name : find(wire);
      return shapeOf(known)?.untag(wire) ?? wire;
    },
  };
}

/** The one that is more specific than each of the others. */
const winner = (
  names: readonly string[],
  over: NonNullable<More["over"]>,
): string | undefined =>
  names.find((name) =>
    names.every(
      (other) =>
        other === name ||
        (Object.hasOwn(over, name) && over[name]?.includes(other)),
    ),
  );
