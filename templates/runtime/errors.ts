import type { TypedHeaders } from "./typed-response.js";

/**
 * What a call can fail with. Whatever could hold a secret (body, headers, URL of the response) is a
 * property that `JSON.stringify`, `util.inspect` and a logger do not see; messages name the method
 * and the path template, never the URL. A `TypeError` is not among these: it means a wrong argument.
 */

/** What both errors are: properties that everyone sees, and properties that nothing prints. */
class Failure extends Error {
  constructor(message: string, shown: object, hidden: object) {
    super(message);
    Object.assign(this, shown);
    hide(this, hidden);
  }
}

/**
 * A response outside 2xx. `status` tells the errors of one operation apart; the statuses that the
 * description does not list share one arm, `ApiError<OtherStatus<…>, unknown>`.
 */
export class ApiError<
  Status extends number = number,
  Body = unknown,
  Known extends object = {},
> extends Failure {
  declare readonly status: Status;
  /** What the vendor's support asks for: the response's request id, if it has one. */
  declare readonly requestId: string | undefined;
  /** As documented for the status; else parsed JSON, a bounded text, or `undefined` if empty. */
  declare readonly body: Body;
  declare readonly headers: TypedHeaders<Known>;
  /** Its body has been read. */
  declare readonly response: Response;

  constructor(message: string, status: Status, body: Body, response: Response) {
    const { headers } = response;
    super(
      message,
      { status, requestId: requestId(headers) },
      { name: "ApiError", body, headers, response },
    );
  }
}

/**
 * Why there is no usable answer. `connection`: none arrived, or it broke off. `timeout`: not within
 * the attempt's or the call's time. `abort`: the caller's signal. `decode`: the body is not what the
 * description says. `redirect`: an undocumented redirect, not followed. `limit`: the body, or one
 * line or event of a stream, is too long.
 */
export type RequestErrorReason =
  "connection" | "timeout" | "abort" | "decode" | "redirect" | "limit";

/** The request got no usable answer. */
export class RequestError extends Failure {
  declare readonly status: undefined;
  declare readonly reason: RequestErrorReason;
  /** The response, where there was one (`decode`, `limit`, `redirect`). Its body is used. */
  declare readonly response: Response | undefined;
  /** How the body begins that could not be decoded: at most 4096 characters. */
  declare readonly text: string | undefined;

  constructor(
    message: string,
    reason: RequestErrorReason,
    details?: RequestErrorDetails,
  ) {
    super(message, { reason }, { name: "RequestError", ...details });
  }
}

export interface RequestErrorDetails {
  readonly response?: Response;
  readonly text?: string;
  readonly cause?: unknown;
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}

export function isRequestError(error: unknown): error is RequestError {
  return error instanceof RequestError;
}

/** Whether this is how a call fails, as opposed to a wrong argument or an error of the caller's own. */
export function isFailure(error: unknown): error is ApiError | RequestError {
  return error instanceof Failure;
}

/** Defines properties that nothing enumerates, and so nothing prints. */
export function hide(error: Error, properties: object): void {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(error, name, { value });
  }
}

/** No standard names this header; these are what vendors send. */
function requestId(headers: Headers): string | undefined {
  return (
    headers.get("x-request-id") ??
    headers.get("request-id") ??
    headers.get("x-amzn-requestid") ??
    undefined
  );
}
