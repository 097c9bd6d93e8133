import {
  type Client,
  type ClientOptions,
  makeClient,
  type Schemes,
} from "../../templates/runtime/client.ts";
import { either } from "../../templates/runtime/either.ts";
import { limited } from "../../templates/runtime/limited.ts";
import type { Platform } from "../../templates/runtime/platform.ts";
import { now } from "./client.ts";

/** A client whose time is the test's: none passes unless the test says so. */
export interface Timed {
  readonly client: Client;
  /** Lets milliseconds pass; what is due by then happens, the soonest first. */
  readonly pass: (milliseconds: number) => void;
  /** Milliseconds until the end of each timeout and wait that is under way, the soonest first. */
  readonly due: () => readonly number[];
}

/** Waits are at the top of the jitter. */
export function timed(
  baseUrl: string,
  options: ClientOptions = {},
  schemes: Schemes = {},
): Timed {
  const timers = new Set<{ readonly at: number; readonly end: () => void }>();
  const sooner = () => [...timers].sort((a, b) => a.at - b.at);
  let time = now;

  /** The real one, but that its time is a signal of ours. */
  const limitedHere: Platform["limited"] = (outer, milliseconds, ...how) => {
    if (milliseconds >= 2 ** 31) return limited(outer, milliseconds, ...how);
    const [late] = how;
    const over = new AbortController();
    const timer = {
      at: time + milliseconds,
      end: () => over.abort(late()),
    };
    timers.add(timer);
    const signal = outer ? either(outer, over.signal) : over.signal;
    return limited(signal, Infinity, ...how).finally(() =>
      timers.delete(timer),
    );
  };
  const platform: Platform = {
    now: () => time,
    random: () => 1,
    sleep: (milliseconds, signal) =>
      limitedHere(
        signal,
        milliseconds,
        () => {},
        () => new Promise<void>(() => {}),
      ).catch(() => {}),
    limited: limitedHere,
  };
  return {
    client: makeClient({ baseUrl, ...options }, undefined, schemes, platform),
    pass(milliseconds) {
      time += milliseconds;
      for (const { at, end } of sooner()) if (at <= time) end();
    },
    due: () => sooner().map(({ at }) => at - time),
  };
}
