// Generated from the runtime of telltale. Do not edit.

import { isGiven } from "./encode.js";
import { setHeader } from "./header.js";
import { expandPath, pathSimple } from "./path.js";
/**
 * Turns arguments into a request. Reads them all before it returns: changing `params` after the call
 * changes nothing.
 *
 * @throws TypeError for a wrong argument, naming it and not quoting it
 */
export function prepare(operation, params, client, options) {
  try {
    const given = new Map(Object.entries(params ?? {}));
    const { pathParameters = {}, query, header, cookie, responses } = operation;
    const body = given.get(operation.bodyKey ?? "body");
    const encoded =
      body === undefined ? undefined : operation.body?.(body, given);
    const path = expandPath(operation.path, (name) => {
      const which = Object.hasOwn(pathParameters, name)
        ? pathParameters[name]
        : undefined;
      const [style, key] = entry(which ?? pathSimple, name);
      return style(name, given.get(key));
    });
    const headers = new Headers();
    const draft = {
      headers,
      query: [],
    };
    addHeaders(headers, {
      accept: accept(responses),
      "content-type": encoded?.type,
    });
    addHeaders(headers, client["~state"]().options.headers);
    for (const [name, which] of [query, header, cookie].flatMap((styles) =>
      Object.entries(styles ?? {}),
    )) {
      const [style, key] = entry(which, name);
      const value = given.get(key);
      if (isGiven(value)) style(draft, name, value);
    }
    addHeaders(headers, options.headers);
    // Whatever the template begins with, it must not become a part of the host.
    const url =
      base(options.baseUrl ?? client.baseUrl) + path.replace(/^\/?/, "/");
    return {
      ...draft,
      url,
      body: encoded?.body ?? null,
      duplex: encoded?.duplex,
    };
  } catch (error) {
    // A lone surrogate is a URIError, a body without end a RangeError.
    throw error instanceof TypeError
      ? error
      : new TypeError("an argument cannot be sent");
  }
}
/** The URL with its query; a template may have begun one. */
export function urlOf({ url, query }) {
  if (query.length === 0) return url;
  return url + (url.includes("?") ? "&" : "?") + query.join("&");
}
function entry(which, name) {
  return typeof which === "function" ? [which, name] : which;
}
/** Its parser's own error would quote the URL, and with it the key that someone put there. */
function base(baseUrl) {
  if (/^https?:\/\/[^/?#@\\\s]+(\/[^?#\\\s]*)?$/i.test(baseUrl))
    return baseUrl.replace(/\/+$/, "");
  throw new TypeError(
    "baseUrl must be absolute, http(s), without user, query and fragment",
  );
}
function addHeaders(headers, more) {
  for (const [name, value] of Object.entries(more ?? {})) {
    if (value !== undefined) setHeader(headers, name, value);
  }
}
/** All media types that some response has; anything at all where one may be anything. */
function accept(responses) {
  const types = Object.values(responses).flatMap(
    (reader) => reader.accept ?? [],
  );
  return types.includes("*/*")
    ? "*/*"
    : [...new Set(types)].join(", ") || undefined;
}
