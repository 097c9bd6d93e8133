import { findMediaType } from "./media-type.js";
import type { Reader } from "./read.js";

/**
 * Reads a response by the Content-Type that arrived: the most specific of those documented (OAS 3.1
 * §4.8.17). By the first one where it is none of them, or says nothing.
 */
export function byContentType(
  readers: Readonly<Record<string, Reader>>,
): Reader {
  const types = Object.keys(readers);
  return (response, undecodable, broken) => {
    const type = response.headers.get("content-type") ?? "";
    const found = findMediaType(types, type) ?? types[0] ?? "";
    return readers[found]!(response, undecodable, broken);
  };
}
