// Generated from the runtime of telltale. Do not edit.

import type { Given } from "./operation.js";
import type { UnionShape } from "./shape.js";
/** A body as `fetch` takes it. */
export interface EncodedBody {
  readonly body: NonNullable<RequestInit["body"]>;
  /** Content-Type. */
  readonly type: string;
  /** A stream, which `fetch` wants to be told of (Fetch §5.4), and which cannot be sent twice. */
  readonly duplex?: "half";
}
/**
 * Encodes a body that is not `undefined`. `given` is all of `params`, for a body whose media type the
 * caller chooses; the signal is the caller's, for a body that has to be let go of. Whatever it throws becomes a `TypeError` of
 * the call.
 */
export type BodyEncoder = (
  value: unknown,
  given: Given,
  signal?: AbortSignal,
) => EncodedBody;
/** The body of a request, if one was given. */
export type BodySender = (
  given: Given,
  signal?: AbortSignal,
) => EncodedBody | undefined;
/** The body that stands under `key`. */
export declare function sending(encode: BodyEncoder, key?: string): BodySender;
export declare const jsonBody: BodyEncoder;
/** JSON without the tags that the client added when the value was received. */
export declare function jsonBodyOf(shape: UnionShape): BodyEncoder;
