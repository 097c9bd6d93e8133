import type { BodyEncoder } from "./body.js";
import { findMediaType } from "./media-type.js";
import { own } from "./own.js";

/**
 * A body in the media type that the caller names under `contentType`; in the first one if none is
 * named. A range (`image/*`) stands for every media type that is in it.
 *
 * @throws TypeError for a media type that the description does not list, and where there is only a range, and nothing
 *   says which of its media types the body is
 */
export function bodyChoice(
  encoders: Readonly<Record<string, BodyEncoder>>,
  key = "contentType",
): BodyEncoder {
  const known = Object.keys(encoders);
  return (value, given, signal) => {
    const asked = own(given, key);
    const type = typeof asked === "string" ? asked : known[0];
    const encoder = type && encoders[findMediaType(known, type) ?? ""];
    if (!encoder || (asked !== undefined && asked !== type))
      throw new TypeError(`"${key}" must be ${known.join(" or ")}`);
    const encoded = encoder(value, given, signal);
    if (type.includes("*")) {
      if (findMediaType([type], encoded.type)) return encoded;
      throw new TypeError(`"${key}" must name one of ${type}`);
    }
    // A multipart body says its own type, which has its boundary.
    return encoded.type.startsWith(`${type}; boundary=`)
      ? encoded
      : { ...encoded, type };
  };
}
