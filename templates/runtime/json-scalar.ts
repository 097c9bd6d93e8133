import { mediaType, text, type Reader } from "./read.js";

/** What a scalar may be. */
export type ScalarType = "string" | "number" | "boolean" | "null";

/**
 * JSON that can only be a scalar. Many servers send one as it is, `Hello` as `text/plain` or `text/html`,
 * whatever they say of it, and null as nothing. What comes as JSON is JSON; of anything else that which
 * parses to one of the types, else the text if it may be one. A document in HTML is a proxy speaking.
 */
export function jsonScalar(...types: readonly ScalarType[]): Reader {
  return async (response, undecodable, broken) => {
    const type = mediaType(response);
    const isJson = /json/i.test(type);
    const body = isJson
      ? await response.text()
      : String(await text(response, undecodable, broken));
    const plain = body.trimStart();
    try {
      const value: unknown = JSON.parse(plain);
      if (isJson || types.some((each) => is(value, each))) return value;
    } catch {
      if (plain === "" && types.includes("null")) return null;
    }
    const isText = types.includes("string") && /^(text\/|$)/i.test(type);
    if (!isText || (/html/i.test(type) && plain.startsWith("<")))
      throw undecodable(body);
    return body;
  };
}

const is = (value: unknown, type: ScalarType): boolean =>
  type === "null" ? value === null : typeof value === type;
