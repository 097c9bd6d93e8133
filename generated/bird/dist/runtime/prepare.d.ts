// Generated from the runtime of telltale. Do not edit.

import type { Client, RequestOptions } from "./client.js";
import type { EncodedBody } from "./body.js";
import type { Draft, Operation } from "./operation.js";
/** A request that lacks nothing but its credentials. */
export interface Prepared extends Draft {
  /** Without its query. */
  readonly url: string;
  readonly init: Readonly<RequestInit> &
    Pick<EncodedBody, "duplex"> & {
      readonly method: string;
    };
}
/**
 * Turns arguments into a request. Reads them all before it returns: changing `params` after the call
 * changes nothing.
 *
 * @throws TypeError for a wrong argument, naming it and not quoting it
 */
export declare function prepare(
  operation: Operation,
  params: object | undefined,
  client: Client,
  options: RequestOptions,
): Prepared;
/** The URL with its query, to which credentials may have been added. */
export declare function urlOf(url: string, query: readonly string[]): string;
/**
 * The base URL, without a slash at its end. Its parser's own error would quote it, and with it the key
 * that someone put there.
 *
 * @throws TypeError if there is no host, or more than host and path
 */
export declare function base(baseUrl: string): string;
