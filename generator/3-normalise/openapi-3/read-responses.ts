import type { Located } from "../../2-bundle/bundle.ts";
import type { Link, Response } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { entriesAt, followObject } from "../follow.ts";
import { proseAt, textAt } from "../read-text.ts";
import { readStatus } from "../read-status.ts";
import { readContent } from "./read-content.ts";
import { readHeaders } from "./read-headers.ts";

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
        content: readContent(found, context),
        headers: readHeaders(found, context),
        links: readLinks(found, context),
      },
    ];
  });

/** OAS 3.1 §4.8.20. The runtime expressions of their parameters are left alone. */
const readLinks = (response: Located, context: Context): readonly Link[] =>
  entriesAt(response, "links", context).flatMap(([name, written]) => {
    const found = followObject(written, context);
    if (found === undefined) return [];
    return [
      {
        origin: written.origin,
        name,
        operationId: textAt(found, "operationId", context),
        description: proseAt(found, "description", context),
      },
    ];
  });
