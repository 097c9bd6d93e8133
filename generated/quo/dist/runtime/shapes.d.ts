// Generated from the runtime of telltale. Do not edit.

import type { Shape } from "./shape.js";
/** Shapes are put together from these. A shape may be given as a function: recursive types need that. */
export type ShapeOf = Shape | (() => Shape);
/** Properties of an object that have shapes. */
export declare function properties(
  of: Readonly<Record<string, ShapeOf>>,
): Shape;
/** The items of an array. */
export declare function items(of: ShapeOf): Shape;
/** The values of a map. */
export declare function values(of: ShapeOf): Shape;
/** Several shapes that look at the same value, each for what it knows. */
export declare function all(...of: readonly ShapeOf[]): Shape;
/** The variants of a union whose own property tells them apart. */
export declare function select(
  property: string,
  of: readonly (readonly [tags: readonly unknown[], variant: ShapeOf])[],
): Shape;
