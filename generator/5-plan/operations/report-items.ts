import type { Report } from "../../diagnostics/diagnostic.ts";
import { child } from "../../diagnostics/origin.ts";
import type { MediaType } from "../../ir/openapi.ts";

/** Says that the items of a sequence are not told apart where a body is handed over as a whole. */
export function reportItems(
  { itemSchema, origin }: MediaType,
  report: Report,
): void {
  const keyword = "itemSchema";
  if (itemSchema !== undefined)
    report("unsupported/sequence", child(origin, keyword), { keyword });
}
