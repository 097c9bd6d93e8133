// Generated from the runtime of telltale. Do not edit.

import type { UnionShape } from "./shape.js";
/** Shapes are put together from these. A shape may be given as a function: recursive types need that. */
export type ShapeOf = UnionShape | (() => UnionShape);
/** Properties of an object that have shapes. */
export declare function properties(
  of: Readonly<Record<string, ShapeOf>>,
): UnionShape;
/** The items of an array. */
export declare function items(of: ShapeOf): UnionShape;
/** The items of a tuple, each by its place, and those after them. */
export declare function places(
  of: readonly (ShapeOf | undefined)[],
  rest?: ShapeOf,
): UnionShape;
/** The values of a map, those of its declared properties excepted. */
export declare function values(
  of: ShapeOf,
  except?: readonly string[],
): UnionShape;
/** Several shapes that look at the same value, each for what it knows. */
export declare function all(...of: readonly ShapeOf[]): UnionShape;
/**
 * The variants of a union whose own property tells them apart.
 *
 * @param otherwise the variant of a value that has no tag, or one that is not listed
 */
export declare function select(
  property: string,
  of: readonly (readonly [tags: readonly unknown[], variant?: ShapeOf])[],
  otherwise?: ShapeOf,
): UnionShape;
