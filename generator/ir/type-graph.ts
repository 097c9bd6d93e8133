import type { Origin } from "../diagnostics/origin.ts";
import type { Annotations, Constraints } from "./schema-graph.ts";

/** Identity of a type: the schema it came from, or, made by an intersection, the ids it was made of. */
export type TypeId = string & { readonly brand: "TypeId" };

/**
 * Every type of one API after `4-resolve`.
 *
 * Flat: a node names its children by id, so cycles need no special case. There is no `$ref`, no
 * `allOf` and no boolean schema any more; null is lifted out of every union.
 */
export type TypeGraph = ReadonlyMap<TypeId, TypeNode>;

export type Scalar = string | number | boolean;

export type TypeNode = Meta &
  (
    | {
        readonly kind:
          "unknown" | "null" | "boolean" | "string" | "number" | "integer";
      }
    | { readonly kind: "never"; readonly because?: Contradiction }
    /** Literals of JSON Schema's `enum` and `const`, null lifted out; `open` where other strings may come. */
    | {
        readonly kind: "enum";
        readonly values: readonly Scalar[];
        readonly open: boolean;
      }
    | { readonly kind: "array"; readonly items: TypeId }
    | {
        readonly kind: "tuple";
        readonly items: readonly TypeId[];
        /** How many of `items` are always there. */
        readonly required: number;
        readonly rest: TypeId | undefined;
      }
    /** An object of which no property is known. */
    | { readonly kind: "record"; readonly values: TypeId }
    | ObjectShape
    | { readonly kind: "nullable"; readonly of: TypeId }
    | UnionShape
    /** Only where a union inside is too large to distribute. */
    | { readonly kind: "intersection"; readonly members: readonly TypeId[] }
  );

/** Why members of an `allOf` leave no value. */
export interface Contradiction {
  /** In words: `"on" and "off" exclude each other`. */
  readonly why: string;
  /** The schema whose members they are. */
  readonly at: Origin;
}

export interface ObjectShape {
  readonly kind: "object";
  /** All of them, inherited ones included, in the order they were declared. */
  readonly properties: readonly Property[];
  /** Members of `allOf` whose properties this one has unchanged. */
  readonly extends: readonly TypeId[];
  /** The type of further properties: `undefined` where nothing was said of them. */
  readonly additional: TypeId | undefined;
  /** Properties by how their names begin. No prefix begins another, unless an intersection has both. */
  readonly patterns?: readonly PatternProperties[];
  /** `additionalProperties: false`, and no relaxation: a further property is provably absent. */
  readonly closed: boolean;
  /** The same but for names that match one of these patterns: what they leave out, and is not declared, is provably absent. */
  readonly closedBut?: readonly string[];
}

export interface PatternProperties {
  readonly prefix: string;
  readonly values: TypeId;
}

export interface UnionShape {
  readonly kind: "union";
  /** At least two, null lifted out, nested unions flattened, equal ones once. */
  readonly variants: readonly TypeId[];
  readonly telltale: Telltale;
}

export type ObjectNode = Meta & ObjectShape;
export type UnionNode = Meta & UnionShape;

export interface Meta {
  readonly id: TypeId;
  readonly origin: Origin;
  readonly constraints: Constraints;
  readonly annotations: Annotations;
  /** No `type` says so: read literally, a value of another JSON type is valid too. */
  readonly assumed?: boolean;
  /** The schema says more than the type does: meeting the type is not enough to be valid. */
  readonly incomplete?: boolean;
  /** Lets more through than the schema, on purpose: the overlap of `oneOf`, a null that `enum` leaves out. */
  readonly wider?: boolean;
}

export interface Property {
  readonly wireName: string;
  readonly type: TypeId;
  /** Absent and `null` are different: `null` lives in `type`, absence lives here. */
  readonly required: boolean;
  readonly access: "both" | "readOnly" | "writeOnly";
  /** What was said where the property stands; what was said of a referenced type stands there. */
  readonly annotations: Annotations;
  readonly constraints: Constraints;
  readonly origin: Origin;
}

