import type { BodyEncoder } from "./body.js";
import { members } from "./encode.js";
import { form } from "./query.js";
import type { ParameterStyle } from "./operation.js";

/**
 * `application/x-www-form-urlencoded`, byte for byte as a `URLSearchParams` of the same pairs.
 *
 * A property with a style of its own goes by it, the others by `style`, `formField` unless said
 * otherwise (OAS 3.1 §4.8.15.1). What is `undefined` or `null` is left out: the form has no word for it.
 * `allowReserved` is met by encoding all the same: a server decodes both to the same text.
 */
export function formBody(
  style: ParameterStyle = formField,
  styles: Readonly<Record<string, ParameterStyle>> = {},
): BodyEncoder {
  return (value) => {
    const query: string[] = [];
    const draft = { headers: new Headers(), query };
    for (const [name, member] of members(value)) {
      if (name === undefined)
        throw new TypeError("the body must be an object with named fields");
      const own = Object.hasOwn(styles, name) ? styles[name] : undefined;
      (own ?? style)(draft, name, member);
    }
    return {
      body: query.map(likeURLSearchParams).join("&"),
      type: "application/x-www-form-urlencoded",
    };
  };
}

/**
 * What OAS 3.1 §4.8.15 says where no style is written: a scalar as its text, each item of an array as a
 * field of the same name, an object as JSON.
 */
export const formField: ParameterStyle = (draft, name, value) => {
  for (const item of [value].flat()) {
    form(
      draft,
      name,
      typeof item === "object" && item ? JSON.stringify(item) : item,
    );
  }
};

/** RFC 1866 §8.2.1 writes a space as `+`, and more characters encoded than a URL needs. */
function likeURLSearchParams(pair: string): string {
  return pair
    .replaceAll("%20", "+")
    .replace(
      /[!'()~]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
}
