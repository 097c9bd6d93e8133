import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EmittedFile } from "../ir/emitted-file.ts";

/** Replaces one file at a stroke: a reader sees the old text or the new one. */
export async function replaceFile(
  folder: string,
  file: EmittedFile,
): Promise<void> {
  const path = join(folder, file.path);
  await mkdir(dirname(path), { recursive: true });
  // Beside the place it will take, as a rename is atomic only within a file system.
  const temporary = join(
    dirname(path),
    `.telltale-${randomBytes(6).toString("hex")}.tmp`,
  );
  try {
    await writeFile(temporary, file.text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
