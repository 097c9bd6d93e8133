import type { Located } from "../../2-bundle/bundle.ts";
import type { Parameter } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { own, string } from "../read.ts";
import { proseAt, textAt } from "../read-text.ts";
import { isSendableHeader } from "../sendable-header.ts";
import { styleOf } from "./collection-format.ts";

/** A parameter in path, query or header, which is its own schema. */
export function readParameter(
  found: Located,
  context: Context,
): Parameter | undefined {
  const { origin, value } = found;
  const name = textAt(found, "name", context);
  const place = string(own(value, "in"));
  if (
    name === undefined ||
    !(place === "path" || place === "query" || place === "header")
  ) {
    context.report("operation/not-a-parameter", origin, {});
    return undefined;
  }
  if (place === "header" && !isSendableHeader(name, origin, context.report))
    return undefined;
  if (place === "path" && own(value, "required") !== true)
    context.report("operation/path-parameter-not-required", origin, { name });
  const example = own(value, "x-example");
  return {
    origin,
    name,
    in: place,
    required: place === "path" || own(value, "required") === true,
    ...styleOf(found, place, context.report),
    implicitStyle: false,
    allowReserved: false,
    schema: context.schemas.readParameter(found),
    description: proseAt(found, "description", context),
    deprecated: own(value, "x-deprecated") === true,
    examples: example === undefined ? [] : [example],
  };
}
