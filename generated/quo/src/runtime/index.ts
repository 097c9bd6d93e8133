// Generated from the runtime of telltale. Do not edit.

/** What callers of a generated client may name. Emitted code imports from the files themselves. */

export type { BasicCredential, Credential } from "./auth.js";
export { byteCap } from "./byte-cap.js";
export type { Call, Result } from "./call.js";
export type {
  CallOptions,
  Client,
  ClientOptions,
  Fetch,
  RequestOptions,
} from "./client.js";
export { type ErrorOf, isErrorOf } from "./error-of.js";
export {
  ApiError,
  isApiError,
  isRequestError,
  RequestError,
  type RequestErrorReason,
} from "./errors.js";
export type {
  RequestAttempt,
  ClientFeature,
  RequestTransport,
} from "./feature.js";
export { type HookedRequest, type RequestHooks, hooks } from "./hooks.js";
export { idempotencyKeys } from "./idempotency-keys.js";
export {
  isPaginationError,
  type PageFailure,
  pageFailure,
  type PageToken,
  PaginationError,
  type PaginationErrorReason,
  resumeToken,
} from "./page-error.js";
export type { PageOptions, Paginator } from "./pagination.js";
export { type RedirectOptions, redirects } from "./redirects.js";
export type { RetryPolicy } from "./retry.js";
export type {
  AnswerStatus,
  HttpStatus,
  OtherStatus,
  RangeStatus,
} from "./status.js";
export type { StreamedFile } from "./streamed-file.js";
export { tokenRefresh } from "./token-refresh.js";
export type { TypedHeaders, TypedResponse } from "./typed-response.js";
