// Generated from the runtime of telltale. Do not edit.

import type { Test } from "./tagged.js";

/** The tests that `tagged` takes. */

/** The property is there, whatever it is. */
export const present: Test = (value) => value !== undefined;

/** Absent, or as the test says. */
export const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);

/** One of these literals. */
export const oneOf =
  (...literals: readonly unknown[]): Test =>
  (value) =>
    literals.includes(value);

/** An array of at least `minItems` items, each one of these literals. */
export const itemsOf =
  (literals: readonly unknown[], minItems = 0): Test =>
  (value) =>
    Array.isArray(value) &&
    value.length >= minItems &&
    value.every((item) => literals.includes(item));

/** One of these JSON types: `null`, `boolean`, `number`, `string`, `array`, `object`. */
export const ofType =
  (...types: readonly string[]): Test =>
  (value) =>
    types.includes(
      value === null ? "null" : Array.isArray(value) ? "array" : typeof value,
    );
