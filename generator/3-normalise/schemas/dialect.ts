import type { Located } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Json } from "../../ir/source.ts";
import { at, own, string } from "../read.ts";

/** How keywords are meant: 3.1 and later by JSON Schema 2020-12, the others by rules of their own. */
export type Dialect = "2.0" | "3.0" | "3.1";

/** The dialect of a document: by its own version, else that of the document that refers to it. */
export function dialectOf(document: Json, otherwise: Dialect): Dialect {
  if (own(document, "swagger") !== undefined) return "2.0";
  const version = string(own(document, "openapi"));
  if (version !== undefined) return version.startsWith("3.0") ? "3.0" : "3.1";
  return string(own(document, "$schema")) === undefined ? otherwise : "3.1";
}

/** OAS 3.1 §4.8.1: schemas without a `$schema` of their own are in this dialect. */
export function readDialect(document: Located, report: Report): void {
  const found = at(document, "jsonSchemaDialect");
  const dialect = string(found?.value);
  if (found !== undefined && dialect !== undefined && !known.test(dialect))
    report("schema/unknown-dialect", found.origin, { dialect });
}

/** JSON Schema 2020-12, and the base dialects of OpenAPI, which add to it. */
const known =
  /^https?:\/\/(json-schema\.org\/draft\/2020-12\/schema|spec\.openapis\.org\/oas\/3\.\d+\/(dialect|schema-base)\/[\w.-]+)#?$/;
