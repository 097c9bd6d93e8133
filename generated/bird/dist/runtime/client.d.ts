// Generated from the runtime of telltale. Do not edit.

import type { Scheme } from "./auth.js";
import type { ClientFeature } from "./feature.js";
import { type Platform } from "./platform.js";
import type { RetryPolicy } from "./retry.js";
/** As much of `fetch` as is used, so that a wrapper needs no more either. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
/** Options of a call, and of a client whose calls have them by default. */
export interface CallOptions {
  /**
   * Absolute `http:` or `https:` URL; its path is a prefix of every path. No query, no user. Given, it
   * gets the calls of operations that have a server of their own as well.
   */
  readonly baseUrl?: string | undefined;
  /** Default: the global one, when the call is made. */
  readonly fetch?: Fetch | undefined;
  /** Sent with each request; an entry that is `undefined` is not. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Milliseconds for one attempt, body included, but for a stream: its time ends with the headers.
   * Default 60,000; `Infinity` for none.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds for all attempts and the waits between them. Default none. */
  readonly totalTimeout?: number | undefined;
  /**
   * Attempts after the first, `false` for none. Default 2. Only what is idempotent, by its method or
   * by its idempotency key, is tried again: after a connection failure, a timeout of the attempt,
   * and the statuses 408, 429, 500, 502, 503 and 504.
   */
  readonly retry?: RetryPolicy | number | false | undefined;
}
/** Options of a client. */
export interface ClientOptions extends CallOptions {
  /**
   * What only some clients need, the first one outermost: `hooks`, `redirects`, `byteCap`, `tokenRefresh`,
   * `idempotencyKeys`, and functions of your own.
   */
  readonly use?: readonly ClientFeature[] | undefined;
}
/** Options of one call. They win over the client's; headers are added to the client's. */
export interface RequestOptions extends CallOptions {
  /** Ends the call, its waits included, with a `RequestError`, reason "abort". */
  readonly signal?: AbortSignal | undefined;
}
/** Security schemes by their name in the description; `undefined` is one without a credential. */
export type Schemes = Readonly<Record<string, Scheme | undefined>>;
/** First argument of every operation. */
export interface Client {
  /** Empty if there is none: a call then needs its own. */
  readonly baseUrl: string;
  /** For the runtime alone. A function, so that whoever prints a client prints no header. */
  readonly "~state": () => ClientState;
}
export interface ClientState {
  readonly options: ClientOptions;
  readonly schemes: Schemes;
  readonly platform: Platform;
}
/** What an emitted `createClient` calls. */
export declare function makeClient(
  options: ClientOptions,
  defaultBaseUrl: string | undefined,
  schemes: Schemes,
  platform?: Platform,
): Client;
