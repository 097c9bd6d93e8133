import { followReference } from "../../2-bundle/follow-reference.ts";
import type { Located } from "../../2-bundle/bundle.ts";
import type { Link } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { entriesAt, followObject } from "../follow.ts";
import { own } from "../read.ts";
import { proseAt, textAt } from "../read-text.ts";

/** The `links` of a Response (OAS 3.1 §4.8.20). Runtime expressions are left as they are written. */
export const readLinks = (
  response: Located,
  context: Context,
): readonly Link[] =>
  entriesAt(response, "links", context).flatMap(([name, written]) => {
    const found = followObject(written, context);
    if (found === undefined) return [];
    return [
      {
        origin: found.origin,
        name,
        target: readTarget(found, context),
        parameters: entriesAt(found, "parameters", context).map(
          ([parameter, { value }]) => [parameter, value] as const,
        ),
        requestBody: own(found.value, "requestBody"),
        description: proseAt(found, "description", context),
      },
    ];
  });

/** `operationId`, or where the Operation stands that `operationRef` names. */
function readTarget(link: Located, context: Context): Link["target"] {
  const reference = textAt(link, "operationRef", context);
  if (reference === undefined) return textAt(link, "operationId", context);
  // Whoever looks for the Operation says that it is not there.
  return followReference(context.bundle, reference, link.origin, () => {})
    ?.origin;
}
