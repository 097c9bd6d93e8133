// Generated from the runtime of telltale. Do not edit.

import type { Draft, ParameterStyle } from "./operation.js";
/** Cookie style `form` with `explode`, the default: `name=value`; the members of a list or object are cookies of their own. */
export declare const cookieForm: ParameterStyle;
/**
 * Appends to the `Cookie` header: a value, or several between commas.
 *
 * @throws TypeError in a browser, which would drop the header without a word, and for a name or a value
 *   that no cookie can have (RFC 6265 §4.1.1)
 */
export declare function addCookie(
  { headers }: Draft,
  name: string,
  ...values: readonly string[]
): void;
