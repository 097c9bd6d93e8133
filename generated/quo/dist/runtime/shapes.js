// Generated from the runtime of telltale. Do not edit.

import { isObject, own } from "./own.js";
const shape = (of) => (typeof of === "function" ? of() : of);
/** Properties of an object that have shapes. */
export function properties(of) {
  return {
    tag(value) {
      if (!isObject(value)) return;
      for (const name in of) {
        if (Object.hasOwn(value, name)) shape(of[name]).tag(value[name]);
      }
    },
    untag(value) {
      if (!isObject(value)) return value;
      let copy = value;
      for (const name in of) {
        if (!Object.hasOwn(value, name)) continue;
        const before = value[name];
        const after = shape(of[name]).untag(before);
        if (after !== before)
          copy = {
            ...copy,
            [name]: after,
          };
      }
      return copy;
    },
  };
}
/** The items of an array. */
export function items(of) {
  return {
    tag(value) {
      if (!Array.isArray(value)) return;
      const each = shape(of);
      for (const item of value) each.tag(item);
    },
    untag: (value) =>
      Array.isArray(value) ? value.map((item) => shape(of).untag(item)) : value,
  };
}
/** The items of a tuple, each by its place, and those after them. */
export function places(of, rest) {
  const at = (index) => {
    const found = index < of.length ? of[index] : rest;
    return found && shape(found);
  };
  return {
    tag(value) {
      if (!Array.isArray(value)) return;
      value.forEach((item, index) => at(index)?.tag(item));
    },
    untag: (value) =>
      Array.isArray(value)
        ? value.map((item, index) => {
            const place = at(index);
            return place ? place.untag(item) : item;
          })
        : value,
  };
}
/** The values of a map, those of its declared properties excepted. */
export function values(of, except = []) {
  return {
    tag(value) {
      if (!isObject(value)) return;
      for (const [key, member] of Object.entries(value)) {
        if (!except.includes(key)) shape(of).tag(member);
      }
    },
    untag: (value) =>
      isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, member]) => [
              key,
              except.includes(key) ? member : shape(of).untag(member),
            ]),
          )
        : value,
  };
}
/** Several shapes that look at the same value, each for what it knows. */
export function all(...of) {
  return {
    tag(value) {
      for (const each of of) shape(each).tag(value);
    },
    untag: (value) =>
      of.reduce((result, each) => shape(each).untag(result), value),
  };
}
/**
 * The variants of a union whose own property tells them apart.
 *
 * @param otherwise the variant of a value that has no tag, or one that is not listed
 */
export function select(property, of, otherwise) {
  const find = (value) => {
    if (!isObject(value)) return undefined;
    const tag = own(value, property);
    const found = of.find(([tags]) => tags.includes(tag));
    const variant = found ? found[1] : otherwise;
    return variant && shape(variant);
  };
  return {
    tag: (value) => find(value)?.tag(value),
    untag: (value) => {
      const variant = find(value);
      return variant ? variant.untag(value) : value;
    },
  };
}
