// Generated from the runtime of telltale. Do not edit.

import type { Answer } from "./call.js";
import type { Operation } from "./operation.js";
/**
 * What a response means to the caller. `broken` makes an error of what ends a stream later on.
 *
 * @throws ApiError outside 2xx
 * @throws RequestError for an undocumented redirect, and for a body that is not as documented
 */
export declare function receive(
  operation: Operation,
  response: Response,
  claimed: boolean,
  broken: (error: unknown) => Error,
): Promise<Answer>;
