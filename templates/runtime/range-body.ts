import { binaryBody } from "./binary-body.js";
import { blobOf } from "./binary.js";
import type { BodyEncoder } from "./body.js";

/** Bytes under a range of media types: a `Blob` says by itself which of them it is, as it does to `fetch`. */
export const rangeBody: BodyEncoder = (value, given, signal) => {
  const encoded = binaryBody(value, given, signal);
  // The contents alone have no type.
  const type = blobOf(value) && (value as Blob).type;
  return { ...encoded, type: type || encoded.type };
};
