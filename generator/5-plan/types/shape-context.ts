import type { ShapeExpr } from "../../ir/shape-expr.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { TypeModel } from "./model.ts";

/** What shapes are put together with. */
export interface ShapeContext {
  readonly model: TypeModel;
  /** Whether the shape serves what is sent: tags are taken off there that nothing added in this place. */
  readonly sends: boolean;
  /** Whether something in a type gets a tag, or may have one that is taken off. */
  readonly carries: (type: TypeId) => boolean;
  /** The shape of a type by itself, `undefined` where nothing in it gets a tag. */
  readonly inner: (type: TypeId) => ShapeExpr | undefined;
  /** Told where a value may be of several types that carry tags, and nothing says of which: it gets none. */
  readonly undecided: (undecided: Undecided) => void;
}

export interface Undecided {
  /** From the value that was asked for: `content.items[]`, empty for the value itself. */
  readonly place: string;
  readonly types: readonly TypeId[];
}

/** Where a value stands, and the types that are being compared on the way there. */
export interface Place {
  readonly path: string;
  readonly open: readonly string[];
}

/** Several shapes that each find their own part of a value. */
export function all(shapes: readonly ShapeExpr[]): ShapeExpr | undefined {
  const [only, second] = shapes;
  return second === undefined ? only : { kind: "all", shapes };
}

/** Shapes without the places that have none. */
export const present = (
  ...shapes: readonly (ShapeExpr | undefined)[]
): readonly ShapeExpr[] => shapes.filter((shape) => shape !== undefined);
