// Generated from the runtime of telltale. Do not edit.

import { isObject } from "./own.js";
import { variants } from "./variants.js";
/**
 * What the wire had under the name of the tag, which no variant declares: it is kept beside the tag and in
 * copies of the value, and sent again.
 */
const arrived = /* @__PURE__ */ Symbol();
/**
 * A union that no property of the wire tells apart: its values get a tag that says which variant
 * they are, and what is sent loses it again.
 *
 * @param tests by tag, in the order of the description
 */
export function tagged(tag, tests, { choose, index, inside = {} } = {}) {
  const variantOf = variants(tests, choose, index);
  const insides = new Map(Object.entries(inside));
  return {
    tag(value) {
      if (!isObject(value)) return value;
      const name = variantOf(value);
      if (insides.size > 0) insides.get(name)?.tag(value);
      if (tag in value) value[arrived] = value[tag];
      // Engines add a property twice as fast where its name is written out; nearly all tags have this one.
      if (tag === "kind") value["kind"] = name;
      else value[tag] = name;
      return value;
    },
    untag(value) {
      if (!isObject(value)) return value;
      const { [tag]: name, ...wire } = value;
      if (arrived in wire) wire[tag] = wire[arrived];
      const known = typeof name === "string" ? name : variantOf(wire);
      return insides.get(known)?.untag(wire) ?? wire;
    },
  };
}
