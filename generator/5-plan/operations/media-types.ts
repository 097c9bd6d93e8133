import type { MediaType } from "../../ir/openapi.ts";

/** RFC 6838 §4.2.8: `application/json` and everything that ends in `+json`. */
export const isJson = ({ type }: MediaType): boolean =>
  /^[^/]+\/([^;]*\+)?json\s*(;|$)/i.test(type.trim());

const isText = ({ type }: MediaType): boolean =>
  /^(text\/|application\/xml|[^;]*\+xml)/i.test(type.trim());

export type ReaderName = "json" | "nothing" | "text" | "blob";

/** The media type that a response is asked for in, and how it is read. */
export function chooseResponse(content: readonly MediaType[]): {
  readonly reader: ReaderName;
  readonly media: MediaType | undefined;
} {
  const json =
    content.find(isJson) ?? content.find(({ type }) => type.trim() === "*/*");
  if (json !== undefined) return { reader: "json", media: json };
  const text = content.find(isText);
  if (text !== undefined) return { reader: "text", media: text };
  const [other] = content;
  return { reader: other === undefined ? "nothing" : "blob", media: other };
}
