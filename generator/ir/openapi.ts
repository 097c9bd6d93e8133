import type { Origin } from "../diagnostics/origin.ts";
import type { Json } from "./source.ts";
import type { SchemaGraph, SchemaId } from "./schema-graph.ts";

/** One OpenAPI description after `3-normalise`: references followed, versions made one. */
export interface Api {
  readonly source: string;
  readonly title: string;
  readonly version: string;
  readonly description: string | undefined;
  readonly servers: readonly Server[];
  readonly tags: readonly Tag[];
  readonly securitySchemes: readonly SecurityScheme[];
  readonly operations: readonly Operation[];
  /** `components.schemas`, in the document's order. */
  readonly components: readonly Component[];
  readonly schemas: SchemaGraph;
}

export interface Component {
  readonly name: string;
  readonly schema: SchemaId;
}

export interface Tag {
  readonly name: string;
  readonly description: string | undefined;
}

export interface Server {
  readonly origin: Origin;
  readonly url: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly enum: readonly string[] | undefined;
  readonly description: string | undefined;
}

export type SecurityScheme = {
  readonly name: string;
  readonly origin: Origin;
} & (
  | {
      readonly kind: "apiKey";
      readonly in: "header" | "query" | "cookie";
      readonly parameter: string;
    }
  /** `scheme` as written: `bearer`, `basic`, or any other of RFC 9110 §11.1. */
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "oauth2" | "openIdConnect" | "mutualTLS" }
);

export type Method =
  "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

export interface Operation {
  readonly origin: Origin;
  readonly method: Method;
  /** The path template, as written. */
  readonly path: string;
  readonly operationId: string | undefined;
  readonly tags: readonly string[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly Response[];
  /** OR of ANDs of scheme names; an empty inner list is "anonymous is allowed". Empty: nothing is asked. */
  readonly security: readonly (readonly string[])[];
}

export interface Parameter {
  readonly origin: Origin;
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: ParameterStyle;
  /** Nobody wrote the style: the place's default holds. */
  readonly implicitStyle: boolean;
  readonly explode: boolean;
  readonly schema: SchemaId | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly examples: readonly Json[];
}

/** Those of OAS 3.1 §4.8.12.3; `json` and `content` are parameters described by `content` instead. */
export type ParameterStyle =
  | "json"
  | "content"
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject";

export interface RequestBody {
  readonly origin: Origin;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly content: readonly MediaType[];
}

export interface MediaType {
  readonly origin: Origin;
  /** As written: `application/json; charset=utf-8`. */
  readonly type: string;
  readonly schema: SchemaId | undefined;
}

export interface Response {
  readonly origin: Origin;
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string | undefined;
  readonly content: readonly MediaType[];
}
