import type { MediaType } from "../../ir/openapi.ts";
import { memoise } from "../../util/memoise.ts";

/** What a media type is to `fetch`: how its bodies are written and read. */
export type MediaKind =
  | "json"
  | "text"
  /** Text, but one value after another for as long as the connection stands. */
  | "stream"
  | "form"
  | "multipart"
  | "binary"
  /** Anything at all: the schema decides. */
  | "any";

/** Text by registration, though its name does not begin so. Whatever is not listed is bytes: never wrong. */
const textual =
  /^application\/(([^;]*\+)?(xml|yaml)|x-yaml|xml-dtd|sdp|graphql|javascript|jwt|sql|toml)$/;

/** How the values of a body follow each other: Server-Sent Events, one JSON value on each line, or RFC 7464. */
type Sequence = "events" | "lines" | "records";

/** Of the names of lines none is registered; `json-seq` is, as a suffix as well (RFC 8091). */
const sequences: readonly (readonly [Sequence, RegExp])[] = [
  ["events", /^text\/event-stream$/],
  ["records", /^[^/]+\/(x-|.*\+)?json-seq$/],
  ["lines", /^[^/]+\/(x-|.*\+)?(ndjson|jsonl)$/],
  ["lines", /^[^/]+\/(x-)?json-?(lines|stream)$/],
  ["lines", /^application\/stream\+json$/],
];

/** `undefined` where a body is one value, whatever that is. */
export const sequenceOf = (type: string): Sequence | undefined =>
  sequences.find(([, name]) => name.test(essenceOf(type)))?.[0];

export const mediaKind = ({ type }: Pick<MediaType, "type">): MediaKind =>
  kindOf(type);

/** A description has few media types, each of them thousands of times. */
const kindOf = memoise((type: string): MediaKind => {
  const essence = essenceOf(type);
  if (
    essence === "*/*" ||
    essence === "application/*" ||
    !essence.includes("/")
  )
    return "any";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence.startsWith("multipart/")) return "multipart";
  if (sequenceOf(type) !== undefined) return "stream";
  // RFC 6838 §4.2.8: `application/json` and everything that ends in `+json`.
  if (/^[^/]+\/(.*\+)?json$/.test(essence)) return "json";
  const isText = essence.startsWith("text/") || textual.test(essence);
  return isText && isUtf8(type) ? "text" : "binary";
});

/** `type/subtype`, without parameters (RFC 9110 §8.3.1). */
export const essenceOf = (type: string): string =>
  type.replace(/;.*/s, "").trim().toLowerCase();

/** `fetch` reads and writes text in no other encoding. */
const isUtf8 = (type: string): boolean => {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1];
  return charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset);
};

export const isRange = (type: string): boolean => essenceOf(type).includes("*");
