import { blobOf, isBinary, isStream } from "./binary.js";
import type { BodyEncoder } from "./body.js";

export type { Binary } from "./binary.js";

/**
 * Bytes as they are. A stream is sent while it is read: once, so that such a call is never tried again.
 *
 * @throws TypeError for anything else, which `fetch` would send as "[object Object]", and for a stream that is locked
 *   or has been read
 */
export const binaryBody: BodyEncoder = (value) => {
  if (!isBinary(value))
    throw new TypeError(
      "the body must be a Blob, bytes or a stream, of this platform and not shared",
    );
  return {
    type: "application/octet-stream",
    // Fetch §5.2 refuses here what `fetch` itself would refuse as if it were the network's fault.
    ...(isStream(value)
      ? { body: new Response(value).body ?? value, duplex: "half" }
      : { body: blobOf(value) ?? value }),
  };
};
