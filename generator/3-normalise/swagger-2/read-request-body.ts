import type { Located } from "../../2-bundle/bundle.ts";
import { child } from "../../diagnostics/origin.ts";
import type { PropertyEncoding, RequestBody } from "../../ir/openapi.ts";
import { at, own, string } from "../read.ts";
import { proseAt } from "../read-text.ts";
import { styleOf } from "./collection-format.ts";
import type { SwaggerContext } from "./context.ts";
import { orJson } from "./media-types.ts";

/**
 * The body that an operation's parameters describe: the one in `body`, or all those in `formData`
 * together. Parameters of the operation come after those of its path, and replace them.
 */
export function readRequestBody(
  operation: Located,
  parameters: readonly Located[],
  consumes: readonly string[],
  context: SwaggerContext,
): RequestBody | undefined {
  const isIn = (place: string) => (parameter: Located) =>
    own(parameter.value, "in") === place;
  const body = parameters.findLast(isIn("body"));
  if (body !== undefined) {
    reportLeftOut(body, parameters, context);
    return readBody(body, consumes, context);
  }
  const fields = new Map(
    parameters.filter(isIn("formData")).flatMap((field) => {
      const name = string(own(field.value, "name"));
      if (name !== undefined) return [[name, field] as const];
      context.report("operation/not-a-parameter", field.origin, {});
      return [];
    }),
  );
  return fields.size === 0
    ? undefined
    : readForm(operation, fields, consumes, context);
}

/** There is one payload (Swagger 2.0, Parameter Object): what else would be sent in it is left out. */
function reportLeftOut(
  body: Located,
  parameters: readonly Located[],
  { report }: SwaggerContext,
): void {
  const kept = nameOf(body);
  for (const { value, origin } of parameters) {
    const place = string(own(value, "in")) ?? "";
    const name = nameOf({ value, origin });
    if (place === "formData" || (place === "body" && name !== kept))
      report("operation/second-body", origin, { name, kept });
  }
}

const nameOf = ({ value }: Located): string => string(own(value, "name")) ?? "";

function readBody(
  body: Located,
  consumes: readonly string[],
  context: SwaggerContext,
): RequestBody {
  const schema = at(body, "schema");
  const { origin } = body;
  return {
    origin,
    required: own(body.value, "required") === true,
    description: proseAt(body, "description", context),
    content: orJson(consumes).map((type) => ({
      origin,
      type,
      schema: schema && context.schemas.read(schema),
      itemSchema: undefined,
      encoding: [],
    })),
  };
}

/** Form fields are the properties of an object, which nobody wrote: it stands where the list does. */
function readForm(
  operation: Located,
  fields: ReadonlyMap<string, Located>,
  consumes: readonly string[],
  context: SwaggerContext,
): RequestBody {
  const origin = child(operation.origin, "parameters");
  const required = [...fields].flatMap(([name, { value }]) =>
    own(value, "required") === true ? [name] : [],
  );
  const schema = context.schemas.make(origin, {
    types: ["object"],
    properties: [...fields].map(([wireName, field]) => ({
      wireName,
      schema: context.schemas.readParameter(field),
    })),
    required,
  });
  const encoding = [...fields].flatMap(([property, field]) =>
    encodingOf(property, field, context),
  );
  return {
    origin,
    required: required.length > 0,
    description: undefined,
    content: formTypes(fields, consumes).map((type) => ({
      origin,
      type,
      schema,
      itemSchema: undefined,
      encoding,
    })),
  };
}

const multipart = "multipart/form-data";
const urlencoded = "application/x-www-form-urlencoded";

/** A file takes `multipart/form-data`, whatever `consumes` says (Swagger 2.0, Parameter Object). */
function formTypes(
  fields: ReadonlyMap<string, Located>,
  consumes: readonly string[],
): readonly string[] {
  const hasFile = [...fields.values()].some(
    ({ value }) => own(value, "type") === "file",
  );
  const listed = consumes.filter((type) =>
    (hasFile ? [multipart] : [multipart, urlencoded]).some((form) =>
      type.toLowerCase().startsWith(form),
    ),
  );
  return listed.length > 0 ? listed : [hasFile ? multipart : urlencoded];
}

/** How an array is written in one field. */
function encodingOf(
  property: string,
  field: Located,
  { report }: SwaggerContext,
): readonly PropertyEncoding[] {
  if (own(field.value, "type") !== "array") return [];
  const { style, explode } = styleOf(field, "formData", report);
  return [
    {
      property,
      contentType: undefined,
      headers: [],
      style,
      explode,
      allowReserved: false,
    },
  ];
}
