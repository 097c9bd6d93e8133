import { lstat, readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { memoise } from "../util/memoise.ts";
import { header, manifestName, parseManifest } from "./manifest.ts";
import { isSafePath } from "./safe-path.ts";

/** One file to be written, its path relative to the output folder, `/` between folders. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** Where a file stands beside what is in the folder. `foreign`: something that is not ours is in its place. */
export type Standing = "written" | "unchanged" | "foreign";

export interface Comparison {
  /** The manifest's text as it is on disk. */
  readonly manifest: string | undefined;
  standingOf(file: OutputFile): Promise<Standing>;
  /** Paths written by an earlier run, and not among those that are wanted now. */
  stale(wanted: ReadonlySet<string>): Promise<readonly string[]>;
}

/** Compares, byte for byte, what should be in a folder with what is. */
export async function compareWith(folder: string): Promise<Comparison> {
  const root = await realpath(folder).catch(() => folder);
  const within = memoise((inner: string) => refuseLinkOut(root, inner));
  const read = async (path: string) => {
    const absolute = join(root, path);
    await within(dirname(absolute));
    return readBytes(absolute);
  };
  const manifest = (await read(manifestName))?.toString();
  const listed = new Set(parseManifest(manifest));
  return {
    manifest,
    standingOf: async (file) => standingOf(file, await read(file.path), listed),
    async stale(wanted) {
      const stale: string[] = [];
      for (const path of listed) {
        // The manifest is a file that others may edit: it can name nothing outside of the folder.
        if (wanted.has(path) || !isSafePath(path)) continue;
        const found = await read(path);
        if (
          found !== undefined &&
          found !== "not a file" &&
          isOurs(path, found, listed)
        )
          stale.push(path);
      }
      return stale;
    },
  };
}

/** What becomes of a file, by what stands in its place. */
function standingOf(
  { path, text }: OutputFile,
  found: Buffer | "not a file" | undefined,
  listed: ReadonlySet<string>,
): Standing {
  if (found === undefined) return "written";
  if (found === "not a file") return "foreign";
  if (found.equals(Buffer.from(text))) return "unchanged";
  return isOurs(path, found, listed) ? "written" : "foreign";
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

/** The bytes of a file; `undefined` where there is nothing. */
async function readBytes(
  absolute: string,
): Promise<Buffer | "not a file" | undefined> {
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

/** Fails where a folder leads out of the one that we write to. */
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
