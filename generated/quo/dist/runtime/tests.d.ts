// Generated from the runtime of telltale. Do not edit.

import { type JsonObject } from "./own.js";
/** To read properties of: the value, or an object without any where it is none. */
export declare const inside: (value: unknown) => Readonly<JsonObject>;
/** An object that passes. */
export declare const within: (
  value: unknown,
  test: (value: JsonObject) => boolean,
) => boolean;
/** An object without other properties than these. */
export declare function hasOnly(
  value: unknown,
  names: readonly string[],
): boolean;
/** One of these literals. */
export declare const isOneOf: (
  value: unknown,
  literals: readonly unknown[],
) => boolean;
/** A string that begins with one of these. */
export declare function startsWith(
  value: unknown,
  ...prefixes: readonly string[]
): boolean;
/** A string of so many characters, counted as code points (JSON Schema 2020-12 §6.3.1). */
export declare function isText(
  value: unknown,
  min?: number,
  max?: number,
): boolean;
/** A number within bounds; those that are `open` are not among the values. */
export declare const isBetween: (
  value: unknown,
  min?: number,
  max?: number,
  open?: "min" | "max" | "both",
) => boolean;
/** A number without a fraction; `1.0` is one (JSON Schema 2020-12 §6.1.1). */
export declare const isInteger: (
  value: unknown,
  min?: number,
  max?: number,
) => boolean;
/** An array of so many items. */
export declare const isList: (
  value: unknown,
  min?: number,
  max?: number,
) => value is readonly unknown[];
/** An array, every item one of these literals. */
export declare function isListOf(
  value: unknown,
  literals: readonly unknown[],
  min?: number,
  max?: number,
): boolean;
/** An array, every item of which passes. */
export declare function every(
  value: unknown,
  test: (item: unknown) => boolean,
  min?: number,
  max?: number,
): boolean;
/** An array, each of its first items as the test at its place says. */
export declare const everyPlace: (
  value: unknown,
  tests: readonly ((item: unknown) => boolean)[],
  min?: number,
  max?: number,
) => boolean;
/** An object, every value of which passes. */
export declare function everyValue(
  value: unknown,
  test: (value: unknown) => boolean,
): boolean;
