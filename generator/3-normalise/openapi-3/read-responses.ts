import type { Located } from "../../2-bundle/bundle.ts";
import type { Response } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { arrivingContent } from "../arriving-content.ts";
import { entriesAt, followObject } from "../follow.ts";
import { proseAt } from "../read-text.ts";
import { readStatus } from "../read-status.ts";
import { readContent } from "./read-content.ts";
import { readHeaders } from "./read-headers.ts";
import { readLinks } from "./read-links.ts";

/** OAS 3.1 §4.8.16. */
export const readResponses = (
  operation: Located,
  context: Context,
): readonly Response[] =>
  entriesAt(operation, "responses", context).flatMap(([key, written]) => {
    const status = readStatus(key, written.origin, context.report);
    if (status === undefined) return [];
    const found = followObject(written, context);
    if (found === undefined) return [];
    return [
      {
        origin: written.origin,
        status,
        // A summary is all that a response of 3.2 need have.
        description:
          proseAt(found, "description", context) ??
          proseAt(found, "summary", context),
        content: arrivingContent(
          status,
          readContent(found, context),
          written.origin,
          context.report,
        ),
        headers: readHeaders(found, context),
        links: readLinks(found, context),
      },
    ];
  });
