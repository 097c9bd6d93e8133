// Generated from the runtime of telltale. Do not edit.

/** When to try a failed request again, and how long to wait first. No I/O, no clock: see `send.ts`. */
import type { Operation } from "./operation.js";
export interface RetryPolicy {
  /** Attempts after the first. Default 2. */
  readonly limit?: number | undefined;
}
/** Attempts after the first. */
export declare function retryLimit(
  retry: RetryPolicy | number | false | undefined,
): number;
export declare function isRetryableStatus(status: number): boolean;
/**
 * Whether sending the request twice does no more than sending it once: by its method (RFC 9110 §9.2.2,
 * and QUERY), or by the idempotency key that the operation declares and the caller gave.
 */
export declare function maySendAgain(
  { method, header }: Operation,
  headers: Headers,
): boolean;
/** Milliseconds. Full jitter: a crowd of clients that failed together must not return together. */
export declare function backoff(retry: number, random: () => number): number;
/**
 * Milliseconds to wait before retry number `retry` (from 0) after a response, or `undefined` to give
 * up. What the server asks for counts: `retry-after-ms`, a habit of several vendors, is finer and so
 * goes first.
 */
export declare function retryDelay(
  retry: number,
  headers: Headers,
  now: number,
  random: () => number,
): number | undefined;
/**
 * RFC 9110 §10.2.3: delay in seconds, or an HTTP date; here in milliseconds. Of the three date formats
 * only IMF-fixdate, which is the only one a sender may generate (§5.6.7); anything else is ignored.
 */
export declare function parseRetryAfter(
  value: string,
  now: number,
): number | undefined;
