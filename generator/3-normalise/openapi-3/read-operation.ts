import type { Located } from "../../2-bundle/bundle.ts";
import type { Exchange } from "../../ir/openapi.ts";
import type { OperationContext } from "../context.ts";
import { boolean, own } from "../read.ts";
import { tagNamesOf } from "../read-tags.ts";
import { proseAt, textAt } from "../read-text.ts";
import { readParameters } from "./read-parameters.ts";
import { readRequestBody } from "./read-request-body.ts";
import { readResponses } from "./read-responses.ts";

/** What an Operation says of itself (OAS 3.1 §4.8.10), whoever sends it. */
export const readOperation = (
  method: string,
  operation: Located,
  context: OperationContext,
): Exchange => ({
  origin: operation.origin,
  method,
  operationId: textAt(operation, "operationId", context),
  tags: tagNamesOf(operation, context),
  summary: proseAt(operation, "summary", context),
  description: proseAt(operation, "description", context),
  deprecated: boolean(own(operation.value, "deprecated")) ?? false,
  parameters: readParameters(operation, context),
  requestBody: readRequestBody(operation, context),
  responses: readResponses(operation, context),
});
