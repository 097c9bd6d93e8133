import { isFailure, isRequestError } from "./errors.js";
import { platform as realPlatform, type Platform } from "./platform.js";
import { isRetryableStatus, retryDelay } from "./retry.js";
import type { Heard } from "./stream.js";

export interface ResumeOptions {
  /** Ends the waits, and with them the events, by its reason. The calls take it in their own options. */
  readonly signal?: AbortSignal | undefined;
  /** How often in a row it may fail before an event comes. Default 5. */
  readonly limit?: number | undefined;
}

/**
 * Events without end, as a browser's `EventSource` has them (HTML §9.2.3): where a stream ends or breaks
 * off, it is asked for what came after the last event, when the server's `retry` is over (a minute at
 * most), or 3 seconds.
 *
 * ```ts
 * for await (const event of resumeEvents((headers) => watch(client, {}, { headers }))) { … }
 * ```
 *
 * An answer without content ends it, and so does an error that asking again would not mend. A status that calls are
 * retried for, such as 503, is one that it may, unless its `Retry-After` is more than a minute away.
 */
export async function* resumeEvents<
  Event extends { readonly id?: string; readonly retry?: number },
>(
  start: (
    headers: Readonly<Record<string, string>>,
  ) => PromiseLike<
    (AsyncIterable<Event> & { readonly "~heard"?: Heard }) | undefined
  >,
  { limit = 5, signal }: ResumeOptions = {},
  platform: Platform = realPlatform,
): AsyncGenerator<Event, undefined> {
  let last = "";
  let delay = 3000;
  const hear = ({ id = last, retry = delay }: Heard): void => {
    last = id;
    delay = Math.min(retry, 60_000);
  };
  const ends = signal ?? new AbortController().signal;
  for (let failures = 0; ; ends.throwIfAborted()) {
    let heard: Heard = {};
    let asked = 0;
    try {
      const id = new TextEncoder().encode(last); // HTML §9.2.3: in UTF-8, byte for byte
      const events = await start(
        last === "" ? {} : { "Last-Event-ID": String.fromCharCode(...id) },
      );
      heard = events?.["~heard"] ?? heard;
      if (events === undefined || heard.isOver) return;
      for await (const event of events) {
        failures = 0;
        hear(event); // of events that somebody has put through a loop of their own, too
        yield event;
      }
    } catch (error) {
      const wait = waitAfter(error, platform.now());
      if (wait === undefined || failures >= limit) throw error;
      asked = wait;
      failures += 1;
    }
    hear(heard);
    await platform.sleep(Math.max(delay, asked), ends);
  }
}

/** Milliseconds to wait at least, as the server asks for them; `undefined` if asking again would not mend the error. */
function waitAfter(error: unknown, now: number): number | undefined {
  // Of an answer that is not as documented, too: a proxy says 503 in HTML.
  const response = isFailure(error) ? error.response : undefined;
  if (response && isRetryableStatus(response.status))
    return retryDelay(0, response.headers, now, () => 0);
  const isLost =
    isRequestError(error) && /^(connection|timeout)$/.test(error.reason);
  return isLost ? 0 : undefined;
}
