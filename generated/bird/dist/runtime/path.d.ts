// Generated from the runtime of telltale. Do not edit.

import type { Given } from "./operation.js";
/** Fills in the path template of an operation with the parameters given. */
export type PathExpander = (template: string, given: Given) => string;
/** Expands one path parameter to percent-encoded text. Gets anything, `undefined` included. */
export type PathStyle = (name: string, value: unknown) => string;
/**
 * Style `simple` (OAS 3.1 §4.8.12.4), the default: a scalar, or a list as `a,b`. Objects and the
 * other styles are in `path-styles.ts`.
 */
export declare const pathSimple: PathStyle;
/** All parameters in style `simple`, under their own names. */
export declare const simplePath: PathExpander;
/**
 * Fills in a path template. A parameter stays within its segment: `/` is encoded. A segment that a
 * server may take for a dot segment, however often it decodes it, is refused: `encodeURIComponent("..")`
 * is `".."`, which a URL parser folds into the parent (RFC 3986 §5.2.4). Some servers take away what begins with `;` first.
 *
 * @throws TypeError naming the parameter, never its value
 */
export declare function expandPath(
  template: string,
  expand: (name: string) => string,
): string;
