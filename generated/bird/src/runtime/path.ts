// Generated from the runtime of telltale. Do not edit.

import { encoded } from "./encode.js";
import type { Given } from "./operation.js";
import { own } from "./own.js";

/** Fills in the path template of an operation with the parameters given. */
export type PathExpander = (template: string, given: Given) => string;

/** Expands one path parameter to percent-encoded text. Gets anything, `undefined` included. */
export type PathStyle = (name: string, value: unknown) => string;

/**
 * Style `simple` (OAS 3.1 §4.8.12.4), the default: a scalar, or a list as `a,b`. Objects and the
 * other styles are in `path-styles.ts`.
 */
export const pathSimple: PathStyle = (name, value) =>
  [value]
    .flat()
    .map((member) => encoded(name, member))
    .join();

/** All parameters in style `simple`, under their own names. */
export const simplePath: PathExpander = (template, given) =>
  expandPath(template, (name) => pathSimple(name, own(given, name)));

/**
 * Fills in a path template. A parameter stays within its segment: `/` is encoded. A segment that a
 * server may take for a dot segment, however often it decodes it, is refused: `encodeURIComponent("..")`
 * is `".."`, which a URL parser folds into the parent (RFC 3986 §5.2.4).
 *
 * @throws TypeError naming the parameter, never its value
 */
export function expandPath(
  template: string,
  expand: (name: string) => string,
): string {
  const path = template.replace(
    /\{([^{}]*)\}/g,
    (_, name: string) => expand(name) || refuse(name),
  );
  // Nothing that was filled in has a slash: a segment of the path is one of the template.
  const dots = path.split("/").findIndex((segment) => isDots.test(segment));
  return dots < 0 ? path : refuse(template.split("/")[dots]);
}

const isDots = /^(\.|%(25)*2e){1,2}$/i;

function refuse(name: string | undefined): never {
  throw new TypeError(`path parameter "${name}" is empty or a dot segment`);
}
