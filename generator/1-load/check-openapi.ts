import type { Report } from "../diagnostics/diagnostic.ts";
import { child } from "../diagnostics/origin.ts";
import type { Json, JsonObject, Source } from "../ir/source.ts";
import { isArray, isObject, own } from "./json.ts";

/** Whether the document is OpenAPI of a version read here; if not, says what it seems to be. */
export function checkOpenapi(source: Source, report: Report): boolean {
  const root = { source: source.id, pointer: "" };
  const { value } = source;
  if (!isObject(value)) {
    report("load/not-openapi", root, { seems: nameOf(value) });
    return false;
  }
  const version = own(value, "openapi");
  if (version === undefined) return checkSwagger(value, source, report);
  const at = { source: source.id, pointer: "/openapi" };
  if (typeof version !== "string") {
    report("load/openapi-type", at, { found: nameOf(version) });
    return false;
  }
  if (/^3\.[012](?:\.|-|$)/.test(version)) return true;
  report("load/openapi-version", at, { version: `OpenAPI ${version}` });
  return false;
}

function checkSwagger(
  value: JsonObject,
  source: Source,
  report: Report,
): boolean {
  const version = own(value, "swagger");
  // Unquoted in YAML, it is a number.
  if (version === "2.0" || version === 2) return true;
  const origin = { source: source.id, pointer: "" };
  for (const key of ["swagger", "swaggerVersion"]) {
    const older = own(value, key);
    if (older === undefined) continue;
    report("load/openapi-version", child(origin, key), {
      version: `Swagger ${show(older)}`,
    });
    return false;
  }
  const found = lookalikes.find(([key]) => Object.hasOwn(value, key));
  const keys = Object.keys(value).slice(0, 3);
  const members =
    keys.length > 0
      ? `whose first members are ${keys.join(", ")}`
      : "without members";
  report("load/not-openapi", origin, {
    seems: found?.[1] ?? `an object ${members}`,
  });
  return false;
}

/** Documents that are often taken for OpenAPI, by a member that gives them away. */
const lookalikes: readonly (readonly [key: string, seems: string])[] = [
  ["asyncapi", "an AsyncAPI document"],
  ["arazzo", "an Arazzo document"],
  [
    "overlay",
    "an OpenAPI Overlay; pass it with --overlay beside the description",
  ],
  ["$schema", "a JSON Schema without an API around it"],
  ["__schema", "a GraphQL introspection result"],
  ["discoveryVersion", "a Google API Discovery document"],
  ["item", "a Postman collection"],
  ["paths", "an OpenAPI document without its openapi member"],
  ["error", "an error response saved by mistake"],
  ["message", "an error response saved by mistake"],
];

const show = (value: Json): string =>
  typeof value === "string" || typeof value === "number"
    ? String(value)
    : "of an unknown version";

function nameOf(value: Json): string {
  if (value === null) return "empty";
  if (isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string"
    ? "plain text"
    : `the ${typeof value} ${String(value)}`;
}
