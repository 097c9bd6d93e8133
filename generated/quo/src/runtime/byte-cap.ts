// Generated from the runtime of telltale. Do not edit.

import { requestError } from "./failures.js";
import type { ClientFeature } from "./feature.js";
import { discard } from "./read.js";
import { withBody } from "./with-body.js";

/**
 * Bounds the body of each response, in bytes, after decompression: a longer one ends the call with a
 * `RequestError`, reason "limit". No more than the bound is held. A stream that is read item by item has
 * no end and so no bound; its lines and events have their own.
 */
export function byteCap(limit: number): ClientFeature {
  return async (attempt, next) => {
    const response = await next(attempt);
    const { body, headers, ok } = response;
    if (!body || (ok && attempt.operation.streams)) return response;
    const tooLong = () =>
      requestError(attempt.operation, "limit", { response });
    // Said beforehand; and what is compressed does not become shorter.
    if (Number(headers.get("content-length")) > limit) {
      discard(response);
      throw tooLong();
    }
    let rest = limit;
    let over: Error | undefined;
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          rest -= chunk.byteLength;
          if (rest < 0) controller.error((over = tooLong()));
          else controller.enqueue(chunk);
        },
      }),
    );
    const capped = withBody(response, counted);
    // Some browsers say of a stream that failed only that it did.
    for (const name of ["arrayBuffer", "blob", "json", "text"] as const) {
      const read = capped[name].bind(capped);
      const value = () =>
        read().catch((error: unknown) => {
          throw over ?? error;
        });
      Object.defineProperty(capped, name, { value });
    }
    return capped;
  };
}
