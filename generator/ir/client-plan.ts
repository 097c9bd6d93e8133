import type { Origin } from "../diagnostics/origin.ts";
import type { PageRule } from "./page-rule.ts";
import type { Json } from "./source.ts";
import type { PropertyTest, Scalar, TypeId } from "./type-graph.ts";

/**
 * Everything that will be written, with its final names and files, as data. Emitting it needs no
 * decision any more, and cannot find a fault in the description.
 */
export interface ClientPlan {
  /** "specs/quo/openapi.yaml (Quo Public API 1.0.0)". */
  readonly origin: string;
  readonly title: string;
  readonly version: string;
  readonly description: string | undefined;
  readonly client: ClientFile;
  readonly typeFiles: readonly TypeFile[];
  readonly operationFiles: readonly OperationFile[];
  /** What the types of the graph came to be called. Nothing is written from it: it is for `explain`. */
  readonly named: ReadonlyMap<TypeId, NamedType>;
}

/** A declared type, or a union. */
export interface NamedType {
  /** `undefined` where the type has no declaration, and is written out. */
  readonly name: Name | undefined;
  /** Whether a response leads there. */
  readonly received: boolean;
  /** The property that the client adds to the variants. */
  readonly tag: string | undefined;
  /** What the variants of a union are called, in their order. */
  readonly labels: readonly string[];
}

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
      /** The union that it declares, a member for each variant in order. */
      readonly union?: TypeId;
    }
  | GuardsDeclaration
  | {
      readonly kind: "shape";
      readonly name: Name;
      readonly shape: ShapeExpr;
      readonly of: string;
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
  readonly docs: Docs;
  /** Where the webhook or callback was written that this is the type of. */
  readonly incoming?: Origin;
  /** Whether each property is a webhook, by its name. */
  readonly isWebhookMap?: boolean;
}

export interface PropertyPlan {
  /** The wire name, as it is. */
  readonly name: string;
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly type: TypeExpr;
  readonly docs: Docs;
}

/** What is said about a declaration or a property: prose of the description, and its constraints. */
export interface Docs {
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  /** Words of ours. */
  readonly note?: string | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
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
  /** The function to call next. */
  readonly call: string;
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

/** Where unions that get a tag stand inside a body (templates/runtime/union.ts). */
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
    }
  /** Every one of them looks at the value; each finds its own part. */
  | { readonly kind: "all"; readonly shapes: readonly ShapeExpr[] }
  /** A native union whose variants carry shapes. */
  | {
      readonly kind: "select";
      readonly property: string;
      readonly cases: readonly {
        readonly values: readonly Scalar[];
        /** Only a shape for all others makes it matter that this one has none. */
        readonly shape: ShapeExpr | undefined;
      }[];
      /** Of a value whose tag is no case's. */
      readonly otherwise: ShapeExpr | undefined;
    }
  | {
      readonly kind: "tagged";
      readonly tag: string;
      readonly cases: readonly TaggedCase[];
    };

export interface TaggedCase {
  readonly label: string;
  readonly tests: readonly PropertyTest[];
  /** Labels of the variants that this one wins over where both remain. */
  readonly over: readonly string[];
  readonly shape: ShapeExpr | undefined;
}

export interface OperationFile {
  readonly module: string;
  readonly operations: readonly OperationPlan[];
}

export interface OperationPlan {
  readonly name: Name;
  readonly method: string;
  readonly path: string;
  readonly docs: Docs;
  readonly params: ParamsPlan | undefined;
  readonly data: TypeExpr;
  /** The type of the documented headers of a success. */
  readonly headers: Name | undefined;
  readonly error: ErrorPlan;
  readonly request: RequestPlan;
  readonly pages: PagesPlan | undefined;
  /** Of a list without `pages`. */
  readonly unpaged: UnpagedPlan | undefined;
}

export interface ParamsPlan {
  /** What the function takes: the declaration itself, or with `choice` an alias. */
  readonly name: Name;
  readonly declaration: InterfaceDeclaration;
  /** Bodies of different types, of which a call has one. Then `declaration` is what all calls share. */
  readonly choice: BodyChoicePlan | undefined;
  /** The type of a multipart body, where its parts are not what they are in JSON. */
  readonly forms: readonly InterfaceDeclaration[];
  /** Whether a call can do without them. */
  readonly optional: boolean;
}

export interface BodyChoicePlan {
  readonly docs: Docs;
  /** The body and its `contentType`; first those of a call that names none. */
  readonly bodies: readonly (readonly PropertyPlan[])[];
}

export interface ErrorPlan {
  readonly name: Name;
  readonly arms: readonly ErrorArm[];
  /** The statuses that have an arm of their own, for `OtherStatus`. */
  readonly documented: readonly number[];
  /** Whether all client or server errors have an arm. */
  readonly ranges: readonly string[];
  /** Every other status. */
  readonly otherwise: FailurePlan;
}

