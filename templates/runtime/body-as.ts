import type { BodyEncoder } from "./body.js";
import type { UnionShape } from "./shape.js";

/** The same encoder under another media type: `sentAs("application/merge-patch+json", jsonBody)`. */
export function sentAs(type: string, encoder: BodyEncoder): BodyEncoder {
  return (value, ...call) => ({ ...encoder(value, ...call), type });
}

/** As `jsonBodyOf`, for the other encoders: without the tags that the client added. */
export function untagged(shape: UnionShape, encoder: BodyEncoder): BodyEncoder {
  return (value, ...call) => encoder(shape.untag(value), ...call);
}
