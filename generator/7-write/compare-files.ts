import { lstat, readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { header, manifestName, parseManifest } from "./manifest.ts";
import { isSafePath } from "./safe-path.ts";

/** One file to be written, its path relative to the output folder, `/` between folders. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

export interface Comparison {
  readonly written: readonly OutputFile[];
  readonly unchanged: readonly string[];
  /** Written by an earlier run, and no longer wanted. */
  readonly deleted: readonly string[];
  readonly foreign: readonly string[];
  /** All files of this run. */
  readonly owned: readonly string[];
  /** The manifest's text as it is on disk. */
  readonly manifest: string | undefined;
}

/** Compares, byte for byte, what should be in a folder with what is. */
export async function compareFiles(
  files: readonly OutputFile[],
  folder: string,
): Promise<Comparison> {
  const root = await realpath(folder).catch(() => folder);
  const manifest = (await read(root, manifestName))?.toString();
  const listed = new Set(parseManifest(manifest));
  const written: OutputFile[] = [];
  const unchanged: string[] = [];
  const foreign: string[] = [];
  for (const file of files) {
    const found = await read(root, file.path);
    if (found === undefined) written.push(file);
    else if (found !== "not a file" && found.equals(Buffer.from(file.text)))
      unchanged.push(file.path);
    else if (found !== "not a file" && isOurs(file.path, found, listed))
      written.push(file);
    else foreign.push(file.path);
  }
  const owned = files.map((file) => file.path);
  const wanted = new Set(owned);
  const deleted: string[] = [];
  for (const path of listed) {
    // The manifest is a file that others may edit: it can name nothing outside of the folder.
    if (wanted.has(path) || !isSafePath(path)) continue;
    const found = await read(root, path);
    if (
      found !== undefined &&
      found !== "not a file" &&
      isOurs(path, found, listed)
    )
      deleted.push(path);
  }
  return { written, unchanged, deleted, foreign, owned, manifest };
}

/** A source file of ours says so in its first line; others, such as package.json, only in the manifest. */
function isOurs(
  path: string,
  bytes: Buffer,
  listed: ReadonlySet<string>,
): boolean {
  const text = bytes.subarray(0, 200).toString();
  return /\.[cm]?[jt]s$/.test(path)
    ? text.startsWith(header)
    : listed.has(path);
}

/** The bytes of a file in the folder; `undefined` where there is nothing. Refuses to follow a link out of it. */
async function read(
  root: string,
  path: string,
): Promise<Buffer | "not a file" | undefined> {
  const absolute = join(root, path);
  await refuseLinkOut(root, dirname(absolute));
  try {
    return (await lstat(absolute)).isFile()
      ? await readFile(absolute)
      : "not a file";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "ENOTDIR") return "not a file";
    throw error;
  }
}

async function refuseLinkOut(root: string, folder: string): Promise<void> {
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined) {
    if (folder !== root && dirname(folder) !== folder)
      await refuseLinkOut(root, dirname(folder));
    return;
  }
  const way = relative(root, real);
  if (way === ".." || way.startsWith(`..${sep}`)) {
    throw new Error(
      `internal: ${relative(root, folder)} links out of the output folder`,
    );
  }
}
