import type { Origin } from "../diagnostics/origin.ts";
import type { Json } from "./source.ts";

/** Identity of a schema: where it was written, `openapi.yaml#/components/schemas/Pet`. */
export type SchemaId = string & { readonly brand: "SchemaId" };

/** Every schema of one API after `3-normalise`, in one dialect whatever version the document has. */
export type SchemaGraph = ReadonlyMap<SchemaId, SchemaNode>;

export type JsonType =
  "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/**
 * One Schema Object or Reference, its keywords as JSON Schema 2020-12 means them: `nullable`,
 * boolean `exclusiveMinimum` and the like of 3.0 are gone. A list that was not written is empty;
 * a value that was not written is `undefined`.
 */
export interface SchemaNode {
  readonly id: SchemaId;
  readonly origin: Origin;
  /** The schema `false`, which nothing satisfies. */
  readonly impossible: boolean;
  readonly ref: SchemaId | undefined;
  readonly types: readonly JsonType[] | undefined;
  /** OAS 3.0 `nullable` beside keywords that name no type of their own. */
  readonly nullable: boolean;
  /** `const` is an enum of one. */
  readonly enum: readonly Json[] | undefined;
  /** Scalars and null that `not` rules out. */
  readonly excluded: readonly Json[];
  readonly properties: readonly SchemaProperty[];
  readonly required: readonly string[];
  /** By the name of an optional property, those that it is never without; only for people. */
  readonly dependent?: Readonly<Record<string, readonly string[]>>;
  readonly additionalProperties: SchemaId | boolean | undefined;
  readonly patternProperties: readonly PatternProperty[];
  readonly items: SchemaId | undefined;
  readonly prefixItems: readonly SchemaId[];
  readonly allOf: readonly SchemaId[];
  readonly anyOf: readonly SchemaId[];
  readonly oneOf: readonly SchemaId[];
  readonly discriminator: Discriminator | undefined;
  /** The tag that means this schema where it is not its name: `x-ms-discriminator-value` of AutoRest. */
  readonly discriminatorValue: string | undefined;
  readonly constraints: Constraints;
  readonly annotations: Annotations;
  /** Has keywords that no type carries: `not`, `if`, `patternProperties` and the like. */
  readonly incomplete: boolean;
}

export interface SchemaProperty {
  readonly wireName: string;
  readonly schema: SchemaId;
}

/** Properties whose names match a pattern of ECMA-262. */
export interface PatternProperty {
  readonly pattern: string;
  readonly schema: SchemaId;
}

/** OAS 3.1 §4.8.25. */
export interface Discriminator {
  readonly propertyName: string;
  readonly mapping: readonly MappingEntry[];
  /** What a value is whose tag is absent or unknown (OAS 3.2 §4.25). */
  readonly defaultMapping?: MappingTarget;
  readonly origin: Origin;
}

export interface MappingEntry extends MappingTarget {
  readonly value: string;
}

export interface MappingTarget {
  /** `undefined` where it leads nowhere. */
  readonly schema: SchemaId | undefined;
  readonly written: string;
}

/** What bounds a value without changing its type. Absent is unbounded. */
export interface Constraints {
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** What is said about a value for people. */
export interface Annotations {
  readonly title?: string;
  /** Of a property: those that it is never without. */
  readonly onlyWith?: readonly string[];
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly default?: Json;
  readonly examples?: readonly Json[];
}
