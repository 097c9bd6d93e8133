// Generated from the runtime of telltale. Do not edit.

import { isObject, own } from "./own.js";
import { shape } from "./shape.js";
/** Shapes are put together from these. What they walk through is copied where something in it changes. */
/** Properties of an object that have shapes. */
export function properties(of) {
  return shape((value, act) => {
    if (!isObject(value)) return value;
    let copy = value;
    for (const name in of) {
      if (!Object.hasOwn(value, name)) continue;
      const before = value[name];
      const after = of[name][act](before);
      if (after !== before)
        copy = {
          ...copy,
          [name]: after,
        };
    }
    return copy;
  });
}
/** The items of an array. */
export function items(of) {
  return eachItem(() => of);
}
/** The items of a tuple, each by its place, and those after them. */
export function places(of, rest) {
  return eachItem((at) => (at < of.length ? of[at] : rest));
}
function eachItem(shapeAt) {
  return shape((value, act) => {
    if (!Array.isArray(value)) return value;
    let copy = value;
    for (let at = 0; at < value.length; at++) {
      if (at % together === 0) touch(value, at);
      const before = value[at];
      const of = shapeAt(at);
      const after = of ? of[act](before) : before;
      if (after === before) continue;
      if (copy === value) copy = [...value];
      copy[at] = after;
    }
    return copy;
  });
}
/**
 * Items of a long list are not in the processor's cache any more. To be told apart they are waited for one by one;
 * to be touched, several at once.
 */
const together = 8;
/** Counted, as nothing else keeps an engine from leaving the touch out. */
let texts = 0;
function touch(list, from) {
  const end = Math.min(from + together, list.length);
  for (let at = from; at < end; at++) if (typeof list[at] === "string") texts++;
}
/** The values of a map whose names begin so, those of its declared properties excepted. */
export function values(of, except = [], prefix = "") {
  return shape((value, act) => {
    if (!isObject(value)) return value;
    let copy = value;
    for (const name in value) {
      if (!Object.hasOwn(value, name)) continue;
      if (!name.startsWith(prefix) || except.includes(name)) continue;
      const before = value[name];
      const after = of[act](before);
      if (after === before) continue;
      if (copy === value) copy = { ...value };
      copy[name] = after;
    }
    return copy;
  });
}
/** Several shapes that look at the same value, each for what it knows. */
export function all(...of) {
  return shape((value, act) =>
    of.reduce((result, each) => each[act](result), value),
  );
}
/**
 * The variants of a union whose own property tells them apart.
 *
 * @param otherwise the variant of a value that has no tag, or one that is not listed
 */
export function select(property, of, otherwise) {
  return shape((value, act) => {
    if (!isObject(value)) return value;
    const tag = own(value, property);
    const found = of.find(([tags]) => tags.includes(tag));
    const variant = found ? found[1] : otherwise;
    return variant ? variant[act](value) : value;
  });
}
