// Generated from the runtime of telltale. Do not edit.

import { encoded } from "./encode.js";
import { own } from "./own.js";
/**
 * Style `simple` (OAS 3.1 §4.8.12.4), the default: a scalar, or a list as `a,b`. Objects and the
 * other styles are in `path-styles.ts`.
 */
export const pathSimple = (name, value) =>
  Array.isArray(value)
    ? value.map((member) => encoded(name, member)).join()
    : encoded(name, value);
/** All parameters in style `simple`, under their own names. */
export const simplePath = (template, given) =>
  expandPath(template, (name) => pathSimple(name, own(given, name)));
/**
 * Fills in a path template. A parameter stays within its segment: `/` is encoded. A segment that a
 * server may take for a dot segment, however often it decodes it, is refused: `encodeURIComponent("..")`
 * is `".."`, which a URL parser folds into the parent (RFC 3986 §5.2.4). Some servers take away what begins with `;` first.
 *
 * @throws TypeError naming the parameter, never its value
 */
export function expandPath(template, expand) {
  const filled = (name) =>
    expand(name) || refuse(`path parameter "${name}" is empty`);
  let [path = "", ...parts] = template.split("{");
  for (const part of parts) {
    const end = part.indexOf("}");
    path +=
      end < 0 ? `{${part}` : filled(part.slice(0, end)) + part.slice(end + 1);
  }
  return /(^|\/)(\.|%(25)*2e){1,2}([/?#;]|$)/i.test(path)
    ? refuse(`a segment of "${template}" is a dot segment`)
    : path;
}
function refuse(why) {
  throw new TypeError(why);
}
