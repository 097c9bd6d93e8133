import type { Located } from "../../2-bundle/bundle.ts";
import type { RequestBody } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { followObject } from "../follow.ts";
import { at, own } from "../read.ts";
import { proseAt } from "../read-text.ts";
import { readContent } from "./read-content.ts";

/** OAS 3.1 §4.8.13. */
export function readRequestBody(
  operation: Located,
  context: Context,
): RequestBody | undefined {
  const written = at(operation, "requestBody");
  const found = written && followObject(written, context);
  if (found === undefined) return undefined;
  return {
    origin: found.origin,
    required: own(found.value, "required") === true,
    description: proseAt(found, "description", context),
    content: readContent(found, context),
  };
}
