import { flat, members, scalar } from "./encode.js";
import type { ParameterStyle } from "./operation.js";

/** Header style `simple` (OAS 3.1 §4.8.12.4): `a,b`, and `key,value` for an object. */
export const simple: ParameterStyle = ({ headers }, name, value) => {
  const texts = flat(name, value);
  if (texts.length > 0) setHeader(headers, name, texts.join());
};

/** Header style `simple` with `explode`: `key=value,key=value` for an object. */
export const simpleExploded: ParameterStyle = ({ headers }, name, value) => {
  const texts = members(value).map(
    ([key, member]) =>
      (key === undefined ? "" : `${key}=`) + scalar(name, member),
  );
  if (texts.length > 0) setHeader(headers, name, texts.join());
};

/**
 * Sets a header, having checked what the platform would check too: but its error quotes the value, and
 * a header's value may be a secret. Tab and the visible characters of Latin-1 (RFC 9110 §5.5).
 *
 * @throws TypeError naming the header, never the value
 */
export function setHeader(headers: Headers, name: string, value: string): void {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw new TypeError(`header "${name}" cannot be sent`);
  }
  headers.set(name, value);
}
