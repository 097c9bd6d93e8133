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

export const jsonBody: BodyEncoder = (value) => ({
  body: JSON.stringify(value),
  type: "application/json",
});

/** JSON without the tags that the client added when the value was received. */
export function jsonBodyOf(shape: UnionShape): BodyEncoder {
  return (value) => jsonBody(shape.untag(value));
}
