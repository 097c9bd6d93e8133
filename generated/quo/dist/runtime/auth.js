// Generated from the runtime of telltale. Do not edit.

import { addCookie } from "./cookie.js";
import { setHeader } from "./header.js";
/** Any scheme of RFC 9110 §11.4: `Authorization: <name> <credential>`. */
export function httpScheme(name, credential) {
  return inHeader("authorization", `${name} `, credential);
}
/** RFC 6750; OAuth 2 and OpenID Connect as well. */
export function bearer(credential) {
  return httpScheme("Bearer", credential);
}
/** RFC 7617, in UTF-8. */
export function basic(credential) {
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
export function headerKey(name, credential) {
  return inHeader(name, "", credential);
}
/** API key in the query, where proxies log it; but the vendor decides. */
export function queryKey(name, credential) {
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
export function cookieKey(name, credential) {
  return writing(credential, (draft, secret) => {
    const given = draft.headers.get("cookie")?.split(/;\s*/);
    if (!given?.some((pair) => pair.startsWith(`${name}=`)))
      addCookie(draft, name, secret);
  });
}
function inHeader(name, prefix, credential) {
  return writing(credential, ({ headers }, secret) => {
    if (!headers.has(name)) setHeader(headers, name, prefix + secret);
  });
}
function writing(credential, write) {
  return credential
    ? async (draft) => {
        const secret =
          typeof credential === "function" ? await credential() : credential;
        if (!secret) throw new TypeError("empty credential");
        write(draft, secret);
      }
    : undefined;
}
