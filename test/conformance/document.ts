import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isObject, type Json, type JsonObject } from "./json.ts";

/** An operation as its document has it, read by the driver itself: the compiler is on trial here. */
export interface DocumentOperation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly DocumentParameter[];
  /** By media type. */
  readonly requestContent: JsonObject;
  /** By status, what each media type is. */
  readonly responses: Readonly<Record<string, JsonObject>>;
}

export interface DocumentParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly style: string;
  readonly explode: boolean;
  readonly required: boolean;
  readonly schema: JsonObject;
}

export interface Document {
  readonly file: string;
  readonly operations: readonly DocumentOperation[];
  /** What stands before every path: `/versioning/added/{version}`, with the values of its variables. */
  readonly prefixes: readonly string[];
  readonly securitySchemes: Readonly<Record<string, JsonObject>>;
  /** Follows a `$ref` within the document. */
  readonly follow: (value: Json) => JsonObject;
}

const methods = ["get", "put", "post", "delete", "patch", "head", "options"];

export function readDocument(folder: string, file: string): Document {
  const root: JsonObject = parse(readFileSync(`${folder}${file}`, "utf8"));
  const follow = (value: Json): JsonObject => {
    if (!isObject(value)) return {};
    const { $ref: ref } = value;
    if (typeof ref !== "string") return value;
    const keys = ref.slice(2).split("/");
    return follow(keys.reduce<Json>((at, key) => at?.[unescape(key)], root));
  };
  const operations = Object.entries<Json>(root["paths"]).flatMap(
    ([path, item]) =>
      methods.flatMap((method) =>
        isObject(item[method])
          ? [readOperation(method, path, item, follow)]
          : [],
      ),
  );
  return {
    file,
    operations,
    prefixes: (root["servers"] ?? [{ url: "/" }]).flatMap(readPrefixes),
    securitySchemes: root["components"]?.securitySchemes ?? {},
    follow,
  };
}

/** RFC 6901 §4. */
const unescape = (key: string): string =>
  decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");

function readOperation(
  method: string,
  path: string,
  item: JsonObject,
  follow: Document["follow"],
): DocumentOperation {
  const operation: JsonObject = item[method];
  return {
    method,
    path,
    parameters: [
      ...(item["parameters"] ?? []),
      ...(operation["parameters"] ?? []),
    ]
      .map((written: Json) => readParameter(follow(written), follow))
      .filter(isParameter),
    requestContent: follow(operation["requestBody"])["content"] ?? {},
    responses: Object.fromEntries(
      Object.entries<Json>(operation["responses"]).map(([status, response]) => [
        status,
        follow(response)["content"] ?? {},
      ]),
    ),
  };
}

function readParameter(
  written: JsonObject,
  follow: Document["follow"],
): DocumentParameter {
  const place: DocumentParameter["in"] = written["in"];
  const isForm = place === "query" || place === "cookie";
  const style: string = written["style"] ?? (isForm ? "form" : "simple");
  return {
    name: written["name"],
    in: place,
    style,
    explode: written["explode"] ?? style === "form",
    required: written["required"] === true,
    schema: follow(written["schema"]),
  };
}

/** Three headers "shall be ignored" as parameters (OAS 3.1 §4.8.12.1). */
const isParameter = ({ in: place, name }: DocumentParameter): boolean =>
  place !== "header" || !/^(accept|content-type|authorization)$/i.test(name);

/** The path of a server's URL, once for each combination of the values that its variables may have. */
function readPrefixes(server: JsonObject): readonly string[] {
  const url = String(server["url"]).replace(/^(https?:\/\/[^/]*|\{\w+\})/, "");
  return Object.entries<JsonObject>(server["variables"] ?? {}).reduce(
    (prefixes, [name, variable]) =>
      prefixes.flatMap((prefix) =>
        (variable["enum"] ?? [variable["default"]]).map((value: Json) =>
          prefix.replaceAll(`{${name}}`, String(value)),
        ),
      ),
    [url.replace(/\/$/, "")],
  );
}
