// Generated from the runtime of telltale. Do not edit.

/** What a value is called that fits no variant, or several. */
const unrecognized = "unrecognized";
/**
 * A union that no property of the wire tells apart. A variant is struck out only by a test that none
 * of its values fails; the one that remains gives the value its tag, and nothing is ever guessed.
 *
 * @param tests by tag, in the order of the description
 * @param inside the shapes of variants that have unions inside
 */
export function tagged(tag, tests, inside = {}) {
  const variants = Object.entries(tests).map(([name, variant]) => [
    name,
    Object.entries(variant),
  ]);
  const shapeOf = (name) => {
    const found =
      typeof name === "string" && Object.hasOwn(inside, name)
        ? inside[name]
        : undefined;
    return typeof found === "function" ? found() : found;
  };
  const find = (value) => {
    let found;
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
const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
function fits(value, tests) {
  for (const [property, test] of tests) {
    if (!test(Object.hasOwn(value, property) ? value[property] : undefined)) {
      return false;
    }
  }
  return true;
}
