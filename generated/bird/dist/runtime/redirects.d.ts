// Generated from the runtime of telltale. Do not edit.

import type { ClientFeature } from "./feature.js";
export interface RedirectOptions {
  /** Steps in a row, after which the redirect itself is the answer. Default 5. */
  readonly limit?: number | undefined;
  /** Other origins that a redirect may lead to, `https://files.example.com`, or `"any"`. Default none. */
  readonly origins?: readonly string[] | "any" | undefined;
}
/**
 * Follows redirects (RFC 9110 §15.4), on the same origin alone unless others are named; to those go neither
 * credentials, nor headers that may hold some, nor a body. What is not followed stays what it is: an error.
 *
 * Of several, the outermost follows: a client's own says more than that of an operation that documents a redirect.
 *
 * In a browser there is nothing to do: it follows by its own rules, and shows none of it.
 */
export declare function redirects({
  limit,
  origins,
}?: RedirectOptions): ClientFeature;
