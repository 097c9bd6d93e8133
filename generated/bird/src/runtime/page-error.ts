// Generated from the runtime of telltale. Do not edit.

import { hide } from "./errors.js";

/** What a page is asked for with: a cursor, an offset, a URL. */
export type PageToken = string | number;

/**
 * Why iteration cannot go on, although the operation succeeded. `repeated-token`: the server sends a
 * token again, so that there would be no end. `items`: they are no array. `token`: it is no token.
 * `foreign-url`: the next page is on another origin. `stalled`: there is more, and nothing leads to it.
 */
export type PaginationErrorReason =
  "repeated-token" | "items" | "token" | "foreign-url" | "stalled";

/** A page from which there is no next one to be had. Everything before it has been delivered. */
export class PaginationError extends Error {
  declare readonly status: undefined;
  readonly reason: PaginationErrorReason;
  /** From 1. */
  readonly page: number;
  /** What the page was asked for with; of a repeated token, the token. */
  declare readonly token: PageToken | undefined;

  constructor(
    reason: PaginationErrorReason,
    page: number,
    token: PageToken | undefined,
  ) {
    super(`pagination failed on page ${page}: ${reason}`);
    this.reason = reason;
    this.page = page;
    hide(this, { name: "PaginationError", token });
  }
}

export function isPaginationError(error: unknown): error is PaginationError {
  return error instanceof PaginationError;
}

/** Where an iteration stood when it failed. */
export interface PageFailure {
  /** From 1. */
  readonly page: number;
  /** `startToken` with which to resume; `undefined` where that is the beginning. */
  readonly token: PageToken | undefined;
}

const failures: WeakMap<object, PageFailure> = /* @__PURE__ */ new WeakMap();

export function recordPageFailure(error: object, failure: PageFailure): void {
  failures.set(error, failure);
}

/** The page and token of an error that came out of a paginator; of any other error, `undefined`. */
export function pageFailure(error: unknown): PageFailure | undefined {
  return typeof error === "object" && error !== null
    ? failures.get(error)
    : undefined;
}

/** The `startToken` with which to resume after `error`; `undefined` for the beginning. */
export function resumeToken(error: unknown): PageToken | undefined {
  return pageFailure(error)?.token;
}
