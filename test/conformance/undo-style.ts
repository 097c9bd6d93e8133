import type { DocumentParameter } from "./document.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";

/**
 * What a caller gave for a parameter, from what arrived: the styles of OAS 3.1 §4.8.12.2 read backwards.
 * `decode` undoes what the place has encoded, once members are apart.
 */
export function undoStyle(
  text: string,
  { name, style, explode, schema }: DocumentParameter,
  decode: (text: string) => string = (text) => text,
): Json {
  const read = (member: string, of: Json) => scalar(decode(member), of);
  const kind = kindOf(schema);
  const [start, separator, between] = signs(name, style, explode);
  const bare = text.startsWith(start) ? text.slice(start.length) : text;
  if (kind === "scalar") return read(bare.replace(`${name}=`, ""), schema);
  const members = bare.split(separator);
  if (kind === "array")
    return members.map((each) =>
      read(
        between === name ? each.replace(`${name}=`, "") : each,
        items(schema),
      ),
    );
  const pairs = explode
    ? members.map((each) => each.split("="))
    : Array.from({ length: members.length / 2 }, (_, i) =>
        members.slice(2 * i, 2 * i + 2),
      );
  return Object.fromEntries(
    pairs.map(([key = "", value = ""]) => [
      decode(key),
      read(value, memberOf(schema, decode(key))),
    ]),
  );
}

/** What stands before the value, between its members, and before each of them. */
function signs(
  name: string,
  style: string,
  explode: boolean,
): readonly [start: string, separator: string | RegExp, before: string] {
  switch (style) {
    case "label":
      return [".", explode ? "." : ",", ""];
    case "matrix":
      return explode ? [";", ";", name] : [`;${name}=`, ",", ""];
    case "spaceDelimited":
      return ["", / |%20|\+/, ""];
    case "pipeDelimited":
      return ["", /\||%7C/i, ""];
    default:
      return ["", ",", ""];
  }
}

export function kindOf(schema: JsonObject): "scalar" | "array" | "object" {
  const types: readonly Json[] = [schema["type"]].flat();
  if (types.includes("array")) return "array";
  return types.includes("object") ? "object" : "scalar";
}

export const items = (schema: JsonObject): Json => schema["items"];

export const memberOf = (schema: JsonObject, key: string): Json =>
  schema["properties"]?.[key] ??
  schema["additionalProperties"] ??
  schema["unevaluatedProperties"];

/** A number or a boolean where the schema wants one, and a text otherwise. */
export function scalar(text: string, schema: Json): Json {
  const { type } = isObject(schema) ? schema : {};
  const types: readonly Json[] = [type].flat();
  if (types.includes("string") || text === "") return text;
  if (types.includes("boolean") && /^(true|false)$/.test(text))
    return text === "true";
  const isNumber = types.includes("integer") || types.includes("number");
  return isNumber && !Number.isNaN(Number(text)) ? Number(text) : text;
}
