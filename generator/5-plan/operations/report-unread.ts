import type { Operation } from "../../ir/openapi.ts";
import { essenceOf } from "./media-types.ts";
import type { OperationContext } from "./plan-operation.ts";
import { isUnread, readsOf } from "./response-media.ts";

/**
 * Says, once for each media type of an operation, what of its responses is described and yet handed over as it comes:
 * XML, CSV, CBOR. Where JSON beside it is described as the same, only that is asked for.
 */
export function reportUnread(
  { responses }: Operation,
  context: OperationContext,
): void {
  const { report, resolved } = context;
  const said = new Set<string>();
  for (const response of responses) {
    for (const read of readsOf(response, context)) {
      const { media, reader } = read;
      const type = essenceOf(media.type);
      if (said.has(type) || !isUnread(read, resolved)) continue;
      said.add(type);
      report("unsupported/response-media-type", media.origin, {
        type,
        given: reader === "text" ? "a string" : "a Blob",
      });
    }
  }
}
