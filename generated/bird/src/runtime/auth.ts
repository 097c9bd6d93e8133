// Generated from the runtime of telltale. Do not edit.

import { addCookie } from "./cookie.js";
import { setHeader } from "./header.js";
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
export function httpScheme(
  name: string,
  credential: Credential | undefined,
): Scheme | undefined {
  return inHeader("authorization", `${name} `, credential);
}

/** RFC 6750; OAuth 2 and OpenID Connect as well. */
export function bearer(credential: Credential | undefined): Scheme | undefined {
  return httpScheme("Bearer", credential);
}

/** RFC 7617, in UTF-8. */
export function basic(
  credential: BasicCredential | undefined,
): Scheme | undefined {
  return httpScheme(
    "Basic",
    credential &&
      (async () => {
        const { username, password } =
          typeof credential === "function" ? await credential() : credential;
        if (username.includes(":"))
          throw new TypeError("a username for basic has no colon");
        const bytes = new TextEncoder().encode(`${username}:${password}`);
        return btoa(String.fromCharCode(...bytes));
      }),
  );
}

/** API key in a header. */
export function headerKey(
  name: string,
  credential: Credential | undefined,
): Scheme | undefined {
  return inHeader(name, "", credential);
}

/** API key in the query, where proxies log it; but the vendor decides. */
export function queryKey(
  name: string,
  credential: Credential | undefined,
): Scheme | undefined {
  return writing(credential, ({ query }, secret) => {
    // A lone surrogate, of which the URIError would be no wrong argument.
    if (/\p{Cs}/u.test(secret))
      throw new TypeError(`the key "${name}" cannot be sent`);
    // A redirect, or the URL of a page, may have brought a whole query of its own.
    if (!new URLSearchParams(query.join("&")).has(name))
      query.push(`${encodeURIComponent(name)}=${encodeURIComponent(secret)}`);
  });
}

/** API key in a cookie. */
export function cookieKey(
  name: string,
  credential: Credential | undefined,
): Scheme | undefined {
  return writing(credential, (draft, secret) => {
    const given = draft.headers.get("cookie")?.split(/;\s*/);
    if (!given?.some((pair) => pair.startsWith(`${name}=`)))
      addCookie(draft, name, secret);
  });
}

function inHeader(
  name: string,
  prefix: string,
  credential: Credential | undefined,
): Scheme | undefined {
  return writing(credential, ({ headers }, secret) => {
    if (!headers.has(name)) setHeader(headers, name, prefix + secret);
  });
}

function writing(
  credential: Credential | undefined,
  write: (draft: Draft, secret: string) => void,
): Scheme | undefined {
  return credential
    ? async (draft) => {
        const secret =
          typeof credential === "function" ? await credential() : credential;
        if (!secret) throw new TypeError("empty credential");
        write(draft, secret);
      }
    : undefined;
}
