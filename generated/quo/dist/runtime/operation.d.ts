// Generated from the runtime of telltale. Do not edit.

import type { BodySender } from "./body.js";
import type { Schemes } from "./client.js";
import type { ClientFeature } from "./feature.js";
import type { PathExpander } from "./path.js";
import type { Reader } from "./read.js";
import type { Repetition } from "./retry.js";
/**
 * A request while it is put together. Parameter styles and security schemes write into it, so that
 * the code of a style that no operation uses is in nobody's bundle.
 */
export interface Draft {
  readonly headers: Headers;
  /** Encoded `name=value` pairs. */
  readonly query: string[];
}
/** Writes one parameter, which is neither `undefined` nor `null`, into the request. */
export type ParameterStyle = (
  draft: Draft,
  wireName: string,
  value: unknown,
) => void;
/** What a caller gave as `params`. Its own properties count; a name may be that of one that every object has. */
export type Given = Readonly<Record<string, unknown>>;
/** Writes those of the parameters given that are neither `undefined` nor `null`. */
export type ParameterWriter = (draft: Draft, given: Given) => void;
/** Writes the credentials that an operation asks for into the request. */
export type Security = (draft: Draft, schemes: Schemes) => Promise<void>;
/** What an emitted operation is, besides its types. */
export interface Operation {
  readonly method: string;
  /** Template relative to the base URL, `/pets/{petId}`. */
  readonly path: string;
  /** Absent: the template has no parameters. */
  readonly pathParameters?: PathExpander;
  readonly query?: ParameterWriter;
  readonly header?: ParameterWriter;
  readonly cookie?: ParameterWriter;
  readonly body?: BodySender;
  /** All media types that some response has. */
  readonly accept?: string;
  /** By status, range (`4XX`) or `default`. */
  readonly responses: Readonly<Record<string, Reader>>;
  /** Its success is read after the call has ended: the caller's signal still aborts it then. */
  readonly streams?: true;
  /** Absent: the operation asks for no credentials, and gets none. */
  readonly security?: Security;
  /** Absent: sent twice, the request may do more than once. */
  readonly repeat?: Repetition;
  /** What the operation needs whatever its client has. */
  readonly use?: readonly ClientFeature[];
}
