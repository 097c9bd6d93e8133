// Generated from the runtime of telltale. Do not edit.

import type { Security } from "./operation.js";
/**
 * An operation's security requirements (OAS 3.1 §4.8.30): the first is met whose schemes all have a
 * credential. The anonymous one comes last.
 *
 * @throws TypeError if credentials are missing, naming the schemes
 */
export declare function anyOf(
  ...alternatives: readonly (readonly string[])[]
): Security;
