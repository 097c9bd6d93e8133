// Generated from the runtime of telltale. Do not edit.

import { type Call } from "./call.js";
import type { Client, RequestOptions } from "./client.js";
import type { Operation } from "./operation.js";
/**
 * Sends the request of an emitted operation; the only module that does I/O. `identity` is the function
 * that the caller called, for `isErrorOf`.
 */
export declare function send<Data, Failure, Known extends object = {}>(
  client: Client,
  identity: unknown,
  operation: Operation,
  params: object | undefined,
  options?: RequestOptions,
): Call<Data, Failure, Known>;
