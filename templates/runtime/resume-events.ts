import { isRequestError } from "./errors.js";
import { platform as realPlatform, type Platform } from "./platform.js";

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
 * An answer without content ends it, and so does an error that asking again would not mend.
 */
export async function* resumeEvents<
  Event extends { readonly id?: string; readonly retry?: number },
>(
  start: (
    headers: Readonly<Record<string, string>>,
  ) => PromiseLike<AsyncIterable<Event> | undefined>,
  { limit = 5, signal }: ResumeOptions = {},
  platform: Platform = realPlatform,
): AsyncGenerator<Event, undefined> {
  let last = "";
  let delay = 3000;
  const ends = signal ?? new AbortController().signal;
  for (let failures = 0; ; ends.throwIfAborted()) {
    try {
      const id = new TextEncoder().encode(last); // HTML §9.2.3: in UTF-8, byte for byte
      const events = await start(
        last === "" ? {} : { "Last-Event-ID": String.fromCharCode(...id) },
      );
      if (events === undefined) return;
      for await (const event of events) {
        failures = 0;
        last = event.id ?? last;
        delay = Math.min(event.retry ?? delay, 60_000);
        yield event;
      }
    } catch (error) {
      const mayPass =
        isRequestError(error) && /^(connection|timeout)$/.test(error.reason);
      if (!mayPass || failures >= limit) throw error;
      failures += 1;
    }
    await platform.sleep(delay, ends);
  }
}
