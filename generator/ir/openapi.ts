import type { Origin } from "../diagnostics/origin.ts";
import type { DeclaredPages } from "./page-rule.ts";
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
  /** Requests that the API makes to its users, `webhooks` of the document (OAS 3.1 §4.8.1). */
  readonly webhooks: readonly IncomingRequest[];
  /**
   * `components.schemas`, in the document's order, and after them the other schemas that references
   * name (files of their own, `$defs`), in the order of first reference. No two have the same name.
   */
  readonly components: readonly Component[];
  readonly schemas: SchemaGraph;
}

export interface Component {
  readonly name: string;
  readonly schema: SchemaId;
  /** What discriminators call it, where that is not `name`: of a file its own name, whatever others are called. */
  readonly tag?: string;
}

export interface Tag {
  readonly name: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /** The tag that this one stands under (OAS 3.2 §4.22). */
  readonly parent: string | undefined;
  readonly kind: string | undefined;
}

export interface Server {
  readonly origin: Origin;
  readonly url: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  /** Every variable should have one (OAS 3.1 §4.8.6). */
  readonly default: string | undefined;
  readonly enum: readonly string[] | undefined;
  readonly description: string | undefined;
}

export type SecurityScheme = {
  readonly name: string;
  readonly origin: Origin;
  readonly description: string | undefined;
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

/** `GET`, or any other method as it is sent: OAS 3.2 adds `QUERY` and `additionalOperations`. */
export type Method = string;

/** A request and its responses, whoever sends it (OAS 3.1 §4.8.10). */
export interface Exchange {
  readonly origin: Origin;
  readonly method: Method;
  readonly operationId: string | undefined;
  readonly tags: readonly string[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly Response[];
}

/** A request that the client makes. */
export interface Operation extends Exchange {
  /** The path template, as written. */
  readonly path: string;
  /** The same without what is never sent, or sent by parameters. */
  readonly sentPath: string;
  /** OR of ANDs of scheme names; an empty inner list is "anonymous is allowed". Empty: nothing is asked. */
  readonly security: readonly (readonly string[])[];
  /** Where that is written: one place for all operations that say nothing. */
  readonly securityOrigin: Origin;
  /** Its own, else its path's; empty: the document's. */
  readonly servers: readonly Server[];
  readonly callbacks: readonly IncomingRequest[];
  /** By an extension of the description, ours or another tool's. */
  readonly declaredPages: DeclaredPages | undefined;
}

/** A request that the API makes: a webhook, or a callback of an operation (OAS 3.1 §4.8.18). */
export interface IncomingRequest extends Exchange {
  readonly name: string;
  /** A callback's runtime expression for the URL, as written; webhooks have none. */
  readonly expression: string | undefined;
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
  /** Characters of RFC 3986 §2.2 go out as they are. */
  readonly allowReserved: boolean;
  readonly schema: SchemaId | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly examples: readonly Json[];
}

/**
 * Those of OAS 3.2 §4.12.2.2. `json` and `content` are parameters described by `content` instead, `wholeJson` is a
 * `querystring` so described; `tabDelimited` is the `collectionFormat: tsv` of Swagger 2.0.
 */
export type ParameterStyle =
  | "json"
  | "wholeJson"
  | "content"
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "tabDelimited"
  | "deepObject"
  | "cookie";

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
  /** What a body that is a sequence consists of (OAS 3.2 §4.14.1). */
  readonly itemSchema: SchemaId | undefined;
  /** How properties of a form or multipart body are sent; what is not named goes by its type. */
  readonly encoding: readonly PropertyEncoding[];
}

/** OAS 3.1 §4.8.15. `undefined` is not written: the default holds. */
export interface PropertyEncoding {
  readonly property: string;
  readonly contentType: string | undefined;
  /** Sent with the property's part of a multipart body. */
  readonly headers: readonly Header[];
  readonly style: ParameterStyle | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean;
}

export interface Response {
  readonly origin: Origin;
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string | undefined;
  readonly content: readonly MediaType[];
  readonly headers: readonly Header[];
  readonly links: readonly Link[];
}

/** A header of a response or of a part: its style is `simple` (OAS 3.1 §4.8.21). */
export interface Header {
  readonly origin: Origin;
  readonly name: string;
  readonly required: boolean;
  readonly explode: boolean;
  readonly schema: SchemaId | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
}

/** An operation that this response leads to (OAS 3.1 §4.8.20). */
export interface Link {
  readonly origin: Origin;
  readonly name: string;
  /** The Operation that it names by its id, or by where it stands. */
  readonly target: string | Origin | undefined;
  /** By name: a runtime expression, or a value as it is sent. */
  readonly parameters: readonly (readonly [name: string, value: Json])[];
  readonly requestBody: Json | undefined;
  readonly description: string | undefined;
}
