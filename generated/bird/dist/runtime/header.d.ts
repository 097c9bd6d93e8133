// Generated from the runtime of telltale. Do not edit.

import type { ParameterStyle } from "./operation.js";
/** Header style `simple` (OAS 3.1 §4.8.12.4): `a,b`, and `key,value` for an object. */
export declare const simple: ParameterStyle;
/** Header style `simple` with `explode`: `key=value,key=value` for an object. */
export declare const simpleExploded: ParameterStyle;
/**
 * Sets a header, having checked what the platform would check too: but its error quotes the value, and
 * a header's value may be a secret. Tab and the visible characters of Latin-1 (RFC 9110 §5.5).
 *
 * @throws TypeError naming the header, never the value
 */
export declare function setHeader(
  headers: Headers,
  name: string,
  value: string,
): void;
