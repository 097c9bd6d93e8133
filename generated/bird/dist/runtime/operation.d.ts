// Generated from the runtime of telltale. Do not edit.

import type { BodyEncoder } from "./body.js";
import type { PathStyle } from "./path.js";
import type { Reader } from "./read.js";
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
/** Wire name to style; with the key in `params` where that is not the wire name. */
export type ParameterStyles = Readonly<
  Record<string, ParameterStyle | readonly [style: ParameterStyle, key: string]>
>;
/** What an emitted operation is, besides its types. */
export interface Operation {
  readonly method: string;
  /** Template relative to the base URL, `/pets/{petId}`. */
  readonly path: string;
  /** Only for parameters that are not in style `simple` under their own name. */
  readonly pathParameters?: Readonly<
    Record<string, PathStyle | readonly [style: PathStyle, key: string]>
  >;
  readonly query?: ParameterStyles;
  readonly header?: ParameterStyles;
  readonly cookie?: ParameterStyles;
  readonly body?: BodyEncoder;
  /** Where the body is in `params`, if not under `body`. */
  readonly bodyKey?: string;
  /** By status, range (`4XX`) or `default`. */
  readonly responses: Readonly<Record<string, Reader>>;
  /** Its success is read after the call has ended: the caller's signal still aborts it then. */
  readonly streams?: true;
  /**
   * OR of ANDs of scheme names (OAS 3.1 §4.8.30); an empty AND allows anonymous calls. Absent: the
   * operation asks for none, and gets none.
   */
  readonly security?: readonly (readonly string[])[];
}
