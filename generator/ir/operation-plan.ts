import type { Origin } from "../diagnostics/origin.ts";
import type {
  Docs,
  InterfaceDeclaration,
  Name,
  PropertyPlan,
  TypeExpr,
} from "./declaration-plan.ts";
import type { PageRule } from "./page-rule.ts";
import type { ShapeExpr } from "./shape-expr.ts";

export interface OperationFile {
  readonly module: string;
  /** What is said of the tag that its operations have. */
  readonly docs: Docs;
  readonly operations: readonly OperationPlan[];
}

export interface OperationPlan {
  readonly name: Name;
  readonly method: string;
  readonly path: string;
  readonly docs: Docs;
  /** Types that only its comment names. */
  readonly mentions: readonly Name[];
  readonly origin: Origin;
  readonly params: ParamsPlan | undefined;
  readonly data: TypeExpr;
  /** The type of the documented headers of a success. */
  readonly headers: Name | undefined;
  readonly error: ErrorPlan;
  readonly request: RequestPlan;
  /** The same request, where it may be asked for a stream as well. */
  readonly streamed: StreamedPlan | undefined;
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
  /** Media types to ask for that no response is read in: HEAD answers about what GET would have sent (RFC 9110 §9.3.2). */
  readonly accept?: readonly string[];
  /** Whether a success is read item by item, once the call has resolved. */
  readonly streams: boolean;
  readonly security: readonly (readonly string[])[];
  /** Whether it may be sent twice; with `key`, where it has that header, or anyway. */
  readonly repeat:
    | "idempotent"
    | "never"
    | { readonly key: string; readonly isIdempotent: boolean };
  /** Whether a redirect is documented, and so meant to be followed. */
  readonly redirects: boolean;
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
  /** What lets reserved characters go out as they are, around the encoder. */
  readonly reserved: Name | undefined;
  /** Where, inside its value, there are tags that are not on the wire. */
  readonly shape: ShapeExpr | undefined;
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
  /** By media type, the preferred one first; none where no content is documented. */
  readonly media: readonly ResponseMediaPlan[];
  /** What reads it where there are no media types: a failure may have a body all the same, a stream no items. */
  readonly bare: "nothing" | "undocumented" | "noItems";
}

/** Events by their names, or all others; `""` is that of those that have none. */
export type EventNames =
  readonly string[] | { readonly except: readonly string[] };

export interface ResponseMediaPlan {
  readonly type: string;
  readonly reader: BodyReader | StreamReader;
  readonly shape: ShapeExpr | undefined;
  /** The events of a stream of JSON whose data is text. */
  readonly texts?: EventNames;
  /** Of a `jsonScalar`: what it may be. */
  readonly scalars?: readonly ScalarType[];
  /** Whether JSON may be null, and with that nothing. */
  readonly isNullable?: boolean;
}

/** A JSON type that is no list and no object. */
export type ScalarType = "string" | "number" | "boolean" | "null";

/** A function that asks for the streams among the media types of an operation's successes. */
export interface StreamedPlan {
  readonly name: Name;
  readonly docs: Docs;
  readonly data: TypeExpr;
  readonly responses: readonly ResponsePlan[];
}

/** How a body is read at once; `undocumented` as its own media type says. */
export type BodyReader =
  "json" | "jsonOrNothing" | "jsonScalar" | "text" | "blob" | "undocumented";

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
