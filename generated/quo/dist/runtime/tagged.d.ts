// Generated from the runtime of telltale. Do not edit.

import type { UnionShape } from "./shape.js";
import type { Decide } from "./variants.js";
/**
 * A union that no property of the wire tells apart: its values get a tag that says which variant
 * they are, and what is sent loses it again.
 *
 * @param inside by tag: the shapes of variants that have unions inside
 */
export declare function tagged(
  tag: string,
  decide: Decide,
  inside?: Readonly<Record<string, UnionShape>>,
): UnionShape;
