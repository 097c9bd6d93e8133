// Generated from the runtime of telltale. Do not edit.

import type { UnionShape } from "./shape.js";
import type { Choice } from "./specific.js";
import type { Tests } from "./tests.js";
import { type VariantIndex } from "./variants.js";
export interface More {
  /** Which variant a value is that fits several. */
  readonly choose?: Choice;
  /** Spares testing every one of many variants. */
  readonly index?: VariantIndex;
  /** The shapes of variants that have unions inside. */
  readonly inside?: Readonly<Record<string, UnionShape>>;
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
  { choose, index, inside }?: More,
): UnionShape;
