import type { Report } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../diagnostics/origin.ts";

/** A key of the Responses Object: a status code, a range, or `default` (OAS 3.1 §4.8.16.2). */
export function readStatus(
  key: string,
  origin: Origin,
  report: Report,
): string | undefined {
  if (key.startsWith("x-")) return undefined;
  if (/^default$/i.test(key)) return "default";
  if (/^[1-5](\d\d|XX)$/i.test(key)) return key.toUpperCase();
  report("operation/unknown-status", origin, { status: key });
  return undefined;
}
