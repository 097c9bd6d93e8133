import { budgets } from "./budgets.ts";
import type { Report } from "../diagnostics/diagnostic.ts";

export interface TextFile {
  /** Becomes {@link Source.id}. */
  readonly id: string;
  readonly text: string;
}

/** Bytes as text: UTF-8, or UTF-16 by its byte order mark, which is taken off. Says what is wrong with others. */
export function decodeText(
  id: string,
  bytes: Buffer,
  report: Report,
): TextFile | undefined {
  const text = decode(bytes);
  if (typeof text === "string") return { id, text };
  report("load/not-text", { source: id, pointer: "" }, text);
  return undefined;
}

/** All of a stream; `undefined`, with a diagnostic, once it is larger than a file may be. */
export async function readBounded(
  id: string,
  stream: AsyncIterable<Uint8Array>,
  report: Report,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > budgets.fileBytes) {
      reportTooLarge(id, bytes, report);
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const reportTooLarge = (
  id: string,
  bytes: number,
  report: Report,
): void =>
  report(
    "load/too-large",
    { source: id, pointer: "" },
    { bytes, limit: budgets.fileBytes },
  );

function decode(bytes: Buffer): string | { seems: string } {
  const known = signatures.find(([start]) =>
    bytes.subarray(0, start.length).equals(start),
  );
  if (known !== undefined) return { seems: known[1] };
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? { seems: "a binary file" } : text;
  } catch {
    return {
      seems: `neither text in ${encoding.toUpperCase()} nor a format known here`,
    };
  }
}

/** What people save under the wrong name, by its first bytes. */
const signatures: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0x1f, 0x8b]), "a gzip archive"],
  [Buffer.from([0x50, 0x4b, 0x03, 0x04]), "a zip archive"],
  [Buffer.from("%PDF-"), "a PDF document"],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), "a PNG image"],
];
