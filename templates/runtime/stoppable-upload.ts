import { isStream } from "./binary.js";
import type { ClientFeature } from "./feature.js";
import { withBody } from "./with-body.js";

/**
 * Ends a body that is a stream with the call: once that has failed, or its answer has been read, the stream is
 * cancelled. Platforms forget it, and Node's `fetch` reads on without end. It goes on for as long as there is more of an
 * answer: a server may begin to answer before it has read everything.
 */
export const stoppableUpload: ClientFeature = async (attempt, next) => {
  const { init, signal } = attempt;
  if (!isStream(init.body)) return next(attempt);
  if (signal?.aborted) {
    // What stands before this took its time, and the call did not wait for it.
    init.body.cancel(signal.reason).catch(() => {});
    throw signal.reason;
  }
  let isSent = false;
  const upload = relay(init.body, () => {
    isSent = true;
    signal?.removeEventListener("abort", over);
  });
  const over = () => upload.stop(new TypeError("the call is over"));
  signal?.addEventListener("abort", over); // whether or not `fetch` cares for it
  try {
    const response = await next({
      ...attempt,
      init: { ...init, body: upload.stream },
    });
    if (isSent) return response;
    if (response.body)
      return withBody(response, relay(response.body, over).stream);
    over();
    return response;
  } catch (error) {
    over();
    throw error;
  }
};

interface Relay {
  readonly stream: ReadableStream<Uint8Array>;
  /** Cancels the source, and fails whoever reads the relay. */
  stop(reason: Error): void;
}

/** What a stream gives, read when it is asked for. Calls `ended` when there will be no more. */
function relay(source: ReadableStream<Uint8Array>, ended: () => void): Relay {
  const reader = source.getReader();
  const cancel = (reason: unknown): void => {
    reader.cancel(reason).catch(() => {});
    ended();
  };
  let fail: (reason: Error) => void = () => {};
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        fail = (reason) => controller.error(reason);
      },
      async pull(controller) {
        const { done, value } = await reader.read().catch((error: unknown) => {
          ended();
          throw error;
        });
        if (!done) return controller.enqueue(value);
        ended();
        controller.close();
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  return {
    stream,
    stop(reason) {
      fail(reason);
      cancel(reason);
    },
  };
}
