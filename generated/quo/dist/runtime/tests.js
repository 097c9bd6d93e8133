// Generated from the runtime of telltale. Do not edit.

import { isObject, reader } from "./own.js";
/** The property is there, whatever it is. */
export const present = (value) => value !== undefined;
/** The property is not there. */
export const absent = /* @__PURE__ */ headed(
  [undefined],
  (value) => value === undefined,
);
export const anything = () => true;
/** Absent, or as the test says. */
export const optional = (test) =>
  headed(
    test.heads && [...test.heads, undefined],
    (value) => value === undefined || test(value),
  );
export const orNull = (test) =>
  headed(
    test.heads && [...test.heads, null],
    (value) => value === null || test(value),
  );
/** As at least one of the tests says. */
export const either =
  (...tests) =>
  (value) => {
    for (const test of tests) if (test(value)) return true;
    return false;
  };
/** One of these literals. */
export const oneOf = (...literals) => headed(literals, isOneOf(literals));
function isOneOf(literals) {
  const [only] = literals;
  if (literals.length === 1) return (value) => value === only;
  return (value) => literals.includes(value);
}
/** One of these JSON types: `null`, `boolean`, `number`, `string`, `array`, `object`. */
export const ofType = (...types) => {
  const [only = ""] = types;
  if (types.length === 1 && ["string", "number", "boolean"].includes(only)) {
    return (value) => typeof value === only;
  }
  return (value) =>
    types.includes(
      value === null ? "null" : Array.isArray(value) ? "array" : typeof value,
    );
};
/** A string that begins with one of these. */
export const startingWith =
  (...prefixes) =>
  (value) => {
    if (typeof value !== "string") return false;
    for (const prefix of prefixes) if (value.startsWith(prefix)) return true;
    return false;
  };
/** A string of so many characters, counted as code points (JSON Schema 2020-12 §6.3.1). */
export const textOf =
  (min = 0, max = Infinity) =>
  (value) => {
    if (typeof value !== "string" || value.length < min) return false;
    // A code point is one or two units.
    if (value.length >= 2 * min && value.length <= max) return true;
    let length = 0;
    for (const _ of value) length++;
    return length >= min && length <= max;
  };
/** A number within bounds; those that are `open` are not among the values. */
export const between =
  (min = -Infinity, max = Infinity, open) =>
  (value) =>
    typeof value === "number" &&
    (open === "min" || open === "both" ? value > min : value >= min) &&
    (open === "max" || open === "both" ? value < max : value <= max);
/** A number without a fraction; `1.0` is one (JSON Schema 2020-12 §6.1.1). */
export const integer =
  (min = -Infinity, max = Infinity) =>
  (value) =>
    Number.isInteger(value) && value >= min && value <= max;
const hasLength = (value, min, max) =>
  value.length >= min && value.length <= max;
/** An array, every item one of these literals. */
export const itemsOf = (literals, min = 0, max = Infinity) =>
  headed(
    min > 0 ? literals : [...literals, undefined],
    each(isOneOf(literals), min, max),
  );
/** An array, every item as the test says. */
export const each =
  (test, min = 0, max = Infinity) =>
  (value) => {
    if (!Array.isArray(value) || !hasLength(value, min, max)) return false;
    for (let at = 0; at < value.length; at++)
      if (!test(value[at])) return false;
    return true;
  };
/** An array, each of its first items as the test at its place says. */
export const eachOf =
  (tests, min = 0, max = Infinity) =>
  (value) =>
    Array.isArray(value) &&
    hasLength(value, min, max) &&
    tests.every((test, at) => at >= value.length || test(value[at]));
/** An object, every value of it as the test says. */
export const eachValue = (test) => (value) => {
  if (!isObject(value)) return false;
  for (const name in value) {
    if (Object.hasOwn(value, name) && !test(value[name])) return false;
  }
  return true;
};
/** An object whose properties are as the tests say, and, if `closed`, no others. */
export function within(tests, closed = false) {
  const names = Object.keys(tests);
  const of = Object.values(tests);
  const read = names.map(reader);
  const test = (value) => {
    if (!isObject(value)) return false;
    for (let at = 0; at < read.length; at++) {
      if (!of[at](read[at](value))) return false;
    }
    return !closed || Object.keys(value).every((name) => names.includes(name));
  };
  return Object.assign(test, { inside: tests });
}
function headed(heads, test) {
  return heads ? Object.assign(test, { heads }) : test;
}
