// Generated from the runtime of telltale. Do not edit.

import { isObject } from "./own.js";
/**
 * What decoders ask of a value, `undefined` where there is none. Tests of properties stand in the decoder itself;
 * these are the longer ones.
 */
const nothing = /* @__PURE__ */ Object.freeze({});
/** To read properties of: the value, or an object without any where it is none. */
export const inside = (value) => (isObject(value) ? value : nothing);
/** An object that passes. */
export const within = (value, test) => isObject(value) && test(value);
/** An object without other properties than these. */
export function hasOnly(value, names) {
  if (!isObject(value)) return false;
  for (const name in value)
    if (!names.includes(name) && Object.hasOwn(value, name)) return false;
  return true;
}
/** One of these literals. */
export const isOneOf = (value, literals) => literals.includes(value);
/** A string that begins with one of these. */
export function startsWith(value, ...prefixes) {
  if (typeof value !== "string") return false;
  for (const prefix of prefixes) if (value.startsWith(prefix)) return true;
  return false;
}
/** A string of so many characters, counted as code points (JSON Schema 2020-12 §6.3.1). */
export function isText(value, min = 0, max = Infinity) {
  if (typeof value !== "string" || value.length < min) return false;
  // A code point is one or two units.
  if (value.length >= 2 * min && value.length <= max) return true;
  let length = 0;
  for (const _ of value) length++;
  return length >= min && length <= max;
}
/** A number within bounds; those that are `open` are not among the values. */
export const isBetween = (value, min = -Infinity, max = Infinity, open) =>
  typeof value === "number" &&
  (open === "min" || open === "both" ? value > min : value >= min) &&
  (open === "max" || open === "both" ? value < max : value <= max);
/** A number without a fraction; `1.0` is one (JSON Schema 2020-12 §6.1.1). */
export const isInteger = (value, min = -Infinity, max = Infinity) =>
  Number.isInteger(value) && value >= min && value <= max;
/** An array of so many items. */
export const isList = (value, min = 0, max = Infinity) =>
  Array.isArray(value) && value.length >= min && value.length <= max;
/** An array, every item one of these literals. */
export function isListOf(value, literals, min = 0, max = Infinity) {
  if (!isList(value, min, max)) return false;
  for (let at = 0; at < value.length; at++)
    if (!literals.includes(value[at])) return false;
  return true;
}
/** An array, every item of which passes. */
export function every(value, test, min = 0, max = Infinity) {
  if (!isList(value, min, max)) return false;
  for (let at = 0; at < value.length; at++) if (!test(value[at])) return false;
  return true;
}
/** An array, each of its first items as the test at its place says. */
export const everyPlace = (value, tests, min = 0, max = Infinity) =>
  isList(value, min, max) &&
  tests.every((test, at) => at >= value.length || test(value[at]));
/** An object, every value of which passes. */
export function everyValue(value, test) {
  if (!isObject(value)) return false;
  for (const name in value)
    if (Object.hasOwn(value, name) && !test(value[name])) return false;
  return true;
}
