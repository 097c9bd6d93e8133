import { isGiven } from "./encode.js";
import type { Part } from "./multipart.js";
import type { PartStyle } from "./multipart-body.js";
import type { ParameterStyle } from "./operation.js";

/** The whole value as JSON, an array as well: where `encoding.contentType` says JSON in so many words. */
export function jsonPart(type = "application/json"): PartStyle {
  return (name, value) => [{ name, content: JSON.stringify(value), type }];
}

/** A style of a query as parts. Nothing is percent-encoded there (OAS 3.1 §4.8.15.1). */
export function styledPart(style: ParameterStyle): PartStyle {
  return (name, value) => {
    const query: string[] = [];
    style({ headers: new Headers(), query }, name, value);
    return query.map((pair): Part => {
      const [key = "", ...text] = pair.split("=").map(decodeURIComponent);
      return { name: key, content: text.join("=") };
    });
  };
}

/** A part with headers of its own. What is not one is the content itself, without headers. */
export interface PartWithHeaders<Content, Headers> {
  readonly content: Content;
  readonly headers: Headers;
}

/** The value, or each of its items, may come with headers: `{ content, headers }`. */
export function withHeaders(style: PartStyle): PartStyle {
  const each: PartStyle = (name, item) => {
    if (!isWithHeaders(item)) return style(name, item);
    const headers = Object.fromEntries(
      Object.entries(item.headers)
        .filter(([, text]) => isGiven(text))
        .map(([key, text]) => [key, String(text)]),
    );
    return style(name, item.content).map((part) => ({ ...part, headers }));
  };
  return (name, value) =>
    Array.isArray(value) && value.some(isWithHeaders)
      ? value.flatMap((item) => each(name, item))
      : each(name, value);
}

function isWithHeaders(
  value: unknown,
): value is PartWithHeaders<unknown, object> {
  return (
    typeof value === "object" &&
    value !== null &&
    "content" in value &&
    "headers" in value
  );
}
