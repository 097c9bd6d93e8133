// Generated from the runtime of telltale. Do not edit.

import type { Schemes } from "./client.js";
import type { Draft, Operation } from "./operation.js";
/**
 * Meets one of the operation's security requirements (OAS 3.1 §4.8.30): the first whose schemes all
 * have a credential, and only if there is none the anonymous one.
 *
 * @throws TypeError if credentials are missing, naming the schemes
 */
export declare function authorise(
  draft: Draft,
  { security }: Operation,
  schemes: Schemes,
): Promise<void>;
