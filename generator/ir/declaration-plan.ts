import type { Origin } from "../diagnostics/origin.ts";
import type { ShapeExpr } from "./shape-expr.ts";
import type { Json } from "./source.ts";
import type { PropertyTest, Scalar, TypeId } from "./type-graph.ts";

/** A name that a module exports. Where it is printed, its import follows. */
export interface Name {
  readonly name: string;
  /** The module, relative to the client's folder, without extension: `types/webhook`. */
  readonly module: string;
  readonly typeOnly: boolean;
}

export interface TypeFile {
  readonly module: string;
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | InterfaceDeclaration
  | {
      readonly kind: "alias";
      readonly name: Name;
      readonly type: TypeExpr;
      readonly docs: Docs;
      /** Where it was written; for `diff`, as all origins of a plan. */
      readonly origin?: Origin;
      /** The union that it declares, a member for each variant in order. */
      readonly union?: TypeId;
    }
  | GuardsDeclaration
  | {
      readonly kind: "shape";
      readonly name: Name;
      readonly shape: ShapeExpr;
      /** The type. */
      readonly of: string;
      /** Whether that is not emitted, as only requests need the shape. */
      readonly isAlone?: boolean;
    };

/** Functions that tell the variants of a union apart where no tag is added. */
export interface GuardsDeclaration {
  readonly kind: "guards";
  /** `matchWebhook`. */
  readonly name: Name;
  /** The function that all of them ask. */
  readonly variantOf: Name;
  readonly union: Name;
  /** What fits none, or several. */
  readonly arm: Name;
  readonly cases: readonly GuardCase[];
  /** Variants that are no objects: `typeof` tells them. */
  readonly others: readonly TypeExpr[];
}

export interface GuardCase {
  readonly label: string;
  /** `isCallWebhook`. */
  readonly guard: Name;
  readonly type: TypeExpr;
  readonly tests: readonly PropertyTest[];
  readonly over: readonly string[];
}

export interface InterfaceDeclaration {
  readonly kind: "interface";
  readonly name: Name;
  readonly extends: readonly Name[];
  readonly properties: readonly PropertyPlan[];
  /** The type of an index signature. */
  readonly index: TypeExpr | undefined;
  /** The types of index signatures for names by their beginning. */
  readonly patterns?: readonly IndexPattern[];
  readonly docs: Docs;
  /** Where it was written; none where the client makes it up. */
  readonly origin?: Origin;
  /** Where the webhook or callback was written that this is the type of. */
  readonly incoming?: Origin;
  /** Method and path of the operation that the callback belongs to. */
  readonly callbackOf?: string | undefined;
  /** Whether each property is a webhook, by its name. */
  readonly isWebhookMap?: boolean;
}

export interface IndexPattern {
  readonly prefix: string;
  readonly type: TypeExpr;
}

export interface PropertyPlan {
  /** The wire name, as it is. */
  readonly name: string;
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly type: TypeExpr;
  readonly docs: Docs;
  /** Where it was written, if not below what declares it: there are too many for each to say it. */
  readonly origin?: Origin;
}

/** What is said about a declaration or a property: prose of the description, and its constraints. */
export interface Docs {
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  /** Words of ours. */
  readonly note?: string | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** The properties that this one is never without. */
  readonly onlyWith?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly range?: string | undefined;
  readonly size?: string | undefined;
  readonly default?: Json | undefined;
  readonly examples?: readonly Json[] | undefined;
  readonly deprecated?: boolean | undefined;
  /** A server of an operation's own. */
  readonly server?: string | undefined;
  readonly links?: readonly LinkDocs[] | undefined;
}

/** What a response leads to. */
export interface LinkDocs {
  readonly name: string;
  /** The function to call next; `undefined` where it is not emitted. */
  readonly call: string | undefined;
  /** Its method and path. */
  readonly request: string;
  /** Its arguments: runtime expressions, or values. */
  readonly given: readonly (readonly [key: string, value: string])[];
  readonly description: string | undefined;
}

/** A TypeScript type, as data. */
export type TypeExpr =
  | {
      readonly kind: "keyword";
      readonly keyword:
        | "unknown"
        | "never"
        | "null"
        | "boolean"
        | "string"
        | "number"
        | "undefined";
    }
  | { readonly kind: "literal"; readonly value: Scalar }
  | { readonly kind: "openString" | "openNumber" }
  /** A string that begins and ends so: `image/${string}`. */
  | {
      readonly kind: "pattern";
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: "name";
      readonly name: Name;
      readonly args?: readonly TypeExpr[];
    }
  /** A type of the platform or of the language: `Blob`, `Exclude`. */
  | {
      readonly kind: "global";
      readonly name: string;
      readonly args?: readonly TypeExpr[];
    }
  | { readonly kind: "array"; readonly items: TypeExpr }
  | {
      readonly kind: "tuple";
      readonly items: readonly {
        readonly type: TypeExpr;
        readonly optional: boolean;
      }[];
      readonly rest: TypeExpr | undefined;
    }
  /** `indexed` is written with an index signature, which an alias may use to refer to itself. */
  | {
      readonly kind: "record";
      readonly values: TypeExpr;
      readonly indexed?: boolean;
    }
  | { readonly kind: "union"; readonly members: readonly TypeExpr[] }
  | { readonly kind: "intersection"; readonly members: readonly TypeExpr[] }
  | { readonly kind: "object"; readonly properties: readonly PropertyPlan[] };
