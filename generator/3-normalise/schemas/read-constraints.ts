import type { Constraints } from "../../ir/schema-graph.ts";
import type { JsonObject } from "../../ir/source.ts";
import { compact } from "../../util/compact.ts";
import { boolean, isCount, number, own, string } from "../read.ts";

/** What bounds a value, as JSON Schema 2020-12 §6 has it: an exclusive bound is a number. */
export const readConstraints = (value: JsonObject): Constraints =>
  own(value, "type") === "file" ||
  Object.keys(value).some((keyword) => Object.hasOwn(bounds, keyword))
    ? readBounds(value)
    : unbounded;

/** What most schemas say: one object, so that they are seen to be equal at once. */
const unbounded: Constraints = {};

/** The keywords that are read below: each bound that there is, and what says that text is bytes. */
const bounds: Readonly<
  Record<keyof Constraints | "contentEncoding" | "contentMediaType", true>
> = {
  format: true,
  pattern: true,
  minLength: true,
  maxLength: true,
  minimum: true,
  maximum: true,
  exclusiveMinimum: true,
  exclusiveMaximum: true,
  multipleOf: true,
  minItems: true,
  maxItems: true,
  uniqueItems: true,
  minProperties: true,
  maxProperties: true,
  contentEncoding: true,
  contentMediaType: true,
};

function readBounds(value: JsonObject): Constraints {
  const bound = (keyword: string) => number(own(value, keyword));
  const count = (keyword: string) => {
    const written = own(value, keyword);
    return isCount(written) ? written : undefined;
  };
  // OAS 3.0 writes exclusive bounds as a boolean beside the bound.
  const exclusive = (keyword: string) => own(value, keyword) === true;
  const minimum = bound("minimum");
  const maximum = bound("maximum");
  return compact<Constraints>({
    format: formatOf(value),
    pattern: string(own(value, "pattern")),
    minLength: count("minLength"),
    maxLength: count("maxLength"),
    minimum: exclusive("exclusiveMinimum") ? undefined : minimum,
    maximum: exclusive("exclusiveMaximum") ? undefined : maximum,
    exclusiveMinimum: exclusive("exclusiveMinimum")
      ? minimum
      : bound("exclusiveMinimum"),
    exclusiveMaximum: exclusive("exclusiveMaximum")
      ? maximum
      : bound("exclusiveMaximum"),
    multipleOf: bound("multipleOf"),
    minItems: count("minItems"),
    maxItems: count("maxItems"),
    uniqueItems: boolean(own(value, "uniqueItems")),
    minProperties: count("minProperties"),
    maxProperties: count("maxProperties"),
  });
}

const formatOf = (value: JsonObject): string | undefined =>
  isFile(value) ? "binary" : string(own(value, "format"));

/**
 * A file has one name here, the `format: binary` of OAS 3.0. Swagger 2.0 has a type `file`; since 3.1 it is a
 * string of some media type that nothing encodes (OAS 3.1 §4.8.24.5), or whose encoding is none (RFC 2045 §6.2).
 */
function isFile(value: JsonObject): boolean {
  if (own(value, "type") === "file") return true;
  const encoding = string(own(value, "contentEncoding"));
  const mediaType = string(own(value, "contentMediaType"));
  return encoding === undefined
    ? mediaType !== undefined && !/^text\/|[/+](json|xml)\b/i.test(mediaType)
    : /^binary$/i.test(encoding);
}
