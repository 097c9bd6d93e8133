// Generated from the runtime of telltale. Do not edit.

/**
 * What a call can fail with. Whatever could hold a secret (body, headers, URL of the response) is a
 * property that `JSON.stringify`, `util.inspect` and a logger do not see; messages name the method
 * and the path template, never the URL. A `TypeError` is not among these: it means a wrong argument.
 */
/**
 * A response outside 2xx. `status` tells the errors of one operation apart; the statuses that the
 * description does not list share one arm, `ApiError<OtherStatus<…>, unknown>`.
 */
export class ApiError extends Error {
  status;
  /** What the vendor's support asks for: the response's request id, if it has one. */
  requestId;
  constructor(message, status, body, response) {
    super(message);
    this.status = status;
    this.requestId = requestId(response.headers);
    hide(this, {
      name: "ApiError",
      body,
      headers: response.headers,
      response,
    });
  }
}
/** The request got no usable answer. */
export class RequestError extends Error {
  reason;
  constructor(message, reason, details) {
    super(message);
    this.reason = reason;
    hide(this, {
      name: "RequestError",
      ...details,
    });
  }
}
export function isApiError(error) {
  return error instanceof ApiError;
}
export function isRequestError(error) {
  return error instanceof RequestError;
}
/** Whether this is how a call fails, as opposed to a wrong argument or an error of the caller's own. */
export function isFailure(error) {
  return isApiError(error) || isRequestError(error);
}
/** Defines properties that nothing enumerates, and so nothing prints. */
export function hide(error, properties) {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(error, name, {
      value,
      configurable: true,
      writable: true,
    });
  }
}
/** No standard names this header; these are what vendors send. */
function requestId(headers) {
  const get = (name) => headers.get(name);
  return (
    get("x-request-id") ??
    get("request-id") ??
    get("x-amzn-requestid") ??
    undefined
  );
}
