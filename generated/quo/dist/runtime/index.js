// Generated from the runtime of telltale. Do not edit.

export { byteCap } from "./byte-cap.js";
export { isErrorOf } from "./error-of.js";
export {
  ApiError,
  isApiError,
  isRequestError,
  RequestError,
} from "./errors.js";
export { hooks } from "./hooks.js";
export { idempotencyKeys } from "./idempotency-keys.js";
export {
  isPaginationError,
  pageFailure,
  PaginationError,
  resumeToken,
} from "./page-error.js";
export { redirects } from "./redirects.js";
export { tokenRefresh } from "./token-refresh.js";
