// Generated from the runtime of telltale. Do not edit.

import { limited } from "./limited.js";
/** What is not a function of its arguments: tests bring their own. */
export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  /** At least 0, less than 1. */
  random(): number;
  /** Waits; ends early, without an error, when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Runs work, for so many milliseconds at most. */
  readonly limited: typeof limited;
}
export declare const platform: Platform;
/**
 * Whether this is a page or a worker of a browser, where `fetch` hides redirects from us and no script
 * sets a cookie header. All of those have IndexedDB, and Deno, Bun, Node and the servers' workers have none, unless somebody
 * has put a browser's globals there. Those are JavaScript and show their source, which the platform's own do not.
 */
export declare function isBrowser(): boolean;
