// Generated from the runtime of telltale. Do not edit.

import type { ApiError, RequestError } from "./errors.js";
import type { TypedResponse } from "./typed-response.js";
/** How a call ended, as a value. `Known` are the documented headers of a success. */
export type Result<Data, Failure, Known extends object = {}> =
  | Success<Data, Known>
  | {
      readonly ok: false;
      readonly error: Failure;
      readonly response: Response | undefined;
    };
interface Success<Data, Known extends object> {
  readonly ok: true;
  readonly data: Data;
  readonly response: TypedResponse<Known>;
}
/**
 * A promise of the success body that can also be read as a result or as the raw response. The
 * request is under way when you hold it. Awaited, it rejects with `Failure`; unhandled, it is an
 * unhandled rejection like any other. A wrong argument rejects with a `TypeError` in every form.
 */
export interface Call<
  Data,
  Failure = never,
  Known extends object = {},
> extends Promise<Data> {
  /** Never rejects for an HTTP or transport error of this call. */
  result(): Promise<Result<Data, Failure, Known>>;
  /**
   * The response, once it has a 2xx status; another status rejects with the typed error. Called in
   * the same turn as the operation it claims the body, unread: the call itself then has no data to
   * give, timeouts end with the headers, and the signal still aborts the body. Called later it is
   * the response whose body has been read.
   */
  response(): Promise<TypedResponse<Known>>;
}
/** A 2xx response, with its decoded body, or without because `response()` claimed it. */
export type Answer =
  | {
      readonly ok: true;
      readonly data: unknown;
      readonly response: Response;
    }
  | {
      readonly ok: undefined;
      readonly response: Response;
    };
/**
 * Starts the request and dresses its promise. `start` may ask whether the body is claimed once the
 * caller's turn is over. What is not `isOwn` is no failure of the call: a wrong argument, or an error of the caller's own
 * code.
 */
export declare function makeCall<Data, Failure, Known extends object = {}>(
  start: (isClaimed: () => boolean) => Promise<Answer>,
  isOwn: (error: unknown) => error is ApiError | RequestError,
): Call<Data, Failure, Known>;
export {};
