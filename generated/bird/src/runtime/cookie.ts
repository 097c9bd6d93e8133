// Generated from the runtime of telltale. Do not edit.

import { encoded, members } from "./encode.js";
import type { Draft, ParameterStyle } from "./operation.js";
import { isBrowser } from "./platform.js";

/** Cookie style `form` with `explode`, the default: `name=value`; the members of a list or object are cookies of their own. */
export const cookieForm: ParameterStyle = (draft, name, value) => {
  for (const [key, member] of members(value)) {
    addCookie(draft, key ?? name, encoded(name, member));
  }
};

/**
 * Appends to the `Cookie` header: a value, or several between commas.
 *
 * @throws TypeError in a browser, which would drop the header without a word, and for a name or a value
 *   that no cookie can have (RFC 6265 §4.1.1)
 */
export function addCookie(
  { headers }: Draft,
  name: string,
  ...values: readonly string[]
): void {
  if (isBrowser()) {
    throw new TypeError(
      `cookie "${name}": browsers let no script set the Cookie header`,
    );
  }
  if (
    !/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(
      name + values.join(""),
    ) ||
    !/^[^=]+$/.test(name)
  ) {
    throw new TypeError(
      `cookie "${name}" has a character that no cookie may have`,
    );
  }
  const others = headers.get("cookie");
  headers.set(
    "cookie",
    `${others === null ? "" : `${others}; `}${name}=${values.join()}`,
  );
}
