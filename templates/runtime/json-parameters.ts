import { addCookie } from "./cookie.js";
import { setHeader } from "./header.js";
import type { ParameterStyle } from "./operation.js";
import type { PathStyle } from "./path.js";

/**
 * Parameters with `content: application/json` instead of a style (OAS 3.1 §4.8.12.2.2), but for those in a query,
 * which are many: `jsonParameter`.
 */

/** `%7B%22a%22%3A1%7D`. */
export const pathJson: PathStyle = (name, value) => {
  if (value === undefined) throw new TypeError(`"${name}" is missing`);
  return encodeURIComponent(JSON.stringify(value));
};

/** `{"a":1}`; what is no ASCII goes out as `\u00e9`, as JSON allows and a header does not. */
export const headerJson: ParameterStyle = ({ headers }, name, value) => {
  const text = JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  setHeader(headers, name, text);
};

/** `name=%7B%22a%22%3A1%7D`. */
export const cookieJson: ParameterStyle = (draft, name, value) => {
  addCookie(draft, name, encodeURIComponent(JSON.stringify(value)));
};

/** `?%7B%22a%22%3A1%7D`: the query is the text, and nothing else (`in: querystring`, OAS 3.2 §4.12.2). */
export const queryJson: ParameterStyle = ({ query }, _name, value) => {
  query.push(encodeURIComponent(JSON.stringify(value)));
};
