// Generated from the runtime of telltale. Do not edit.

export { isErrorOf } from "./error-of.js";
export {
  ApiError,
  isApiError,
  isRequestError,
  RequestError,
} from "./errors.js";
export {
  isPaginationError,
  pageFailure,
  PaginationError,
  resumeToken,
} from "./page-error.js";
