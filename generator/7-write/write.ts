import { randomBytes } from "node:crypto";
import {
  mkdir,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  compareFiles,
  type Comparison,
  type OutputFile,
} from "./compare-files.ts";
import { manifestName, renderManifest } from "./manifest.ts";
import { checkPaths } from "./safe-path.ts";

/** check compares only; dry-run says what write would do; neither touches the disk. */
export type WriteMode = "write" | "check" | "dry-run";

/** Paths relative to the folder, sorted. Of `check` and `dry-run`: what `write` would have done. */
export interface Written {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly deleted: readonly string[];
  /** In the way and not ours: if there are any, nothing was written. */
  readonly foreign: readonly string[];
}

/** Makes the folder hold these files. Nothing is half written: all of them are prepared first. */
export async function write(
  files: readonly OutputFile[],
  folder: string,
  mode: WriteMode,
): Promise<Written> {
  checkPaths(files.map((file) => file.path));
  const compared = await compareFiles(files, folder);
  if (mode === "write" && compared.foreign.length === 0)
    await apply(compared, folder);
  const { written, unchanged, deleted, foreign } = compared;
  return {
    written: written.map((file) => file.path).sort(),
    unchanged: [...unchanged].sort(),
    deleted: [...deleted].sort(),
    foreign: [...foreign].sort(),
  };
}

interface Prepared {
  readonly temporary: string;
  readonly path: string;
}

async function apply(compared: Comparison, folder: string): Promise<void> {
  const { written, deleted, owned, manifest } = compared;
  if (
    written.length === 0 &&
    deleted.length === 0 &&
    manifest === renderManifest(owned)
  )
    return;
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);
  // Until stale files are gone the manifest lists them too: a run that is cut short forgets none.
  const listed = {
    path: manifestName,
    text: renderManifest([...owned, ...deleted]),
  };
  const prepared: Prepared[] = [];
  try {
    for (const file of [listed, ...written])
      prepared.push(await prepare(file, root));
    for (const { temporary, path } of prepared) await rename(temporary, path);
  } catch (error) {
    await Promise.all(
      prepared.map(({ temporary }) => rm(temporary, { force: true })),
    );
    throw error;
  }
  for (const path of deleted) await remove(root, path);
  if (deleted.length > 0) {
    await replaceFile(root, {
      path: manifestName,
      text: renderManifest(owned),
    });
  }
}

/** Replaces one file at a stroke: a reader sees the old text or the new one. */
export async function replaceFile(
  folder: string,
  file: OutputFile,
): Promise<void> {
  const { temporary, path } = await prepare(file, folder);
  await rename(temporary, path);
}

/** Writes beside the place it will take, as a rename is atomic only within a file system. */
async function prepare(file: OutputFile, root: string): Promise<Prepared> {
  const path = join(root, file.path);
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(
    dirname(path),
    `.telltale-${randomBytes(6).toString("hex")}.tmp`,
  );
  await writeFile(temporary, file.text);
  return { temporary, path };
}

/** Deletes a file and the folders that it leaves empty. */
async function remove(root: string, path: string): Promise<void> {
  await rm(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      await rmdir(join(root, folder));
    } catch {
      return;
    }
  }
}
