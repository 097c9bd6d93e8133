// Generated from the runtime of telltale. Do not edit.

/**
 * JSON, whatever its media type is called: the description's word counts, and many servers say
 * `text/plain` or nothing. Not HTML, though: that is a proxy speaking, even where it parses.
 * A byte order mark, which `text()` does not drop on every platform, is white space to `trimStart()`.
 */
export const json = /* @__PURE__ */ jsonOf();
/** JSON with unions that need a tag which is not on the wire. */
export function jsonOf(shape) {
  return async (response, undecodable) => {
    const text = await response.text();
    try {
      const value = JSON.parse(isHtml(response) ? "" : text.trimStart());
      shape?.tag(value);
      return value;
    } catch {
      throw undecodable(text);
    }
  };
}
/** A response without content. If there is some after all, it is left unread. */
export const nothing = async (response) => discard(response);
/** In the charset that the server names and the platform knows, else in UTF-8. */
export const text = async (response) => {
  const [, charset] =
    /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(mediaType(response)) ?? [];
  const bytes = await response.arrayBuffer();
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};
export const blob = (response) => response.blob();
/**
 * A response that the description does not mention, by its media type: JSON that parses; a success
 * that is no text as a `Blob`; else text, `undefined` if empty, bounded if an error's.
 */
export const undocumented = async (response) => {
  const type = mediaType(response);
  if (response.ok && type && !/text|json|xml/i.test(type))
    return response.blob();
  const text = await response.text();
  try {
    if (/json/i.test(type)) return JSON.parse(text.trimStart());
  } catch {}
  return (response.ok ? text : excerpt(text)) || undefined;
};
/** As much of a text as an error keeps: 4096 characters. */
export function excerpt(text) {
  return text.slice(0, 4096);
}
/** Lets go of a body that nobody reads, so that its connection is free. */
export function discard(response) {
  response.body?.cancel().catch(() => {});
  return undefined;
}
const isHtml = (response) => /html/i.test(mediaType(response));
/** Content-Type as it arrived; empty if there is none. */
export function mediaType(response) {
  return response.headers.get("content-type") ?? "";
}
