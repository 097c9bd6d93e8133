import { readFile, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { budgets } from "./budgets.ts";
import type { LoadContext } from "./load.ts";

export interface TextFile {
  /** Becomes {@link Source.id}. */
  readonly id: string;
  readonly text: string;
}

/** Reads a text file: UTF-8 or UTF-16 by its byte order mark, which is taken off. */
export async function readText(
  path: string,
  context: LoadContext,
): Promise<TextFile | undefined> {
  const { report } = context;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    report("unsupported/remote-description", { source: path, pointer: "" }, {});
    return undefined;
  }
  const absolute = resolve(context.cwd, path);
  const id = relative(context.cwd, absolute).split(sep).join("/");
  const origin = { source: id, pointer: "" };
  try {
    const { size } = await stat(absolute);
    if (size > budgets.fileBytes) {
      report("load/too-large", origin, {
        bytes: size,
        limit: budgets.fileBytes,
      });
      return undefined;
    }
    const text = decode(await readFile(absolute));
    if (typeof text === "string") return { id, text };
    report("load/not-text", origin, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR")
      report("load/not-found", origin, { path: id });
    else
      report("load/unreadable", origin, {
        path: id,
        reason: reasons[code ?? ""] ?? `${code}`,
      });
  }
  return undefined;
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: "it is a folder",
  EACCES: "access is denied",
  EPERM: "access is denied",
  ELOOP: "its symbolic links form a loop",
};

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
