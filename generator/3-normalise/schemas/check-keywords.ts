import type { Located } from "../../2-bundle/bundle.ts";
import { child, type Origin } from "../../diagnostics/origin.ts";
import type { Json, JsonObject } from "../../ir/source.ts";
import { entries, isCount, isName, isObject, items } from "../read.ts";
import { isBeyondTypes } from "./beyond-types.ts";
import { keywords, type Wants } from "./keywords.ts";
import type { SchemaContext } from "./read-schema.ts";

/** Says of each keyword that is not read, or not fully, why. */
export function checkKeywords(
  schema: Located & { readonly value: JsonObject },
  context: SchemaContext,
): void {
  const { report, inParameter } = context;
  for (const [keyword, value] of Object.entries(schema.value)) {
    if (keyword.startsWith("x-")) continue;
    if (inParameter && parameterFields.has(keyword)) continue;
    const treatment = keywords.get(keyword);
    const origin = () => child(schema.origin, keyword);
    if (treatment === undefined)
      report("schema/unknown-keyword", origin(), { keyword });
    else if (isBeyondTypes(keyword, schema, context))
      report("unsupported/keyword", origin(), { keyword });
    if (treatment?.kind === "ignored" || treatment?.wants === undefined)
      continue;
    const { wants } = treatment;
    if (fits[wants](value)) continue;
    for (const misfit of misfits({ value, origin: origin() }, wants))
      report("schema/keyword-type", misfit.origin, {
        keyword,
        wants: misfit.wants,
      });
  }
}

interface Misfit {
  readonly origin: Origin;
  /** What has to stand there. */
  readonly wants: string;
}

/** Where something else stands than what is wanted: of a list of names, at each item that is none. */
function misfits(written: Located, wants: Wants): readonly Misfit[] {
  const { value, origin } = written;
  if (fits[wants](value)) return [];
  if (wants === "a list of names" && isList(value))
    return items(written)
      .filter((item) => !isName(item.value))
      .map((item) => ({ origin: item.origin, wants: "a name here" }));
  if (wants === "a map of lists of names" && isObject(value))
    return entries(written).flatMap(([, list]) =>
      misfits(list, "a list of names"),
    );
  return [{ origin, wants }];
}

const isList = (value: Json) => Array.isArray(value);
const isBoolean = (value: Json) => typeof value === "boolean";
const isNumber = (value: Json) => typeof value === "number";
const isString = (value: Json) => typeof value === "string";
const isNames = (value: Json) => Array.isArray(value) && value.every(isName);
const isSchema = (value: Json) => isObject(value) || isBoolean(value);

const fits: Readonly<Record<Wants, (value: Json) => boolean>> = {
  "a boolean": isBoolean,
  "a list": isList,
  "a list of at least one schema": (value) =>
    Array.isArray(value) && value.length > 0,
  "a list of names": isNames,
  "a map": isObject,
  "a map of lists of names": (value) =>
    isObject(value) && Object.values(value).every(isNames),
  "a map or a string": (value) => isObject(value) || isString(value),
  "a number": isNumber,
  "a number or a boolean": (value) => isNumber(value) || isBoolean(value),
  "a schema": isSchema,
  "a schema or a list": (value) => isSchema(value) || isList(value),
  "a string": isString,
  "a whole number of at least 0": isCount,
};

/** Fields of the Parameter and Header Objects of Swagger 2.0, beside which their schema stands. */
const parameterFields: ReadonlySet<string> = new Set([
  "name",
  "in",
  "required",
  "allowEmptyValue",
  "collectionFormat",
]);
