import type { Report } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { MediaType } from "../ir/openapi.ts";

/** Their responses have no content, whatever is documented (RFC 9110 §15.3.5, §15.3.6, §15.4.5). */
const bodiless: ReadonlySet<string> = new Set(["204", "205", "304"]);

/** The documented content of a response; none, and a word about it, where its status has none. */
export function arrivingContent(
  status: string,
  content: readonly MediaType[],
  origin: Origin,
  report: Report,
): readonly MediaType[] {
  if (!bodiless.has(status) || content.length === 0) return content;
  report("operation/content-never-sent", origin, { status });
  return [];
}
