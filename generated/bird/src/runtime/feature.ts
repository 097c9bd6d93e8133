// Generated from the runtime of telltale. Do not edit.

import type { Operation, Security } from "./operation.js";
import type { Prepared } from "./prepare.js";

/**
 * A request that is about to be sent, without its credentials: they are written into a copy, at the
 * last moment. Headers that are set here stay for the attempts that follow.
 */
export interface RequestAttempt extends Prepared {
  readonly operation: Operation;
  /** 0, then the number of the retry. */
  readonly retry: number;
  /** Aborts when the caller, or the time of the attempt, ends it. */
  readonly signal: AbortSignal | undefined;
  /** Absent: it gets no credentials. */
  readonly security?: Security | undefined;
  /** Its redirects are followed by somebody around, and by nobody else. */
  readonly redirect?: "manual" | undefined;
  /** Is told which request was answered at last, by who sends others in place of this one. */
  readonly answered?: ((last: RequestAttempt) => void) | undefined;
}

/** Sends a request once, with its credentials. What the network does is a `RequestError`. */
export type RequestTransport = (attempt: RequestAttempt) => Promise<Response>;

/**
 * What a client can have besides what all have: code around each attempt of each call. Those that no
 * client names are in nobody's bundle. An error that is not the network's ends the call as it is.
 */
export type ClientFeature = (
  attempt: RequestAttempt,
  next: RequestTransport,
) => Promise<Response>;
