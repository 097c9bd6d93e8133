import { readFile, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { budgets } from "./budgets.ts";
import { decodeText, reportTooLarge, type TextFile } from "./decode-text.ts";
import type { LoadContext } from "./load.ts";

/** Reads a text file. */
export async function readText(
  path: string,
  { cwd, report, record }: Pick<LoadContext, "cwd" | "report" | "record">,
): Promise<TextFile | undefined> {
  const absolute = resolve(cwd, path);
  const id = relative(cwd, absolute).split(sep).join("/");
  const origin = { source: id, pointer: "" };
  try {
    const { size } = await stat(absolute);
    if (size <= budgets.fileBytes) {
      const bytes = await readFile(absolute);
      record?.({ path: absolute }, bytes);
      return decodeText(id, bytes, report);
    }
    reportTooLarge(id, size, report);
    record?.({ path: absolute }, "unread");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    record?.({ path: absolute }, code === "ENOENT" ? "absent" : "unread");
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
