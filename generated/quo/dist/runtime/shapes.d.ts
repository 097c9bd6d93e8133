// Generated from the runtime of telltale. Do not edit.

import { type UnionShape } from "./shape.js";
/** Shapes are put together from these. What they walk through is copied where something in it changes. */
/** Properties of an object that have shapes. */
export declare function properties(
  of: Readonly<Record<string, UnionShape>>,
): UnionShape;
/** The items of an array. */
export declare function items(of: UnionShape): UnionShape;
/** The items of a tuple, each by its place, and those after them. */
export declare function places(
  of: readonly (UnionShape | undefined)[],
  rest?: UnionShape,
): UnionShape;
/** The values of a map whose names begin so, those of its declared properties excepted. */
export declare function values(
  of: UnionShape,
  except?: readonly string[],
  prefix?: string,
): UnionShape;
/** Several shapes that look at the same value, each for what it knows. */
export declare function all(...of: readonly UnionShape[]): UnionShape;
/**
 * The variants of a union whose own property tells them apart.
 *
 * @param otherwise the variant of a value that has no tag, or one that is not listed
 */
export declare function select(
  property: string,
  of: readonly (readonly [tags: readonly unknown[], variant?: UnionShape])[],
  otherwise?: UnionShape,
): UnionShape;