export interface ErrorArm extends FailurePlan {
  /** A status, or a range such as `4XX`. */
  readonly status: number | string;
}

export interface FailurePlan {
  readonly body: TypeExpr;
  /** The type of its documented headers. */
  readonly headers: Name | undefined;
}

/** The wire form of one operation (templates/runtime/operation.ts). */
export interface RequestPlan {
  /** Where it goes instead of to the client's server. */
  readonly server: ServerPlan | undefined;
  readonly pathParameters: readonly ParameterPlan[];
  readonly query: readonly ParameterPlan[];
  readonly header: readonly ParameterPlan[];
  readonly cookie: readonly ParameterPlan[];
  readonly body: BodyPlan | undefined;
  readonly responses: readonly ResponsePlan[];
  /** Whether a success is read item by item, once the call has resolved. */
  readonly streams: boolean;
  readonly security: readonly (readonly string[])[];
}

export interface ServerPlan {
  /** Absolute, or relative to the client's. */
  readonly url: string;
  /** Those in the URL that `createClient` may be given. */
  readonly variables: readonly {
    readonly name: string;
    readonly default: string;
  }[];
  /** The URL with the defaults of all variables. */
  readonly shown: string;
}

export interface ParameterPlan {
  readonly wireName: string;
  /** Its key in `params`. */
  readonly key: string;
  /** The encoder's name in the runtime. */
  readonly style: Name;
  /** Reserved characters of a query go out as they are. */
  readonly allowReserved: boolean;
  /** Whether the runtime would do the same without being told. */
  readonly implied: boolean;
}

export interface BodyPlan {
  /** Its key in `params`. */
  readonly key: string;
  /** The key of the media type in `params`; `undefined` where there is nothing to choose. */
  readonly choiceKey: string | undefined;
  /** First the one that goes out where the call names none. */
  readonly media: readonly BodyMediaPlan[];
}

export interface BodyMediaPlan {
  readonly type: string;
  readonly encoder: EncoderPlan;
  readonly shape: ShapeExpr | undefined;
}

export type EncoderPlan =
  { readonly kind: "json" | "text" | "binary" } | FormPlan | MultipartPlan;

export interface FormPlan {
  readonly kind: "form";
  /** Of fields that have none of their own; `undefined` is the runtime's default. */
  readonly style: Name | undefined;
  readonly fields: readonly { readonly name: string; readonly style: Name }[];
}

export interface MultipartPlan {
  readonly kind: "multipart";
  readonly parts: readonly PartPlan[];
}

/** A part that is not written as the runtime would by itself. */
export interface PartPlan {
  readonly name: string;
  readonly style:
    | { readonly kind: "json" | "typed"; readonly contentType: string }
    | { readonly kind: "styled"; readonly style: Name }
    | undefined;
  /** Whether a value may come with headers. */
  readonly hasHeaders: boolean;
}

export interface ResponsePlan {
  readonly status: string;
  /** By media type, the preferred one first; none where there is no content. */
  readonly media: readonly ResponseMediaPlan[];
}

export interface ResponseMediaPlan {
  readonly type: string;
  readonly reader: "json" | "text" | "blob" | StreamReader;
  readonly shape: ShapeExpr | undefined;
}

/** How a body that is a sequence is read, value by value. */
export type StreamReader =
  "textEvents" | "jsonEvents" | "jsonLines" | "jsonSequence";

/** A rule for pages, declared, or found on both sides (DESIGN §6). */
export interface PagesPlan {
  readonly name: Name;
  readonly item: TypeExpr;
  readonly rule: PageRule;
  /** In words: who says so; or the request's side, then the response's. */
  readonly evidence: readonly string[];
}

/** A list without a rule for pages. */
export interface UnpagedPlan {
  /** In words, what speaks for pages. */
  readonly found: readonly string[];
  /** In words, what is missing for a rule. */
  readonly missing: readonly string[];
  /** The entry of `pagination` in the config that would declare one, as far as it can be known. */
  readonly declaration: string;
}

export interface ClientFile {
  /** `undefined` where `createClient` requires one. */
  readonly baseUrl: string | undefined;
  readonly serverVariables: readonly {
    readonly name: string;
    readonly default: string;
    readonly enum: readonly string[] | undefined;
    readonly description: string | undefined;
  }[];
  readonly schemes: readonly SchemePlan[];
}

export interface SchemePlan {
  /** The scheme's name in the description. */
  readonly name: string;
  /** Its option of `createClient`. */
  readonly option: string;
  /** Under `auth`, because the option's name is taken. */
  readonly nested: boolean;
  readonly required: boolean;
  readonly credential: "Credential" | "BasicCredential";
  readonly apply: Name;
  /** What `apply` takes before the credential: a header's name, a scheme. */
  readonly argument: string | undefined;
  readonly docs: Docs;
}
