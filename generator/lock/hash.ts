import { hash } from "node:crypto";

/**
 * What tells one content from another: sha256 in hexadecimal, of which 128 bits are enough. Line ends count
 * as LF, so that a checkout with CRLF is the same content.
 */
export function hashOf(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return hash("sha256", withLineFeeds(bytes), "hex").slice(0, 32);
}

/** The same bytes, CRLF as LF. */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes("\r\n")
    ? Buffer.from(buffer.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
    : bytes;
}
