// Generated from the runtime of telltale. Do not edit.

import { undocumented } from "./read.js";
/**
 * The reader of a status: documented exactly, by range, by `default` (OAS 3.1 §4.8.16), or not at all.
 *
 * `default` describes errors, as a rule; a success falls to it only where no success is documented.
 * `undefined` is an undocumented redirect: we follow none, since `fetch` would take the credentials
 * along. 304 is no redirect, and a browser that hides one says 0.
 */
export function readerOf(responses, status) {
  const range = `${String(status)[0]}XX`;
  const documented = responses[status] ?? responses[range];
  if (documented) return documented;
  if (status === 0 || (range === "3XX" && status !== 304)) return undefined;
  const isDocumentedSuccess =
    range === "2XX" && Object.keys(responses).some((key) => key < "3");
  return (
    (isDocumentedSuccess ? undefined : responses["default"]) ?? undocumented
  );
}
