import type { Located } from "../../2-bundle/bundle.ts";
import { child } from "../../diagnostics/origin.ts";
import type { Json, JsonObject } from "../../ir/source.ts";
import { isObject } from "../read.ts";
import { keywords, type Wants } from "./keywords.ts";
import type { SchemaContext } from "./read-schema.ts";

/**
 * Says of each keyword that is not read, or not fully, why.
 *
 * @param isBeyond whether the emitted type does not carry what a keyword says here
 */
export function checkKeywords(
  schema: Located & { readonly value: JsonObject },
  isBeyond: (keyword: string) => boolean,
  { report, inParameter }: SchemaContext,
): void {
  for (const [keyword, value] of Object.entries(schema.value)) {
    if (keyword.startsWith("x-")) continue;
    if (inParameter && parameterFields.has(keyword)) continue;
    const treatment = keywords.get(keyword);
    const origin = () => child(schema.origin, keyword);
    if (treatment === undefined)
      report("schema/unknown-keyword", origin(), { keyword });
    else if (treatment.kind === "reported") {
      if (isBeyond(keyword))
        report("unsupported/keyword", origin(), { keyword });
    } else if (treatment.kind === "read" && treatment.wants !== undefined) {
      const { wants } = treatment;
      if (!fits[wants](value))
        report("schema/keyword-type", origin(), { keyword, wants });
    }
  }
}

const isList = (value: Json) => Array.isArray(value);
const isBoolean = (value: Json) => typeof value === "boolean";
const isNumber = (value: Json) => typeof value === "number";
const isString = (value: Json) => typeof value === "string";
const isSchema = (value: Json) => isObject(value) || isBoolean(value);

const fits: Readonly<Record<Wants, (value: Json) => boolean>> = {
  "a boolean": isBoolean,
  "a list": isList,
  "a map": isObject,
  "a map or a string": (value) => isObject(value) || isString(value),
  "a number": isNumber,
  "a number or a boolean": (value) => isNumber(value) || isBoolean(value),
  "a schema": isSchema,
  "a schema or a list": (value) => isSchema(value) || isList(value),
  "a string": isString,
};

/** Fields of the Parameter and Header Objects of Swagger 2.0, beside which their schema stands. */
const parameterFields: ReadonlySet<string> = new Set([
  "name",
  "in",
  "required",
  "allowEmptyValue",
  "collectionFormat",
]);
