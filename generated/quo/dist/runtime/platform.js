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
 * sets a cookie header. Deno, Bun, Node and the servers' workers have neither of these globals.
 */
export function isBrowser() {
  return "document" in globalThis || "importScripts" in globalThis;
}
