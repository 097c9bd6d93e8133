import type { Report } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../diagnostics/origin.ts";
import { isHeaderName } from "../util/header-name.ts";

const reserved: ReadonlySet<string> = new Set([
  // OAS 3.1 §4.8.12.2: these are set by other means than parameters.
  "accept",
  "content-type",
  "authorization",
  // RFC 9110 §7.6.1, §8.6 and §10.1.1: what is about one connection, how long a body is, and whether it waits, `fetch` says
  // and nobody else.
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/** Whether a header parameter is one that callers can give; says so where it is not. */
export function isSendableHeader(
  name: string,
  origin: Origin,
  report: Report,
): boolean {
  const isReserved = reserved.has(name.toLowerCase());
  if (isReserved) report("operation/reserved-header", origin, { name });
  else if (!isHeaderName(name))
    report("operation/impossible-header", origin, { name });
  else return true;
  return false;
}
