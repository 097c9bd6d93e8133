// Generated from the runtime of telltale. Do not edit.

import type { UnionShape } from "./shape.js";
/** A body as `fetch` takes it. */
export interface EncodedBody {
  readonly body: NonNullable<RequestInit["body"]>;
  /** Content-Type; `undefined` leaves it to `fetch` (multipart has its boundary there). */
  readonly type: string | undefined;
}
/** Encodes a body that is not `undefined`. Whatever it throws becomes a `TypeError` of the call. */
export type BodyEncoder = (value: unknown) => EncodedBody;
export declare const jsonBody: BodyEncoder;
/** JSON without the tags that the client added when the value was received. */
export declare function jsonBodyOf(shape: UnionShape): BodyEncoder;
