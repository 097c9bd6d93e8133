import type { Located } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../diagnostics/origin.ts";
import type { SchemaId, SchemaNode } from "../../ir/schema-graph.ts";
import type { Json, JsonObject } from "../../ir/source.ts";
import { at, entries, isObject, items, own, string, strings } from "../read.ts";
import { checkKeywords } from "./check-keywords.ts";
import type { Dialect } from "./dialect.ts";
import { isBeyondTypes } from "./keywords.ts";
import { readPropertyNames } from "./property-names.ts";
import { readAnnotations } from "./read-annotations.ts";
import { readConstraints } from "./read-constraints.ts";
import { readDiscriminator } from "./read-discriminator.ts";
import { isNullable, readTypes } from "./read-types.ts";

/** How one schema is read: what it contains is only registered, and read later. */
export interface SchemaContext {
  readonly read: (schema: Located) => SchemaId;
  readonly refer: (reference: string, from: Origin) => SchemaId | undefined;
  /** What a `$ref` names that is no schema. */
  readonly follow: (written: Located) => Located | undefined;
  readonly dialect: Dialect;
  /** Stands in a Parameter or Header of Swagger 2.0, whose own fields are no keywords. */
  readonly inParameter: boolean;
  readonly report: Report;
}

type SchemaObject = Located & { readonly value: JsonObject };

/** The Schema Object at this place, as JSON Schema 2020-12 would have it. */
export function readSchema(
  id: SchemaId,
  schema: Located,
  context: SchemaContext,
): SchemaNode {
  const { value, origin } = schema;
  const { report } = context;
  if (typeof value === "boolean" || isNothing(value))
    return { ...blank(id, origin), impossible: value !== true };
  if (!isObject(value)) {
    report("schema/not-a-schema", origin, {
      found: Array.isArray(value) ? "an array" : String(value),
    });
    return blank(id, origin);
  }
  const written = { value, origin };
  const reference = string(own(value, "$ref"));
  if (reference === undefined) return readKeywords(id, written, context);
  const ref = context.refer(reference, origin);
  const siblings = Object.keys(value).filter(
    (key) => key !== "$ref" && !key.startsWith("x-"),
  );
  const nullable = isNullable(value, context.dialect);
  if (siblings.length === 0 && !nullable) return { ...blank(id, origin), ref };
  if (context.dialect === "3.1")
    return { ...readKeywords(id, written, context), ref };
  // OAS 3.0 §4.7.24 says to ignore siblings; authors mean the ones that only annotate.
  const dropped = siblings.filter((key) => !annotating.has(key));
  if (dropped.length > 0)
    report("schema/reference-siblings", origin, { keywords: dropped });
  const annotations = readAnnotations(value);
  return { ...blank(id, origin), ref, nullable, annotations };
}

/** The schema `false`, as OAS 3.0 can write it as well. */
const isNothing = (value: Json | undefined): boolean => {
  const excluded = own(value, "not");
  return (
    excluded === true ||
    (isObject(excluded) && Object.keys(excluded).length === 0)
  );
};

/** Keywords that say something about a reference without changing what it names. */
const annotating: ReadonlySet<string> = new Set([
  "title",
  "description",
  "deprecated",
  "readOnly",
  "writeOnly",
  "default",
  "example",
  "examples",
  "nullable",
]);

/** Everything that a schema says by keywords of its own. */
function readKeywords(
  id: SchemaId,
  schema: SchemaObject,
  context: SchemaContext,
): SchemaNode {
  const { read } = context;
  const { value, origin } = schema;
  const list = (keyword: string): readonly SchemaId[] => {
    const found = at(schema, keyword);
    return found === undefined ? none : items(found).map(read);
  };
  const single = (keyword: string) => {
    const found = at(schema, keyword);
    return found && (isObject(found.value) || typeof found.value === "boolean")
      ? read(found)
      : undefined;
  };
  const { types, nullable } = readTypes(schema, context);
  const additional = own(value, "additionalProperties");
  const names = readPropertyNames(schema, context);
  const isBeyond = (keyword: string): boolean =>
    isBeyondTypes(keyword) && !(keyword === "propertyNames" && names.isCarried);
  checkKeywords(schema, isBeyond, context);
  const values = isObject(additional)
    ? single("additionalProperties")
    : undefined;
  const properties = propertiesOf(schema, context).map(
    ([wireName, property]) => ({ wireName, schema: read(property) }),
  );
  const isClosed =
    additional === false || isNothing(additional) || names.listed !== undefined;
  const isDeclared = (name: string) =>
    properties.some(({ wireName }) => wireName === name);
  const listed =
    values === undefined
      ? []
      : (names.listed ?? [])
          .filter((name) => !isDeclared(name))
          .map((wireName) => ({ wireName, schema: values }));
  return {
    ...blank(id, origin),
    types,
    nullable,
    enum: readEnum(schema),
    properties: [...properties, ...listed],
    required: strings(own(value, "required")),
    additionalProperties: isClosed ? false : additional === true || values,
    patternProperties: entries(at(schema, "patternProperties")).map(
      ([, found]) => read(found),
    ),
    // A list under `items` is the tuple of older drafts.
    items: single(
      Array.isArray(own(value, "items")) ? "additionalItems" : "items",
    ),
    prefixItems: [...list("prefixItems"), ...list("items")],
    allOf: list("allOf"),
    anyOf: list("anyOf"),
    oneOf: list("oneOf"),
    discriminator: readDiscriminator(schema, context),
    constraints: readConstraints(value),
    annotations: readAnnotations(value),
    incomplete: Object.keys(value).some(isBeyond),
  };
}

/**
 * A `$ref` in place of the properties is not JSON Schema, where it would be a property of that name;
 * but then it would not be a string, and authors who share properties between files write it.
 */
function propertiesOf(
  schema: Located,
  context: SchemaContext,
): readonly (readonly [string, Located])[] {
  const written = at(schema, "properties");
  const here = entries(written);
  if (typeof own(written?.value, "$ref") !== "string") return here;
  const shared = entries(written && context.follow(written));
  return [...new Map([...shared, ...here.filter(([name]) => name !== "$ref")])];
}

// Most keywords are not written: their lists are one list.
const none: readonly never[] = [];
const nothing = {};

export const blank = (id: SchemaId, origin: Origin): SchemaNode => ({
  id,
  origin,
  impossible: false,
  ref: undefined,
  types: undefined,
  nullable: false,
  enum: undefined,
  properties: none,
  required: none,
  additionalProperties: undefined,
  patternProperties: none,
  items: undefined,
  prefixItems: none,
  allOf: none,
  anyOf: none,
  oneOf: none,
  discriminator: undefined,
  constraints: nothing,
  annotations: nothing,
  incomplete: false,
});

function readEnum(schema: Located): readonly Json[] | undefined {
  const constant = own(schema.value, "const");
  if (constant !== undefined) return [constant];
  const list = own(schema.value, "enum");
  return Array.isArray(list) ? list : undefined;
}
