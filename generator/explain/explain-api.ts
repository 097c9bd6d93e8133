import { typesOver } from "../4-resolve/unions/witness-types.ts";
import { explainAllOf } from "./all-of.ts";
import { createContext, type ExplainInput } from "./context.ts";
import { explainUnions } from "./explain-unions.ts";
import type { Explanation } from "./explanation.ts";
import { explainPages, explainUnpaged } from "./pages.ts";

/**
 * Explains one API: pure, from what the phases handed on. It decides nothing itself; where it compares
 * variants it asks the very functions that `4-resolve` decided with.
 */
export function explainApi(input: ExplainInput): Explanation {
  const { api, client, resolved } = input;
  const operations = client.operationFiles.flatMap((file) => file.operations);
  const context = createContext(input, typesOver(resolved.types));
  return {
    title: client.title,
    version: client.version,
    source: api.source,
    operations: operations.length,
    unions: explainUnions(context),
    allOf: explainAllOf(context),
    pages: explainPages(context),
    unpaged: explainUnpaged(context),
    lists: operations.filter(({ unpaged }) => unpaged !== undefined).length,
  };
}
