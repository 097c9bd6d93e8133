// Generated from the runtime of telltale. Do not edit.

import { limited } from "./limited.js";
export const platform = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    limited(
      signal,
      milliseconds,
      () => {},
      () => new Promise(() => {}),
    ).catch(() => {}),
  limited,
};
/**
 * Whether this is a page or a worker of a browser, where `fetch` hides redirects from us and no script
 * sets a cookie header. All of those have IndexedDB, and Deno, Bun, Node and the servers' workers have none, unless somebody
 * has put a browser's globals there. Those are JavaScript and show their source, which the platform's own do not.
 */
export function isBrowser() {
  const globals = globalThis;
  return /\[native/.test(`${globals.IDBRequest}`);
}
