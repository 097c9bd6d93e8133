import { blobOf, isBinary, isStream } from "./binary.js";
import type { BodyEncoder } from "./body.js";
import { cancelUnsent } from "./cancel-unsent.js";

export type { Binary } from "./binary.js";

/**
 * Bytes as they are. A stream is sent while it is read: once, so that such a call is never tried again.
 *
 * @throws TypeError for anything else, which `fetch` would send as "[object Object]", and for a stream that is locked
 *   or has been read
 */
export const binaryBody: BodyEncoder = (value, _, signal) => {
  if (!isBinary(value))
    throw new TypeError(
      "the body must be a Blob, bytes or a stream, of this platform and not shared",
    );
  const type = "application/octet-stream";
  if (!isStream(value)) return { body: blobOf(value) ?? value, type };
  // Fetch §5.2 refuses here what `fetch` itself would refuse as if it were the network's fault.
  const body = new Response(value).body ?? value;
  cancelUnsent(body, signal);
  return { body, type, duplex: "half" };
};
