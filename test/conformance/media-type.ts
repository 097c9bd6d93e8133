import type { Document } from "./document.ts";
import type { Json, JsonObject } from "./json.ts";

/** `type/subtype`, without parameters (RFC 9110 §8.3.1). */
export const essenceOf = (type: string): string =>
  type.replace(/;.*/s, "").trim().toLowerCase();

export const isJson = (type: string): boolean =>
  /[/+]json$/.test(essenceOf(type));

/** Whether a body of this media type is a text to the caller. */
export const isText = (type: string): boolean =>
  /^text\/|[/+](xml|jsonl)$/.test(essenceOf(type));

/** The schema of a media type among several. */
export function schemaOf(
  content: JsonObject,
  type: string,
  { follow }: Pick<Document, "follow">,
): JsonObject {
  const [, media] =
    Object.entries<Json>(content).find(
      ([key]) => essenceOf(key) === essenceOf(type),
    ) ?? [];
  return follow(follow(media)["schema"]);
}

/** Bytes, whatever the media type says of them (OAS 3.0 §4.7.14.2). */
export const isFile = (schema: JsonObject): boolean =>
  schema["format"] === "binary";
