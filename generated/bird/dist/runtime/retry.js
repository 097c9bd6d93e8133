// Generated from the runtime of telltale. Do not edit.

/** Longest wait, in milliseconds, that we choose ourselves. */
const longestBackoff = 8e3;
/** Longest wait, in milliseconds, that a server can ask for; if it asks for more, we give up. */
const longestRetryAfter = 6e4;
/** Attempts after the first. */
export function retryLimit(retry) {
  if (retry === false) return 0;
  return (typeof retry === "object" ? retry.limit : retry) ?? 2;
}
export function isRetryableStatus(status) {
  return /408|429|50[0234]/.test(String(status));
}
/**
 * Whether sending the request twice does no more than sending it once: by its method (RFC 9110 §9.2.2,
 * and QUERY), or by the idempotency key that the operation declares and the caller gave.
 */
export function maySendAgain({ method, header = {} }, headers) {
  return (
    /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/.test(method) ||
    (headers.has("idempotency-key") &&
      Object.keys(header).some((name) => /^idempotency-key$/i.test(name)))
  );
}
/** Milliseconds. Full jitter: a crowd of clients that failed together must not return together. */
export function backoff(retry, random) {
  return Math.min(longestBackoff, 500 * 2 ** retry) * random();
}
/**
 * Milliseconds to wait before retry number `retry` (from 0) after a response, or `undefined` to give
 * up. What the server asks for counts: `retry-after-ms`, a habit of several vendors, is finer and so
 * goes first.
 */
export function retryDelay(retry, headers, now, random) {
  const get = (name) => headers.get(name) ?? "";
  const delay =
    digits(get("retry-after-ms")) ??
    parseRetryAfter(get("retry-after"), now) ??
    backoff(retry, random);
  return delay <= longestRetryAfter ? delay : undefined;
}
/**
 * RFC 9110 §10.2.3: delay in seconds, or an HTTP date; here in milliseconds. Of the three date formats
 * only IMF-fixdate, which is the only one a sender may generate (§5.6.7); anything else is ignored.
 */
export function parseRetryAfter(value, now) {
  // Date.parse alone would take "1.5" for a year.
  const isDate = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(value);
  const delay = isDate
    ? Math.max(0, Date.parse(value) - now)
    : (digits(value) ?? NaN) * 1e3;
  return Number.isNaN(delay) ? undefined : delay;
}
const digits = (text) => (/^\d+$/.test(text) ? Number(text) : undefined);
