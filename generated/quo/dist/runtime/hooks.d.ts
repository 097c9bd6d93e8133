// Generated from the runtime of telltale. Do not edit.

import type { ClientFeature } from "./feature.js";
/** A request as hooks see it: before its credentials are added, so that it can be logged. */
export interface HookedRequest {
  readonly method: string;
  /** Template of the description, `/pets/{petId}`: low in cardinality, and without personal data. */
  readonly path: string;
  readonly url: string;
  /** May be changed: a trace's id, a signature. */
  readonly headers: Headers;
  /** 0, then the number of the retry. */
  readonly retry: number;
}
/** Called around each attempt. One that throws, or rejects, ends the call with what it threw. */
export interface RequestHooks {
  readonly before?: (request: HookedRequest) => unknown;
  /** Clone the response to read its body. Its `url` is the one that was sent, with a key that belongs into the query. */
  readonly after?: (response: Response, request: HookedRequest) => unknown;
  /** No response came: a `RequestError`, or what other code of yours threw. */
  readonly failed?: (error: unknown, request: HookedRequest) => unknown;
}
/** Calls your code around each attempt: `createClient({ use: [hooks({ before, after })] })`. */
export declare function hooks({
  before,
  after,
  failed,
}: RequestHooks): ClientFeature;
