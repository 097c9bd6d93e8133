// Generated from the runtime of telltale. Do not edit.

import type { Shape } from "./shape.js";
import type { ShapeOf } from "./shapes.js";
/** Whether a value, `undefined` if absent, is one that a variant can have at this place. */
export type Test = (value: unknown) => boolean;
/** Tests by property; a variant fits a value that passes all of them. */
export type Tests = Readonly<Record<string, Test>>;
/**
 * A union that no property of the wire tells apart. A variant is struck out only by a test that none
 * of its values fails; the one that remains gives the value its tag, and nothing is ever guessed.
 *
 * @param tests by tag, in the order of the description
 * @param inside the shapes of variants that have unions inside
 */
export declare function tagged(
  tag: string,
  tests: Readonly<Record<string, Tests>>,
  inside?: Readonly<Record<string, ShapeOf>>,
): Shape;
