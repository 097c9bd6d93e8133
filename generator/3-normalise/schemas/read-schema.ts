import type { Located } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../diagnostics/origin.ts";
import type { SchemaId, SchemaNode } from "../../ir/schema-graph.ts";
import type { Json, JsonObject } from "../../ir/source.ts";
import { at, entries, isObject, items, own, string } from "../read.ts";
import { allowsNothing, reportNothing } from "./allows-nothing.ts";
import { isBeyondTypes } from "./beyond-types.ts";
import { checkKeywords } from "./check-keywords.ts";
import { requiredOf } from "./dependent-required.ts";
import type { Dialect } from "./dialect.ts";
import { withNullMembers, withoutNullWords } from "./null-members.ts";
import { readAnnotations } from "./read-annotations.ts";
import { readConstraints } from "./read-constraints.ts";
import { readDiscriminator } from "./read-discriminator.ts";
import { readMap } from "./read-map.ts";
import { isNullable, readTypes } from "./read-types.ts";
import { outOfNothing, ruledOut } from "./ruled-out.ts";
import { unevaluatedOf } from "./unevaluated.ts";

/** How one schema is read: what it contains is only registered, and read later. */
export interface SchemaContext {
  readonly read: (schema: Located) => SchemaId;
  /** `say` is told where it leads nowhere, in the place of `report`. */
  readonly refer: (
    reference: string,
    from: Origin,
    say?: Report,
  ) => SchemaId | undefined;
  /** What a `$ref` names that is no schema. */
  readonly follow: (written: Located) => Located | undefined;
  readonly dialect: Dialect;
  /** Stands in a Parameter or Header of Swagger 2.0, whose own fields are no keywords. */
  readonly inParameter: boolean;
  readonly report: Report;
}

export type SchemaObject = Located & { readonly value: JsonObject };

/** The Schema Object at this place, as JSON Schema 2020-12 would have it. */
export function readSchema(
  id: SchemaId,
  schema: Located,
  context: SchemaContext,
): SchemaNode {
  const { value, origin } = schema;
  const { report } = context;
  if (typeof value === "boolean")
    return { ...blank(id, origin), impossible: !value };
  if (!isObject(value)) {
    report("schema/not-a-schema", origin, {
      found: Array.isArray(value) ? "an array" : String(value),
    });
    return blank(id, origin);
  }
  const written = { value, origin };
  const reference = string(own(value, "$ref"));
  if (reference === undefined) {
    checkKeywords(written, context);
    return readKeywords(id, written, context);
  }
  const ref = context.refer(reference, origin);
  const siblings = Object.keys(value).filter(
    (key) => key !== "$ref" && !key.startsWith("x-"),
  );
  const nullable = isNullable(value, context.dialect);
  if (siblings.length === 0 && !nullable) return { ...blank(id, origin), ref };
  if (context.dialect === "3.1") {
    checkKeywords(written, context);
    return { ...readKeywords(id, written, context), ref };
  }
  // OAS 3.0 §4.7.24 says to ignore siblings; authors mean the ones that only annotate.
  const dropped = siblings.filter((key) => !annotating.has(key));
  if (dropped.length > 0)
    report("schema/reference-siblings", origin, { keywords: dropped });
  const annotations = readAnnotations(value);
  return { ...blank(id, origin), ref, nullable, annotations };
}

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
  const { read, report } = context;
  const { value, origin } = schema;
  const list = (
    keyword: string,
    members: (written: readonly Located[]) => readonly Located[] = (all) => all,
  ): readonly SchemaId[] => {
    const found = at(schema, keyword);
    return found === undefined ? none : members(items(found)).map(read);
  };
  const choice = (keyword: string) =>
    list(keyword, (members) => withNullMembers(members, context));
  const single = (keyword: string) => {
    const found = at(schema, keyword);
    return found && (isObject(found.value) || typeof found.value === "boolean")
      ? read(found)
      : undefined;
  };
  const { types: named, nullable } = readTypes(schema, context);
  const out = ruledOut(schema, context) ?? outOfNothing;
  const types =
    out.types.length === 0
      ? named
      : named?.filter((type) => !out.types.includes(type));
  const { named: listed, ...map } = readMap(schema, context);
  const properties =
    listed ??
    propertiesOf(schema, context).map(([wireName, property]) => ({
      wireName,
      schema: read(property),
    }));
  const { dependent, required } = requiredOf(value);
  const isRuledOut = allowsNothing(value);
  if (isRuledOut) reportNothing(schema, report);
  return {
    ...blank(id, origin),
    impossible: isRuledOut || types?.length === 0,
    types,
    nullable,
    enum: readEnum(schema),
    excluded: out.values,
    properties:
      out.absent.length === 0
        ? properties
        : withAbsent(properties, out.absent, context),
    required,
    ...(dependent.size > 0 && { dependent: Object.fromEntries(dependent) }),
    ...map,
    items: single(itemsKeyword(value)),
    prefixItems: [...list("prefixItems"), ...list("items")],
    allOf: list("allOf", withoutNullWords),
    anyOf: choice("anyOf"),
    oneOf: choice("oneOf"),
    discriminator: readDiscriminator(schema, context),
    discriminatorValue: string(own(value, "x-ms-discriminator-value")),
    constraints: readConstraints(value),
    annotations: readAnnotations(value),
    incomplete:
      map.patternProperties.length > 0 ||
      Object.keys(value).some((keyword) =>
        isBeyondTypes(keyword, schema, context),
      ),
  };
}

/** The properties, and those that no value has, as what is never there. */
function withAbsent(
  properties: SchemaNode["properties"],
  absent: readonly Located[],
  { read }: SchemaContext,
): SchemaNode["properties"] {
  const names = new Set(absent.map(({ value }) => value));
  return [
    ...properties.filter(({ wireName }) => !names.has(wireName)),
    ...absent.map(({ origin, value }) => ({
      wireName: String(value),
      schema: read({ value: false, origin }),
    })),
  ];
}

/** A list under `items` is the tuple of older drafts, and `additionalItems` what follows it. */
function itemsKeyword(schema: JsonObject): string {
  if (Array.isArray(own(schema, "items"))) return "additionalItems";
  return unevaluatedOf("unevaluatedItems", schema) === "additional"
    ? "unevaluatedItems"
    : "items";
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
  excluded: none,
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
  discriminatorValue: undefined,
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
