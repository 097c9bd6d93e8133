import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** All files below a folder, their paths relative to it, sorted. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !path.split("/").includes("node_modules"))
    .sort();
}
