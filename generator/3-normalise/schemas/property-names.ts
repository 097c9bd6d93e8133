import type { Located } from "../../2-bundle/bundle.ts";
import type { Json } from "../../ir/source.ts";
import { at, isObject, own } from "../read.ts";
import { isAnnotation } from "./keywords.ts";
import type { SchemaContext } from "./read-schema.ts";

/**
 * What `propertyNames` says (JSON Schema 2020-12 §10.3.2.4): nothing, as names are strings anyway; which names there
 * are; or more than a type says, as by a pattern.
 */
export type PropertyNames = "any" | "beyond types" | readonly string[];

export function propertyNamesOf(
  schema: Located,
  { follow }: Pick<SchemaContext, "follow">,
): PropertyNames {
  const written = at(schema, "propertyNames");
  if (written === undefined) return "any";
  const names = follow(written)?.value;
  if (names === true) return "any";
  if (typeof names !== "object" || names === null) return "beyond types";
  const said = Object.keys(names).filter((keyword) => !isAnnotation(keyword));
  const isString = said.every(
    (keyword) => keyword !== "type" || own(names, "type") === "string",
  );
  const [keyword, ...others] = said.filter((each) => each !== "type");
  if (!isString || others.length > 0) return "beyond types";
  if (keyword === undefined) return "any";
  const constant = own(names, "const");
  const listed = keyword === "const" ? [constant] : own(names, keyword);
  const isList = keyword === "const" || keyword === "enum";
  if (!isList || !Array.isArray(listed) || !isPlainMap(schema.value))
    return "beyond types";
  const texts = listed.filter((name) => typeof name === "string");
  return texts.length > 0 && texts.length === listed.length
    ? texts
    : "beyond types";
}

/** One schema for all values, and nothing that is said of a name: that would have to be one of the names as well. */
const isPlainMap = (schema: Json): boolean =>
  isObject(own(schema, "additionalProperties")) &&
  own(schema, "properties") === undefined &&
  own(schema, "patternProperties") === undefined;
