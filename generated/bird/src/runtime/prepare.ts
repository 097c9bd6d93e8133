// Generated from the runtime of telltale. Do not edit.

import type { Client, RequestOptions } from "./client.js";
import type { EncodedBody } from "./body.js";
import { setHeader } from "./header.js";
import type { Draft, Given, Operation } from "./operation.js";
import { isBrowser } from "./platform.js";

/** A request that lacks nothing but its credentials. */
export interface Prepared extends Draft {
  /** Without its query. */
  readonly url: string;
  readonly init: Readonly<RequestInit> &
    Pick<EncodedBody, "duplex"> & { readonly method: string };
}

/**
 * Turns arguments into a request. Reads them all before it returns: changing `params` after the call
 * changes nothing.
 *
 * @throws TypeError for a wrong argument, naming it and not quoting it
 */
export function prepare(
  operation: Operation,
  params: object | undefined,
  client: Client,
  options: RequestOptions,
): Prepared {
  try {
    const given: Given = { ...params };
    const { method, path: template, accept } = operation;
    const { type, ...body }: Partial<EncodedBody> =
      operation.body?.(given, options.signal) ?? {};
    // A template may have begun the query.
    const query = (
      operation.pathParameters?.(template, given) ?? template
    ).split("?");
    const path = query.shift() ?? "";

    const headers = new Headers();
    const draft: Draft = { headers, query };
    if (accept) headers.set("accept", accept);
    if (type) setHeader(headers, "content-type", type);
    addHeaders(headers, client["~state"]().options.headers);
    operation.query?.(draft, given);
    operation.header?.(draft, given);
    operation.cookie?.(draft, given);
    addHeaders(headers, options.headers);

    return {
      headers,
      query,
      // Whatever the template begins with, it must not become a part of the host.
      url:
        base(options.baseUrl ?? client.baseUrl) +
        (path.startsWith("/") ? path : `/${path}`),
      init: {
        method,
        ...body,
        // Nobody else's server gets the credentials. A browser hides redirects: it follows them.
        redirect: isBrowser() ? "follow" : "manual",
      },
    };
  } catch (error) {
    // A lone surrogate is a URIError, a body without end a RangeError.
    throw error instanceof TypeError
      ? error
      : new TypeError("an argument cannot be sent");
  }
}

/** The URL with its query, to which credentials may have been added. */
export function urlOf(url: string, query: readonly string[]): string {
  return query.length > 0 ? `${url}?${query.join("&")}` : url;
}

/**
 * The base URL, without a slash at its end. Its parser's own error would quote it, and with it the key
 * that someone put there.
 *
 * @throws TypeError if there is no host, or more than host and path
 */
export function base(baseUrl: string): string {
  if (/^https?:\/\/[^/?#@%\\\s]+(\/[^?#\\\s]*)?$/i.test(baseUrl))
    return baseUrl.replace(/\/+$/, "");
  throw new TypeError("baseUrl must be absolute: http(s)://host/path");
}

function addHeaders(headers: Headers, more: RequestOptions["headers"]): void {
  if (!more) return;
  for (const [name, value] of Object.entries(more)) {
    if (value !== undefined) setHeader(headers, name, value);
  }
}
