// Generated from the runtime of telltale. Do not edit.

import { undocumented } from "./read.js";
/**
 * The reader of a status: documented exactly, by range, an error's by `default` (OAS 3.1 §4.8.16), or
 * not at all.
 *
 * `undefined` is an undocumented redirect: we follow none, since `fetch` would take the credentials
 * along. 304 is no redirect, has no content whatever `default` says, and a browser that hides one says 0.
 */
export function readerOf(responses, status) {
  const digits = String(status);
  const documented = responses[digits] ?? responses[`${digits[0]}XX`];
  if (documented || /^0|^3(?!04)/.test(digits)) return documented;
  return (status > 399 && responses["default"]) || undocumented;
}
