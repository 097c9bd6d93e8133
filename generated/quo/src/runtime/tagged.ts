// Generated from the runtime of telltale. Do not edit.

import { isObject, type JsonObject } from "./own.js";
import type { UnionShape } from "./shape.js";
import type { Choice } from "./specific.js";
import type { Tests } from "./tests.js";
import { type VariantIndex, variants } from "./variants.js";

export interface More {
  /** Which variant a value is that fits several. */
  readonly choose?: Choice;
  /** Spares testing every one of many variants. */
  readonly index?: VariantIndex;
  /** The shapes of variants that have unions inside. */
  readonly inside?: Readonly<Record<string, UnionShape>>;
}

/**
 * What the wire had under the name of the tag, which no variant declares: it is kept beside the tag and in
 * copies of the value, and sent again.
 */
const arrived: unique symbol = /* @__PURE__ */ Symbol();

interface Tagged extends JsonObject {
  [arrived]?: unknown;
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
  { choose, index, inside = {} }: More = {},
): UnionShape {
  const variantOf = variants(tests, choose, index);
  const insides = new Map(Object.entries(inside));
  return {
    tag(value) {
      if (!isObject(value)) return value;
      const name = variantOf(value);
      if (insides.size > 0) insides.get(name)?.tag(value);
      if (tag in value) (value as Tagged)[arrived] = value[tag];
      // Engines add a property twice as fast where its name is written out; nearly all tags have this one.
      if (tag === "kind") value["kind"] = name;
      else value[tag] = name;
      return value;
    },
    untag(value) {
      if (!isObject(value)) return value;
      const { [tag]: name, ...wire }: Tagged = value;
      if (arrived in wire) wire[tag] = wire[arrived];
      const known = typeof name === "string" ? name : variantOf(wire);
      return insides.get(known)?.untag(wire) ?? wire;
    },
  };
}
