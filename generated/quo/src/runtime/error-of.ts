// Generated from the runtime of telltale. Do not edit.

import type { Call } from "./call.js";
import { type ApiError, isFailure, type RequestError } from "./errors.js";
import type { Paginator } from "./pagination.js";

/** What `operation` (or `paginate…`) can fail with, as documented. */
export type ErrorOf<F extends (...args: never[]) => unknown> =
  ReturnType<F> extends Call<unknown, infer Failure>
    ? Failure
    : ReturnType<F> extends Paginator<unknown, unknown, infer Failure>
      ? Failure
      : never;

/** Which functions an error came out of: an operation, and the page helper that called it. */
const origins: WeakMap<object, readonly unknown[]> =
  /* @__PURE__ */ new WeakMap();

/**
 * Whether `error` was thrown by `operation`; narrows to that operation's own errors.
 *
 * The function itself is the identity, so a minifier that renames it does no harm. A `TypeError` for
 * a wrong argument is nobody's error.
 */
export function isErrorOf<F extends (...args: never[]) => unknown>(
  operation: F,
  error: unknown,
): error is ErrorOf<F> {
  return (
    error instanceof Error && origins.get(error)?.includes(operation) === true
  );
}

/**
 * Whether this is how `operation` failed, which is remembered. What another call failed with, in a provider or a hook of
 * the caller's own, is no failure of this one.
 */
export function isOwn(
  error: unknown,
  operation: unknown,
): error is ApiError | RequestError {
  if (!isFailure(error)) return false;
  if (!origins.has(error)) origins.set(error, [operation]);
  return origins.get(error)!.includes(operation);
}

/** Remembers that `error` came out of `operation`, too; returns the error. */
export function attribute<E extends Error>(error: E, operation: unknown): E {
  origins.set(error, [...(origins.get(error) ?? []), operation]);
  return error;
}
