// Generated from the runtime of telltale. Do not edit.

/** Longest wait, in milliseconds, that we choose ourselves. */
const longestBackoff = 8e3;
/** Longest wait, in milliseconds, that a server can ask for; if it asks for more, we give up. */
const longestRetryAfter = 6e4;
/** Of requests that do no more when they are sent twice, by their method (RFC 9110 §9.2.2, and QUERY). */
export const idempotent = (_, platform, policy, retry, response) =>
  retry < retryLimit(policy) &&
  (!response || isRetryableStatus(response.status))
    ? retryDelay(retry, response?.headers, platform.now(), platform.random)
    : undefined;
/** Of requests that do no more with this header, which the operation declares, if the caller gave it. Empty it is no key. */
export function withKey(header) {
  return keyed(header, (request, ...attempt) =>
    request.headers.get(header) ? idempotent(request, ...attempt) : undefined,
  );
}
/** Of requests that do no more when they are sent twice anyway, with this header, which the operation declares, or without. */
export function alsoWithKey(header) {
  return keyed(header, (...attempt) => idempotent(...attempt));
}
/** Of requests whose body may be a stream, which is gone once it was sent. */
export function unlessStreamed(repeat) {
  return keyed(repeat.key, (request, ...attempt) =>
    request.init.duplex ? undefined : repeat(request, ...attempt),
  );
}
const keyed = (key, repeat) => Object.assign(repeat, { key });
/** Attempts after the first. */
function retryLimit(policy) {
  if (policy === false) return 0;
  return (typeof policy === "object" ? policy.limit : policy) ?? 2;
}
/** Whether a later response may well have another status. */
export function isRetryableStatus(status) {
  return [408, 429, 500, 502, 503, 504].includes(status);
}
/**
 * Milliseconds to wait before retry number `retry` (from 0), or `undefined` to give up. What the server
 * asks for counts: `retry-after-ms`, a habit of several vendors, is finer and so goes first.
 */
export function retryDelay(retry, headers, now, random) {
  // White space around a value is none of it (RFC 9110 §5.5), though Node keeps it.
  const get = (name) => headers?.get(name)?.trim() ?? "";
  const delay =
    digits(get("retry-after-ms")) ??
    parseRetryAfter(get("retry-after"), now) ??
    backoff(retry, random);
  return delay <= longestRetryAfter ? delay : undefined;
}
/** Milliseconds. Full jitter: a crowd of clients that failed together must not return together. */
export function backoff(retry, random) {
  return Math.min(longestBackoff, 500 * 2 ** retry) * random();
}
/**
 * RFC 9110 §10.2.3: delay in seconds, or an HTTP date; here in milliseconds. Of the three date formats
 * only IMF-fixdate, which is the only one a sender may generate (§5.6.7), and which is what
 * `toUTCString` writes; anything else is ignored.
 */
export function parseRetryAfter(value, now) {
  const seconds = digits(value);
  if (seconds !== undefined) return seconds * 1e3;
  const date = Date.parse(value);
  return date >= 0 && new Date(date).toUTCString() === value
    ? Math.max(0, date - now)
    : undefined;
}
const digits = (text) => (/^\d+$/.test(text) ? Number(text) : undefined);
