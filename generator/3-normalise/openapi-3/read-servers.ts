import type { Located } from "../../2-bundle/bundle.ts";
import type { Server } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { entriesAt, follow, itemsAt } from "../follow.ts";
import { own, strings } from "../read.ts";
import { proseAt, textAt } from "../read-text.ts";

/** The `servers` of the document, a Path Item or an Operation (OAS 3.1 §4.8.5). */
export const readServers = (
  of: Located,
  context: Pick<Context, "bundle" | "report">,
): readonly Server[] =>
  itemsAt(of, "servers", context).flatMap((written) => {
    const found = follow(written, context);
    const url = textAt(found, "url", context);
    if (found === undefined || url === undefined) return [];
    const variables = entriesAt(found, "variables", context).map(
      ([name, variable]) => {
        const values = own(variable.value, "enum");
        return {
          name,
          default: textAt(variable, "default", context),
          enum:
            Array.isArray(values) && values.length > 0
              ? strings(values)
              : undefined,
          description: proseAt(variable, "description", context),
        };
      },
    );
    return [{ origin: found.origin, url, variables }];
  });
