// Generated from the runtime of telltale. Do not edit.

import { hide } from "./errors.js";
/** A page from which there is no next one to be had. Everything before it has been delivered. */
export class PaginationError extends Error {
  reason;
  /** From 1. */
  page;
  constructor(reason, page, token) {
    super(`pagination failed on page ${page}: ${reason}`);
    this.reason = reason;
    this.page = page;
    hide(this, {
      name: "PaginationError",
      token,
    });
  }
}
export function isPaginationError(error) {
  return error instanceof PaginationError;
}
const failures = /* @__PURE__ */ new WeakMap();
export function recordPageFailure(error, failure) {
  failures.set(error, failure);
}
/** The page and token of an error that came out of a paginator; of any other error, `undefined`. */
export function pageFailure(error) {
  return typeof error === "object" && error !== null
    ? failures.get(error)
    : undefined;
}
/** The `startToken` with which to resume after `error`; `undefined` for the beginning. */
export function resumeToken(error) {
  return pageFailure(error)?.token;
}