/** How a reader tells the variants of a union apart, strongest evidence first (DESIGN §5.4). */
export type Telltale =
  /** One property, required in every variant, with literals that no two share. A `switch` narrows. */
  | {
      readonly by: "declared" | "literal";
      readonly property: string;
      readonly cases: readonly LiteralCase[];
      /** What a value is whose tag is absent, or is no case's: `defaultMapping` (OAS 3.2 §4.25). */
      readonly otherwise?: TypeId;
    }
  /** `typeof` and `Array.isArray` narrow. */
  | { readonly by: "jsonType" }
  /** No property narrows: a decoder strikes out what cannot be and adds a tag. */
  | {
      readonly by: "elimination";
      /** Of each variant that a value can be of. */
      readonly cases: readonly EliminationCase[];
      /** Pairs that one value can satisfy both, which then stays unrecognized. */
      readonly overlaps: readonly Overlap[];
    }
  /** Nothing tells them apart: `indistinct`; or nothing needs to, as scalars, and lists by their items, say what they are. */
  | {
      readonly by: "nothing";
      readonly overlaps: readonly Overlap[];
      readonly indistinct?: boolean;
      /** A member of an intersection: the tags of several would be one property, and leave no value. */
      readonly intersected?: true;
    };

export interface LiteralCase {
  readonly variant: TypeId;
  readonly values: readonly Scalar[];
}

export interface EliminationCase {
  readonly variant: TypeId;
  /** Each refutes the variant when it fails. Sound: no value valid for the variant fails one. */
  readonly tests: readonly PropertyTest[];
  /**
   * Variants that this one is more specific than: where it and they remain, it is the one. Only
   * where `tests` decide completely what it has and they have not.
   */
  readonly over: readonly TypeId[];
}

/** A necessary condition of one property. */
export interface PropertyTest {
  readonly wireName: string;
  /** Whether it has to be there. */
  readonly required: boolean;
  readonly condition: Condition;
}

/** What a value has to be. Each kind is necessary; together with `exact` they can be sufficient. */
export type Condition =
  | { readonly kind: "any" }
  /** Provably not there: the object is closed and does not declare it. */
  | { readonly kind: "absent" }
  | { readonly kind: "types"; readonly types: readonly WireType[] }
  | { readonly kind: "literal"; readonly values: readonly Scalar[] }
  /** A string that begins with one of these. */
  | { readonly kind: "prefix"; readonly prefixes: readonly string[] }
  | ({ readonly kind: "text" } & Bounds)
  | ({
      readonly kind: "number";
      readonly integer: boolean;
      /** The bounds that are not values themselves; of integers there are none. */
      readonly open?: "min" | "max" | "both" | undefined;
    } & Bounds)
  /** An array, every item one of `values`. */
  | ({ readonly kind: "items"; readonly values: readonly Scalar[] } & Bounds)
  /** An array, every item as `of` says. */
  | ({ readonly kind: "each"; readonly of: Condition } & Bounds)
  /** An array, each of its first items as the condition at its place says. */
  | ({ readonly kind: "places"; readonly of: readonly Condition[] } & Bounds)
  | {
      readonly kind: "object";
      readonly tests: readonly PropertyTest[];
      /** No other property may be there. */
      readonly closed: boolean;
    }
  | { readonly kind: "values"; readonly of: Condition }
  | { readonly kind: "nullable"; readonly of: Condition }
  | { readonly kind: "either"; readonly of: readonly Condition[] };

/** Inclusive bounds of a number, or of a length; absent is unbounded. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** The types that a JSON value has by itself; an integer is a number. */
export type WireType =
  "null" | "boolean" | "number" | "string" | "array" | "object";

/** Two variants that one value can satisfy both as far as types say it, and what such a value has. */
export interface Overlap {
  readonly left: TypeId;
  readonly right: TypeId;
  /** Said in words: `a value that has both "a" and "b" is valid`. */
  readonly witness: string;
}
