// Generated from the runtime of telltale. Do not edit.

/** When to try a failed request again, and how long to wait first. No I/O, no clock: see `send.ts`. */
import type { CallOptions } from "./client.js";
import type { Platform } from "./platform.js";
import type { Prepared } from "./prepare.js";
export interface RetryPolicy {
  /** Attempts after the first. Default 2. */
  readonly limit?: number | undefined;
}
/**
 * Milliseconds to wait before retry number `retry` (from 0) of a request, or `undefined` to give up.
 * There is no response where the connection failed, or took too long.
 */
export interface Repetition {
  (
    request: Prepared,
    platform: Platform,
    policy: CallOptions["retry"],
    retry: number,
    response?: Response,
  ): number | undefined;
  /** The header for an idempotency key, which the operation declares. */
  readonly key?: string | undefined;
}
/** Of requests that do no more when they are sent twice, by their method (RFC 9110 §9.2.2, and QUERY). */
export declare const idempotent: Repetition;
/** Of requests that do no more with this header, which the operation declares, if the caller gave it. Empty it is no key. */
export declare function withKey(header: string): Repetition;
/** Of requests that do no more when they are sent twice anyway, with this header, which the operation declares, or without. */
export declare function alsoWithKey(header: string): Repetition;
/** Of requests whose body may be a stream, which is gone once it was sent. */
export declare function unlessStreamed(repeat: Repetition): Repetition;
/** Whether a later response may well have another status. */
export declare function isRetryableStatus(status: number): boolean;
/**
 * Milliseconds to wait before retry number `retry` (from 0), or `undefined` to give up. What the server
 * asks for counts: `retry-after-ms`, a habit of several vendors, is finer and so goes first.
 */
export declare function retryDelay(
  retry: number,
  headers: Headers | undefined,
  now: number,
  random: () => number,
): number | undefined;
/** Milliseconds. Full jitter: a crowd of clients that failed together must not return together. */
export declare function backoff(retry: number, random: () => number): number;
/**
 * RFC 9110 §10.2.3: delay in seconds, or an HTTP date; here in milliseconds. Of the three date formats
 * only IMF-fixdate, which is the only one a sender may generate (§5.6.7), and which is what
 * `toUTCString` writes; anything else is ignored.
 */
export declare function parseRetryAfter(
  value: string,
  now: number,
): number | undefined;
