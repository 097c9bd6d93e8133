import type { SchemaNode } from "../../ir/schema-graph.ts";
import type { Json } from "../../ir/source.ts";
import { at, entries, isObject, own } from "../read.ts";
import { allowsNothing } from "./allows-nothing.ts";
import { propertyNamesOf } from "./property-names.ts";
import type { SchemaContext, SchemaObject } from "./read-schema.ts";
import { unevaluatedOf } from "./unevaluated.ts";

type Values = SchemaNode["additionalProperties"];

/** What an object has beside the properties that it declares. */
export interface MapOf extends Pick<
  SchemaNode,
  "additionalProperties" | "patternProperties"
> {
  /** A map whose names are all known is an object: these are its properties. */
  readonly named: SchemaNode["properties"] | undefined;
}

/** Reads the keywords of objects that are for names nobody declared, each for what it comes to. */
export function readMap(schema: SchemaObject, context: SchemaContext): MapOf {
  const patterns = entries(at(schema, "patternProperties"));
  const [pattern] = patterns;
  if (pattern !== undefined && isAnyName(schema.value)) {
    const additionalProperties = context.read(pattern[1]);
    return { additionalProperties, patternProperties: none, named: undefined };
  }
  const values = readValues(schema, context);
  const names = propertyNamesOf(schema, context);
  const named =
    typeof names === "string" || typeof values !== "string"
      ? undefined
      : names.map((wireName) => ({ wireName, schema: values }));
  return {
    additionalProperties: named === undefined ? values : false,
    patternProperties: patterns.map(([pattern, found]) => ({
      pattern,
      schema: context.read(found),
    })),
    named,
  };
}

function readValues(schema: SchemaObject, { read }: SchemaContext): Values {
  const keyword =
    unevaluatedOf("unevaluatedProperties", schema.value) === "additional"
      ? "unevaluatedProperties"
      : "additionalProperties";
  const written = at(schema, keyword);
  if (typeof written?.value === "boolean") return written.value;
  if (allowsNothing(written?.value)) return false;
  return written && isObject(written.value) ? read(written) : undefined;
}

/** Whether one pattern stands for every name there may be, as generators write a map. */
const isAnyName = (schema: Json): boolean =>
  own(schema, "properties") === undefined &&
  /^\^?(\(\.\*\)|\.\*)?\$?$/.test(
    Object.keys(own(schema, "patternProperties") ?? {}).join(" "),
  );

const none: readonly never[] = [];
