// Generated from the runtime of telltale. Do not edit.

import { isObject } from "./own.js";
/**
 * What the wire had under the name of the tag, which no variant declares: it is kept beside the tag and in
 * copies of the value, and sent again.
 */
const arrived = /* @__PURE__ */ Symbol();
/**
 * A union that no property of the wire tells apart: its values get a tag that says which variant
 * they are, and what is sent loses it again.
 *
 * @param inside by tag: the shapes of variants that have unions inside
 */
export function tagged(tag, decide, inside = {}) {
  const insides = new Map(Object.entries(inside));
  return {
    tag(value) {
      if (!isObject(value)) return value;
      const name = decide(value);
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
      const known = typeof name === "string" ? name : decide(wire);
      return insides.get(known)?.untag(wire) ?? wire;
    },
  };
}
