import { isObject, own } from "./own.js";

/** Whether a value, `undefined` where there is none, is one that a variant can have at this place. */
export type Test = (value: unknown) => boolean;

/** Tests by property; a variant fits a value that passes all of them. */
export type Tests = Readonly<Record<string, Test>>;

/** The property is there, whatever it is. */
export const present: Test = (value) => value !== undefined;

/** The property is not there. */
export const absent: Test = (value) => value === undefined;

export const anything: Test = () => true;

/** Absent, or as the test says. */
export const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);

export const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);

/** As at least one of the tests says. */
export const either =
  (...tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value));

/** One of these literals. */
export const oneOf =
  (...literals: readonly unknown[]): Test =>
  (value) =>
    literals.includes(value);

/** One of these JSON types: `null`, `boolean`, `number`, `string`, `array`, `object`. */
export const ofType =
  (...types: readonly string[]): Test =>
  (value) =>
    types.includes(
      value === null ? "null" : Array.isArray(value) ? "array" : typeof value,
    );

/** A string that begins with one of these. */
export const startingWith =
  (...prefixes: readonly string[]): Test =>
  (value) =>
    typeof value === "string" &&
    prefixes.some((prefix) => value.startsWith(prefix));

/** A string of so many characters, counted as code points (JSON Schema 2020-12 §6.3.1). */
export const textOf =
  (min: number = 0, max: number = Infinity): Test =>
  (value) => {
    if (typeof value !== "string") return false;
    let length = 0;
    for (const _ of value) length++;
    return length >= min && length <= max;
  };

/** A number within bounds, both included. */
export const between =
  (min: number = -Infinity, max: number = Infinity): Test =>
  (value) =>
    typeof value === "number" && value >= min && value <= max;

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
export const itemsOf =
  (
    literals: readonly unknown[],
    min: number = 0,
    max: number = Infinity,
  ): Test =>
  (value) => {
    if (!Array.isArray(value) || !hasLength(value, min, max)) return false;
    for (const item of value) if (!literals.includes(item)) return false;
    return true;
  };

/** An array, every item as the test says. */
export const each =
  (test: Test, min: number = 0, max: number = Infinity): Test =>
  (value) =>
    Array.isArray(value) && hasLength(value, min, max) && value.every(test);

/** An object, every value of it as the test says. */
export const eachValue =
  (test: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(test);

/** An object whose properties are as the tests say, and, if `closed`, no others. */
export function within(tests: Tests, closed: boolean = false): Test {
  const entries = Object.entries(tests);
  return (value) => {
    if (!isObject(value)) return false;
    for (const [name, test] of entries) {
      if (!test(own(value, name))) return false;
    }
    return (
      !closed || Object.keys(value).every((name) => Object.hasOwn(tests, name))
    );
  };
}
