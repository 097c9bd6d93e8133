// Generated from the runtime of telltale. Do not edit.

import type { RequestErrorReason } from "./errors.js";
import type { UnionShape } from "./shape.js";

/** The error of a body that is not as documented; by `limit`, of one that is too long. */
export type Undecodable = (text: string, reason?: RequestErrorReason) => Error;

/**
 * Reads the body of one documented response. Throws `undecodable(text)` for one that is not as
 * documented; else only what `fetch` throws. What is read once the call has ended throws `broken(error)`
 * instead.
 */
export type Reader = (
  response: Response,
  undecodable: Undecodable,
  broken: (error: unknown) => Error,
) => Promise<unknown>;

/**
 * JSON, whatever its media type is called: the description's word counts, and many servers say
 * `text/plain` or nothing. Not HTML, though: that is a proxy speaking, even where it parses.
 * A byte order mark, which `text()` does not drop on every platform, is white space to `trimStart()`.
 */
export const json: Reader = /* @__PURE__ */ jsonOf();

/** JSON with unions that need a tag which is not on the wire. */
export function jsonOf(shape?: UnionShape): Reader {
  return async (response, undecodable) => {
    const text = await response.text();
    try {
      const value: unknown = JSON.parse(
        isHtml(response) ? "" : text.trimStart(),
      );
      shape?.tag(value);
      return value;
    } catch {
      throw undecodable(text);
    }
  };
}

/** A response without content. If there is some after all, it is left unread. */
export const nothing: Reader = async (response) => discard(response);

/** In the charset that the server names and the platform knows, else in UTF-8. */
export const text: Reader = async (response) => {
  const [, charset] =
    /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(mediaType(response)) ?? [];
  const bytes = await response.arrayBuffer();
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};

export const blob: Reader = (response) => response.blob();

/**
 * A response that the description does not mention, by its media type: JSON that parses; a success
 * that is no text as a `Blob`; else text, `undefined` if empty, bounded if an error's.
 */
export const undocumented: Reader = async (response) => {
  const type = mediaType(response);
  if (response.ok && type && !/text|json|xml/i.test(type))
    return response.blob();
  const text = await response.text();
  try {
    if (/json/i.test(type)) return JSON.parse(text.trimStart()) as unknown;
  } catch {
    // then it is text
  }
  return (response.ok ? text : excerpt(text)) || undefined;
};

/** As much of a text as an error keeps: 4096 characters. */
export function excerpt(text: string): string {
  return text.slice(0, 4096);
}

/** Lets go of a body that nobody reads, so that its connection is free. */
export function discard(response: Response): undefined {
  response.body?.cancel().catch(() => {});
  return undefined;
}

const isHtml = (response: Response): boolean =>
  /html/i.test(mediaType(response));

/** Content-Type as it arrived; empty if there is none. */
export function mediaType(response: Response): string {
  return response.headers.get("content-type") ?? "";
}
