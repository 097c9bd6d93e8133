// Generated from the runtime of telltale. Do not edit.

import { isObject } from "./own.js";
import type { UnionShape } from "./shape.js";
import type { ShapeOf } from "./shapes.js";
import type { Tests } from "./tests.js";
import { variants } from "./variants.js";

export interface More {
  /** By variant: those it wins over where a value fits both. */
  readonly over?: Readonly<Record<string, readonly string[]>>;
  /** The shapes of variants that have unions inside. */
  readonly inside?: Readonly<Record<string, ShapeOf>>;
}

/**
 * A union that no property of the wire tells apart: its values get a tag that says which variant
 * they are, and what is sent loses it again.
 *
 * @param tests by tag, in the order of the description
 */
export function tagged(
  tag: string,
  tests: Readonly<Record<string, Tests>>,
  { over = {}, inside = {} }: More = {},
): UnionShape {
  const variantOf = variants(tests, over);
  const insides = new Map(Object.entries(inside));
  const shapeOf = (name: string): UnionShape | undefined => {
    const found = insides.get(name);
    return typeof found === "function" ? found() : found;
  };
  return {
    tag(value) {
      if (!isObject(value)) return;
      const name = variantOf(value);
      if (insides.size > 0) shapeOf(name)?.tag(value);
      // Engines add a property twice as fast where its name is written out; nearly all tags have this one.
      if (tag === "kind") value["kind"] = name;
      else value[tag] = name;
    },
    untag(value) {
      if (!isObject(value)) return value;
      const { [tag]: name, ...wire } = value;
      const known = typeof name === "string" ? name : variantOf(wire);
      return shapeOf(known)?.untag(wire) ?? wire;
    },
  };
}
