// Generated from the runtime of telltale. Do not edit.

import type { Draft } from "./operation.js";
/** A secret, or what fetches it: asked for each attempt, so that it may rotate. */
export type Credential = string | (() => string | Promise<string>);
export interface UsernamePassword {
  readonly username: string;
  readonly password: string;
}
/** As {@link Credential}, for the scheme `basic`. */
export type BasicCredential =
  UsernamePassword | (() => UsernamePassword | Promise<UsernamePassword>);
/**
 * Writes a credential into the request. Without a credential there is no scheme (`undefined`). A header, a query
 * parameter or a cookie that the caller has given stays. What a provider throws passes through as it is.
 */
export type Scheme = (draft: Draft) => Promise<void>;
/** Any scheme of RFC 9110 §11.4: `Authorization: <name> <credential>`. */
export declare function httpScheme(
  name: string,
  credential: Credential | undefined,
): Scheme | undefined;
/** RFC 6750; OAuth 2 and OpenID Connect as well. */
export declare function bearer(
  credential: Credential | undefined,
): Scheme | undefined;
/** RFC 7617, in UTF-8. */
export declare function basic(
  credential: BasicCredential | undefined,
): Scheme | undefined;
/** API key in a header. */
export declare function headerKey(
  name: string,
  credential: Credential | undefined,
): Scheme | undefined;
/** API key in the query, where proxies log it; but the vendor decides. */
export declare function queryKey(
  name: string,
  credential: Credential | undefined,
): Scheme | undefined;
/** API key in a cookie. */
export declare function cookieKey(
  name: string,
  credential: Credential | undefined,
): Scheme | undefined;
