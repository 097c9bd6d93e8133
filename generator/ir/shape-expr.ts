import type { Name } from "./declaration-plan.ts";
import type { PropertyTest, Scalar } from "./type-graph.ts";

/** Where unions that get a tag stand inside a body (templates/runtime/shapes.ts). */
export type ShapeExpr =
  | { readonly kind: "reference"; readonly name: Name }
  | {
      readonly kind: "properties";
      readonly properties: readonly {
        readonly name: string;
        readonly shape: ShapeExpr;
      }[];
    }
  | { readonly kind: "items"; readonly items: ShapeExpr }
  /** By place; `undefined` for a place without one. */
  | {
      readonly kind: "places";
      readonly places: readonly (ShapeExpr | undefined)[];
      readonly rest: ShapeExpr | undefined;
    }
  | {
      readonly kind: "values";
      readonly values: ShapeExpr;
      /** Declared properties, which have shapes of their own or none. */
      readonly except: readonly string[];
      /** How the names of the values begin, if they are told by that. */
      readonly prefix?: string;
    }
  /** An object that may have this tag, with one of these values, from where it was received, though it gets none here. */
  | {
      readonly kind: "withoutTag";
      readonly tag: string;
      readonly labels: readonly string[];
    }
  /** Every one of them looks at the value; each finds its own part. */
  | { readonly kind: "all"; readonly shapes: readonly ShapeExpr[] }
  /** A native union whose variants carry shapes. */
  | {
      readonly kind: "select";
      readonly property: string;
      readonly cases: readonly {
        /** `undefined` is that there is no tag. */
        readonly values: readonly (Scalar | null | undefined)[];
        /** Only a shape for all others makes it matter that this one has none. */
        readonly shape: ShapeExpr | undefined;
      }[];
      /** Of a value whose tag is no case's. */
      readonly otherwise: ShapeExpr | undefined;
    }
  | {
      readonly kind: "tagged";
      /** `undefined` where the variants are only looked for, as they carry shapes. */
      readonly tag: string | undefined;
      readonly cases: readonly TaggedCase[];
      /** Of a value that fits no variant, or several. */
      readonly otherwise: ShapeExpr | undefined;
    };

export interface TaggedCase {
  readonly label: string;
  readonly tests: readonly PropertyTest[];
  /** Labels of the variants that this one wins over where both remain. */
  readonly over: readonly string[];
  readonly shape: ShapeExpr | undefined;
}
