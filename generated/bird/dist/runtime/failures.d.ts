// Generated from the runtime of telltale. Do not edit.

import {
  RequestError,
  type RequestErrorDetails,
  type RequestErrorReason,
} from "./errors.js";
import type { Operation } from "./operation.js";
/** How messages name a request: without its URL, which may hold a key or personal data. */
export declare function message(
  { method, path }: Operation,
  outcome: string | number,
): string;
export declare function requestError(
  operation: Operation,
  reason: RequestErrorReason,
  details?: RequestErrorDetails,
): RequestError;
/**
 * Of the platform's error only its name and code (`ECONNREFUSED`) are kept. Its message quotes: Node's
 * names the header that it does not like with its value, and a URL that it cannot parse.
 */
export declare function connectionError(
  operation: Operation,
  error: unknown,
): RequestError;
