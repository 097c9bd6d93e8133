// Generated from the runtime of telltale. Do not edit.

import {
  RequestError,
  type RequestErrorDetails,
  type RequestErrorReason,
} from "./errors.js";
import type { Operation } from "./operation.js";

/** How messages name a request: without its URL, which may hold a key or personal data. */
export function message(
  { method, path }: Operation,
  outcome: string | number,
): string {
  return `${method} ${path} failed: ${outcome}`;
}

export function requestError(
  operation: Operation,
  reason: RequestErrorReason,
  details?: RequestErrorDetails,
): RequestError {
  return new RequestError(message(operation, reason), reason, details);
}

/**
 * Of the platform's error only its name and code (`ECONNREFUSED`) are kept. Its message quotes: Node's
 * names the header that it does not like with its value, and a URL that it cannot parse.
 */
export function connectionError(
  operation: Operation,
  error: unknown,
): RequestError {
  const cause =
    error instanceof Error
      ? { name: error.name, code: codeOf(error) }
      : undefined;
  return requestError(operation, "connection", { cause });
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, cause }: Error & { readonly code?: unknown } = error;
  return typeof code === "string" ? code : codeOf(cause);
}
