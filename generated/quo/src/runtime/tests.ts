// Generated from the runtime of telltale. Do not edit.

import { isObject, type JsonObject } from "./own.js";

/**
 * What decoders ask of a value, `undefined` where there is none. Tests of properties stand in the decoder itself;
 * these are the longer ones.
 */

const nothing: Readonly<JsonObject> = /* @__PURE__ */ Object.freeze({});

/** To read properties of: the value, or an object without any where it is none. */
export const inside = (value: unknown): Readonly<JsonObject> =>
  isObject(value) ? value : nothing;

/** An object that passes. */
export const within = (
  value: unknown,
  test: (value: JsonObject) => boolean,
): boolean => isObject(value) && test(value);

/** An object without other properties than these. */
export function hasOnly(value: unknown, names: readonly string[]): boolean {
  if (!isObject(value)) return false;
  for (const name in value)
    if (!names.includes(name) && Object.hasOwn(value, name)) return false;
  return true;
}

/** One of these literals. */
export const isOneOf = (
  value: unknown,
  literals: readonly unknown[],
): boolean => literals.includes(value);

/** A string that begins with one of these. */
export function startsWith(
  value: unknown,
  ...prefixes: readonly string[]
): boolean {
  if (typeof value !== "string") return false;
  for (const prefix of prefixes) if (value.startsWith(prefix)) return true;
  return false;
}

/** A string of so many characters, counted as code points (JSON Schema 2020-12 §6.3.1). */
export function isText(
  value: unknown,
  min: number = 0,
  max: number = Infinity,
): boolean {
  if (typeof value !== "string" || value.length < min) return false;
  // A code point is one or two units.
  if (value.length >= 2 * min && value.length <= max) return true;
  let length = 0;
  for (const _ of value) length++;
  return length >= min && length <= max;
}

/** A number within bounds; those that are `open` are not among the values. */
export const isBetween = (
  value: unknown,
  min: number = -Infinity,
  max: number = Infinity,
  open?: "min" | "max" | "both",
): boolean =>
  typeof value === "number" &&
  (open === "min" || open === "both" ? value > min : value >= min) &&
  (open === "max" || open === "both" ? value < max : value <= max);

/** A number without a fraction; `1.0` is one (JSON Schema 2020-12 §6.1.1). */
export const isInteger = (
  value: unknown,
  min: number = -Infinity,
  max: number = Infinity,
): boolean =>
  Number.isInteger(value) &&
  (value as number) >= min &&
  (value as number) <= max;

/** An array of so many items. */
export const isList = (
  value: unknown,
  min: number = 0,
  max: number = Infinity,
): value is readonly unknown[] =>
  Array.isArray(value) && value.length >= min && value.length <= max;

/** An array, every item one of these literals. */
export function isListOf(
  value: unknown,
  literals: readonly unknown[],
  min: number = 0,
  max: number = Infinity,
): boolean {
  if (!isList(value, min, max)) return false;
  for (let at = 0; at < value.length; at++)
    if (!literals.includes(value[at])) return false;
  return true;
}

/** An array, every item of which passes. */
export function every(
  value: unknown,
  test: (item: unknown) => boolean,
  min: number = 0,
  max: number = Infinity,
): boolean {
  if (!isList(value, min, max)) return false;
  for (let at = 0; at < value.length; at++) if (!test(value[at])) return false;
  return true;
}

/** An array, each of its first items as the test at its place says. */
export const everyPlace = (
  value: unknown,
  tests: readonly ((item: unknown) => boolean)[],
  min: number = 0,
  max: number = Infinity,
): boolean =>
  isList(value, min, max) &&
  tests.every((test, at) => at >= value.length || test(value[at]));

/** An object, every value of which passes. */
export function everyValue(
  value: unknown,
  test: (value: unknown) => boolean,
): boolean {
  if (!isObject(value)) return false;
  for (const name in value)
    if (Object.hasOwn(value, name) && !test(value[name])) return false;
  return true;
}
