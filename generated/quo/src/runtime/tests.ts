// Generated from the runtime of telltale. Do not edit.

import { isObject, reader } from "./own.js";

/** Whether a value, `undefined` where there is none, is one that a variant can have at this place. */
export interface Test {
  (value: unknown): boolean;
  /** Where known, the heads of all values that pass: a scalar itself, the first item of an array. */
  readonly heads?: readonly unknown[];
  /** Where known, the tests of its properties, all of which a value passes. */
  readonly inside?: Tests;
}

/** Tests by property; a variant fits a value that passes all of them. */
export type Tests = Readonly<Record<string, Test>>;

/** The property is there, whatever it is. */
export const present: Test = (value) => value !== undefined;

/** The property is not there. */
export const absent: Test = /* @__PURE__ */ headed(
  [undefined],
  (value) => value === undefined,
);

export const anything: Test = () => true;

/** Absent, or as the test says. */
export const optional = (test: Test): Test =>
  headed(
    test.heads && [...test.heads, undefined],
    (value) => value === undefined || test(value),
  );

export const orNull = (test: Test): Test =>
  headed(
    test.heads && [...test.heads, null],
    (value) => value === null || test(value),
  );

/** As at least one of the tests says. */
export const either =
  (...tests: readonly Test[]): Test =>
  (value) => {
    for (const test of tests) if (test(value)) return true;
    return false;
  };

/** One of these literals. */
export const oneOf = (...literals: readonly unknown[]): Test =>
  headed(literals, isOneOf(literals));

function isOneOf(literals: readonly unknown[]): (value: unknown) => boolean {
  const [only] = literals;
  if (literals.length === 1) return (value) => value === only;
  return (value) => literals.includes(value);
}

/** One of these JSON types: `null`, `boolean`, `number`, `string`, `array`, `object`. */
export const ofType = (...types: readonly string[]): Test => {
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
  (...prefixes: readonly string[]): Test =>
  (value) => {
    if (typeof value !== "string") return false;
    for (const prefix of prefixes) if (value.startsWith(prefix)) return true;
    return false;
  };

/** A string of so many characters, counted as code points (JSON Schema 2020-12 §6.3.1). */
export const textOf =
  (min: number = 0, max: number = Infinity): Test =>
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
  (
    min: number = -Infinity,
    max: number = Infinity,
    open?: "min" | "max" | "both",
  ): Test =>
  (value) =>
    typeof value === "number" &&
    (open === "min" || open === "both" ? value > min : value >= min) &&
    (open === "max" || open === "both" ? value < max : value <= max);

/** A number without a fraction; `1.0` is one (JSON Schema 2020-12 §6.1.1). */
export const integer =
  (min: number = -Infinity, max: number = Infinity): Test =>
  (value) =>
    Number.isInteger(value) &&
    (value as number) >= min &&
    (value as number) <= max;

const hasLength = (value: unknown[], min: number, max: number): boolean =>
  value.length >= min && value.length <= max;

/** An array, every item one of these literals. */
export const itemsOf = (
  literals: readonly unknown[],
  min: number = 0,
  max: number = Infinity,
): Test =>
  headed(
    min > 0 ? literals : [...literals, undefined],
    each(isOneOf(literals), min, max),
  );

/** An array, every item as the test says. */
export const each =
  (test: Test, min: number = 0, max: number = Infinity): Test =>
  (value) => {
    if (!Array.isArray(value) || !hasLength(value, min, max)) return false;
    for (let at = 0; at < value.length; at++)
      if (!test(value[at])) return false;
    return true;
  };

/** An array, each of its first items as the test at its place says. */
export const eachOf =
  (tests: readonly Test[], min: number = 0, max: number = Infinity): Test =>
  (value) =>
    Array.isArray(value) &&
    hasLength(value, min, max) &&
    tests.every((test, at) => at >= value.length || test(value[at]));

/** An object, every value of it as the test says. */
export const eachValue =
  (test: Test): Test =>
  (value) => {
    if (!isObject(value)) return false;
    for (const name in value) {
      if (Object.hasOwn(value, name) && !test(value[name])) return false;
    }
    return true;
  };

/** An object whose properties are as the tests say, and, if `closed`, no others. */
export function within(tests: Tests, closed: boolean = false): Test {
  const names = Object.keys(tests);
  const of = Object.values(tests);
  const read = names.map(reader);
  const test = (value: unknown): boolean => {
    if (!isObject(value)) return false;
    for (let at = 0; at < read.length; at++) {
      if (!of[at]!(read[at]!(value))) return false;
    }
    return !closed || Object.keys(value).every((name) => names.includes(name));
  };
  return Object.assign(test, { inside: tests });
}

function headed(
  heads: readonly unknown[] | undefined,
  test: (value: unknown) => boolean,
): Test {
  return heads ? Object.assign(test, { heads }) : test;
}
