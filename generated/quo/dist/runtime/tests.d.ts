// Generated from the runtime of telltale. Do not edit.

import type { Test } from "./tagged.js";
/** The tests that `tagged` takes. */
/** The property is there, whatever it is. */
export declare const present: Test;
/** Absent, or as the test says. */
export declare const optional: (test: Test) => Test;
/** One of these literals. */
export declare const oneOf: (...literals: readonly unknown[]) => Test;
/** An array of at least `minItems` items, each one of these literals. */
export declare const itemsOf: (
  literals: readonly unknown[],
  minItems?: number,
) => Test;
/** One of these JSON types: `null`, `boolean`, `number`, `string`, `array`, `object`. */
export declare const ofType: (...types: readonly string[]) => Test;
