import type { Located } from "../../2-bundle/bundle.ts";
import type { Header, MediaType, Response } from "../../ir/openapi.ts";
import { arrivingContent } from "../arriving-content.ts";
import { entriesAt, followObject } from "../follow.ts";
import { at } from "../read.ts";
import { readStatus } from "../read-status.ts";
import { proseAt } from "../read-text.ts";
import type { SwaggerContext } from "./context.ts";
import { orJson } from "./media-types.ts";

/** Responses, each with one schema for all the media types that the operation produces. */
export const readResponses = (
  operation: Located,
  produces: readonly string[],
  context: SwaggerContext,
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
        description: proseAt(found, "description", context),
        content: arrivingContent(
          status,
          readContent(found, produces, context),
          written.origin,
          context.report,
        ),
        headers: readHeaders(found, context),
        links: [],
      },
    ];
  });

/** Without a schema there is no body (Swagger 2.0, Response Object). */
function readContent(
  response: Located,
  produces: readonly string[],
  { schemas }: SwaggerContext,
): readonly MediaType[] {
  const schema = at(response, "schema");
  if (schema === undefined) return [];
  const id = schemas.read(schema);
  return orJson(produces).map((type) => ({
    origin: response.origin,
    type,
    schema: id,
    itemSchema: undefined,
    encoding: [],
  }));
}

const readHeaders = (
  response: Located,
  context: SwaggerContext,
): readonly Header[] =>
  entriesAt(response, "headers", context).flatMap(([name, written]) => {
    const found = followObject(written, context);
    if (found === undefined) return [];
    return [
      {
        origin: written.origin,
        name,
        required: false,
        explode: false,
        schema: context.schemas.readParameter(found),
        description: proseAt(found, "description", context),
        deprecated: false,
      },
    ];
  });
