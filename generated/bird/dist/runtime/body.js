// Generated from the runtime of telltale. Do not edit.

import { own } from "./own.js";
/** The body that stands under `key`. */
export function sending(encode, key = "body") {
  return (given, signal) => {
    const body = own(given, key);
    return body === undefined ? undefined : encode(body, given, signal);
  };
}
export const jsonBody = (value) => ({
  body: JSON.stringify(value),
  type: "application/json",
});
/** JSON without the tags that the client added when the value was received. */
export function jsonBodyOf(shape) {
  return (value, given) => jsonBody(shape.untag(value), given);
}
