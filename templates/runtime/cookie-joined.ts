import { addCookie } from "./cookie.js";
import { flat } from "./encode.js";
import type { Draft, ParameterStyle } from "./operation.js";

/**
 * The cookie styles without `explode` (OAS 3.1 §4.8.12.4): `tag=a,b`, and `point=x,1,y,2` for an object. RFC 6265
 * §4.1.1 has no comma in a value; a description that asks for one means it.
 */

/** Style `form`: what is between the commas is percent-encoded. */
export const cookieJoined: ParameterStyle = (draft, name, value) =>
  join(draft, name, flat(name, value).map(encodeURIComponent));

/** Style `cookie` (OAS 3.2 §4.12.2.2): as it is, and so without a comma of its own. */
export const cookiePlainJoined: ParameterStyle = (draft, name, value) =>
  join(draft, name, flat(name, value));

function join(draft: Draft, name: string, texts: readonly string[]): void {
  if (texts.length > 0) addCookie(draft, name, ...texts);
}
