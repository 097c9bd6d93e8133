import { either } from "./either.js";
import { isFailure, isRequestError } from "./errors.js";
import { platform as realPlatform, type Platform } from "./platform.js";
import { isRetryableStatus, retryDelay } from "./retry.js";
import { stoppable } from "./stoppable.js";
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
 * retried for, such as 503, is one that it may, unless its `Retry-After` is more than a minute away. They can be read once,
 * and a `return()` waits for nothing that is under way.
 */
export function resumeEvents<
  Event extends { readonly id?: string; readonly retry?: number },
>(
  start: Opening<Event>,
  { limit = 5, signal }: ResumeOptions = {},
  platform: Platform = realPlatform,
): AsyncIterable<Event> & AsyncIterator<Event, void, undefined> {
  const steps = stoppable(undefined, async function* (stopped) {
    /** Does not wait for what is under way once somebody has stopped. */
    const unlessStopped = <T>(work: Promise<T>): Promise<T> =>
      platform.limited(
        stopped,
        Infinity,
        () => {},
        () => work,
      );
    const ends = signal ? either(signal, stopped) : stopped;
    let last = "";
    let delay = 3000;
    const hear = ({ id = last, retry = delay }: Heard): void => {
      if (isSendable(id)) last = id;
      delay = Math.min(retry, 60_000);
    };
    for (let failures = 0; ; ends.throwIfAborted()) {
      let heard: Heard = {};
      let asked = 0;
      const opening = opened(start, last);
      try {
        const events = await unlessStopped(opening);
        heard = events?.heard ?? heard;
        if (events === undefined || heard.isOver) return;
        for (;;) {
          const { done, value } = await unlessStopped(events.next());
          if (done) break;
          failures = 0;
          hear(value); // of events that somebody has put through a loop of their own, too
          yield value;
        }
      } catch (error) {
        const wait = waitAfter(error, platform.now());
        if (wait === undefined || failures >= limit) throw error;
        asked = wait;
        failures += 1;
      } finally {
        // An answer that comes when nobody waits for it any more is let go of as well.
        opening.then((events) => events?.end()).catch(() => {});
      }
      hear(heard);
      await unlessStopped(platform.sleep(Math.max(delay, asked), ends));
    }
  });
  return { ...steps, [Symbol.asyncIterator]: () => steps };
}

type Opening<Event> = (
  headers: Readonly<Record<string, string>>,
) => PromiseLike<
  (AsyncIterable<Event> & { readonly "~heard"?: Heard }) | undefined
>;

/** The events after one, asked for. */
async function opened<Event>(start: Opening<Event>, id: string) {
  const events = await start(id === "" ? {} : { "Last-Event-ID": inBytes(id) });
  if (!events) return undefined;
  const items = events[Symbol.asyncIterator]();
  return {
    heard: events["~heard"],
    next: () => items.next(),
    end: () => items.return?.(),
  };
}

/** HTML §9.2.3: in UTF-8, byte for byte. */
function inBytes(id: string): string {
  const bytes = new TextEncoder().encode(id);
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** Of an id that no header can have we know nothing, as of one with a NUL (HTML §9.2.6): the one before it stays. */
const isSendable = (id: string): boolean =>
  !/[^\t\x20-\x7e\x80-\uffff]/.test(id);

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
