import { isBinary, isStream } from "./binary.js";
import type { BodyEncoder } from "./body.js";

export type { Binary } from "./binary.js";

/**
 * Bytes as they are. A stream is sent while it is read: once, so that such a call is never tried again.
 *
 * @throws TypeError for anything else, which `fetch` would send as "[object Object]"
 */
export const binaryBody: BodyEncoder = (value) => {
  if (!isBinary(value))
    throw new TypeError("the body must be a Blob, bytes or a stream");
  return {
    body: value,
    type: "application/octet-stream",
    ...(isStream(value) && { duplex: "half" }),
  };
};
