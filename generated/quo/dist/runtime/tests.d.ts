// Generated from the runtime of telltale. Do not edit.

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
export declare const present: Test;
/** The property is not there. */
export declare const absent: Test;
export declare const anything: Test;
/** Absent, or as the test says. */
export declare const optional: (test: Test) => Test;
export declare const orNull: (test: Test) => Test;
/** As at least one of the tests says. */
export declare const either: (...tests: readonly Test[]) => Test;
/** One of these literals. */
export declare const oneOf: (...literals: readonly unknown[]) => Test;
/** One of these JSON types: `null`, `boolean`, `number`, `string`, `array`, `object`. */
export declare const ofType: (...types: readonly string[]) => Test;
/** A string that begins with one of these. */
export declare const startingWith: (...prefixes: readonly string[]) => Test;
/** A string of so many characters, counted as code points (JSON Schema 2020-12 §6.3.1). */
export declare const textOf: (min?: number, max?: number) => Test;
/** A number within bounds; those that are `open` are not among the values. */
export declare const between: (
  min?: number,
  max?: number,
  open?: "min" | "max" | "both",
) => Test;
/** A number without a fraction; `1.0` is one (JSON Schema 2020-12 §6.1.1). */
export declare const integer: (min?: number, max?: number) => Test;
/** An array, every item one of these literals. */
export declare const itemsOf: (
  literals: readonly unknown[],
  min?: number,
  max?: number,
) => Test;
/** An array, every item as the test says. */
export declare const each: (test: Test, min?: number, max?: number) => Test;
/** An array, each of its first items as the test at its place says. */
export declare const eachOf: (
  tests: readonly Test[],
  min?: number,
  max?: number,
) => Test;
/** An object, every value of it as the test says. */
export declare const eachValue: (test: Test) => Test;
/** An object whose properties are as the tests say, and, if `closed`, no others. */
export declare function within(tests: Tests, closed?: boolean): Test;
