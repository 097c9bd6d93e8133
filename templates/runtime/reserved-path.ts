import type { PathStyle } from "./path.js";

/**
 * A path style with `allowReserved` (OAS 3.2 §4.12.2.1, RFC 6570 §3.2.3): reserved characters of a value, and what is
 * percent-encoded in it already, go out as they are. All but those that would end its segment, encoded or not: `/`, `\`,
 * `?` and `#`, the dots of a dot segment, and the brackets, which RFC 3986 §3.3 does not allow there.
 */
export function reservedPath(style: PathStyle): PathStyle {
  return (name, value) =>
    style(name, value)
      .replace(/%(3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent)
      .replace(/%25(?=[\dA-F]{2})(?!2F|5C|3F|23|2E)/gi, "%");
}
