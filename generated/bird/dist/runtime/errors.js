// Generated from the runtime of telltale. Do not edit.

/**
 * What a call can fail with. Whatever could hold a secret (body, headers, URL of the response) is a
 * property that `JSON.stringify`, `util.inspect` and a logger do not see; messages name the method
 * and the path template, never the URL. A `TypeError` is not among these: it means a wrong argument.
 */
/** What both errors are: properties that everyone sees, and properties that nothing prints. */
class Failure extends Error {
  constructor(message, shown, hidden) {
    super(message);
    Object.assign(this, shown);
    hide(this, hidden);
  }
}
/**
 * A response outside 2xx. `status` tells the errors of one operation apart; the statuses that the
 * description does not list share one arm, `ApiError<OtherStatus<…>, unknown>`.
 */
export class ApiError extends Failure {
  constructor(message, status, body, response) {
    const { headers } = response;
    super(
      message,
      {
        status,
        requestId: requestId(headers),
      },
      {
        name: "ApiError",
        body,
        headers,
        response,
      },
    );
  }
}
/** The request got no usable answer. */
export class RequestError extends Failure {
  constructor(message, reason, details) {
    super(
      message,
      { reason },
      {
        name: "RequestError",
        ...details,
      },
    );
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
  return error instanceof Failure;
}
/** Defines properties that nothing enumerates, and so nothing prints. */
export function hide(error, properties) {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(error, name, { value });
  }
}
/** No standard names this header; these are what vendors send. */
function requestId(headers) {
  return (
    headers.get("x-request-id") ??
    headers.get("request-id") ??
    headers.get("x-amzn-requestid") ??
    undefined
  );
}
