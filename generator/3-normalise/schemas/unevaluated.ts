import type { Json, JsonObject } from "../../ir/source.ts";
import { isObject, own } from "../read.ts";

/**
 * What `unevaluatedProperties` and `unevaluatedItems` come to (JSON Schema 2020-12 core §11): the keyword for what is
 * additional, where nothing beside them evaluates the same value; nothing at all; or more than a type says.
 */
export type Unevaluated = "additional" | "nothing" | "beyond types";

/** Of both keywords, by name; anything else is `undefined`. */
export function unevaluatedOf(
  keyword: string,
  schema: JsonObject,
): Unevaluated | undefined {
  const adjacent = evaluators.get(keyword);
  const value = own(schema, keyword);
  if (adjacent === undefined || value === undefined) return undefined;
  const has = (other: string) => own(schema, other) !== undefined;
  if (has(adjacent.all)) return "nothing";
  if (![...applicators, ...adjacent.some].some(has)) return "additional";
  return allowsAnything(value) ? "nothing" : "beyond types";
}

/** Beside which keyword nothing is left, and beside which ones it is not known what is. */
const evaluators: ReadonlyMap<
  string,
  { readonly all: string; readonly some: readonly string[] }
> = new Map([
  ["unevaluatedProperties", { all: "additionalProperties", some: [] }],
  ["unevaluatedItems", { all: "items", some: ["contains"] }],
]);

/** Keywords whose schemas evaluate the very value that they stand in the schema of. */
const applicators: readonly string[] = [
  "$ref",
  "$dynamicRef",
  "allOf",
  "anyOf",
  "oneOf",
  "if",
  "then",
  "else",
  "dependentSchemas",
];

const allowsAnything = (schema: Json): boolean =>
  schema === true || (isObject(schema) && Object.keys(schema).length === 0);
