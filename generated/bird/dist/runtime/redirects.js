// Generated from the runtime of telltale. Do not edit.

import { urlOf } from "./prepare.js";
import { discard } from "./read.js";
/**
 * Follows redirects (RFC 9110 §15.4), on the same origin alone unless others are named; to those go neither
 * credentials, nor headers that may hold some, nor a body. What is not followed stays what it is: an error.
 *
 * Of several, the outermost follows: a client's own says more than that of an operation that documents a redirect.
 *
 * In a browser there is nothing to do: it follows by its own rules, and shows none of it.
 */
export function redirects({ limit = 5, origins = [] } = {}) {
  return async (attempt, next) => {
    if (attempt.redirect) return next(attempt);
    attempt = {
      ...attempt,
      redirect: "manual",
    };
    for (let steps = 0; ; steps++) {
      const response = await next(attempt);
      const following =
        steps < limit ? followed(attempt, response, origins) : undefined;
      if (!following) {
        attempt.answered?.(attempt);
        return response;
      }
      discard(response);
      attempt = following;
    }
  };
}
/** Headers that say what is asked for, and nothing of who asks. */
const harmless = /^(accept|accept-language|if-none-match|range)$/;
function followed(attempt, { status, headers }, origins) {
  if (!/^30[12378]$/.test(String(status))) return undefined;
  // With its query, which a reference without a path keeps (RFC 3986 §5.2.2).
  const from = new URL(urlOf(attempt.url, attempt.query));
  const to = parsed(headers.get("location"), from);
  if (!to || !/^https?:$/.test(to.protocol) || to.username || to.password)
    return undefined;
  const isAtHome = to.origin === from.origin;
  if (!isAtHome && origins !== "any" && !origins.includes(to.origin))
    return undefined;
  const { body, duplex, method } = attempt.init;
  // §15.4.2 to 15.4.4: as all clients do, a POST is not posted again.
  const isGet =
    status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
  if (body && !isGet && (!isAtHome || duplex)) return undefined;
  const kept = new Headers();
  attempt.headers.forEach((value, name) => {
    if (isAtHome ? !isGet || name !== "content-type" : harmless.test(name))
      kept.set(name, value);
  });
  return {
    ...attempt,
    url: to.origin + to.pathname,
    query: to.search ? [to.search.slice(1)] : [],
    headers: kept,
    init: isGet
      ? {
          method: "GET",
          redirect: "manual",
        }
      : attempt.init,
    security: isAtHome ? attempt.security : undefined,
  };
}
/** RFC 3986 §5; `undefined` for what is none. A header has a character for each byte, a URL is UTF-8. */
function parsed(location, from) {
  try {
    return location === null
      ? undefined
      : new URL(decodeURIComponent(escape(location)), from);
  } catch {
    return undefined;
  }
}
