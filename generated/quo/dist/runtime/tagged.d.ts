// Generated from the runtime of telltale. Do not edit.

import type { UnionShape } from "./shape.js";
import type { ShapeOf } from "./shapes.js";
import type { Tests } from "./tests.js";
export interface More {
  /** By variant: those it wins over where a value fits both. */
  readonly over?: Readonly<Record<string, readonly string[]>>;
  /** The shapes of variants that have unions inside. */
  readonly inside?: Readonly<Record<string, ShapeOf>>;
}
/**
 * A union that no property of the wire tells apart: its values get a tag that says which variant
 * they are, and what is sent loses it again.
 *
 * @param tests by tag, in the order of the description
 */
export declare function tagged(
  tag: string,
  tests: Readonly<Record<string, Tests>>,
  { over, inside }?: More,
): UnionShape;
