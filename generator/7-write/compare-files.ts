import { lstatSync, readFileSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { EmittedFile } from "../ir/emitted-file.ts";
import { hashOf, withLineFeeds } from "../lock/hash.ts";
import { header, lockName, parseLock } from "../lock/lock.ts";
import { memoise } from "../util/memoise.ts";
import { isSafePath } from "../util/safe-path.ts";

/**
 * What is in the place of a file. `stale`: as telltale wrote it once. `edited`: telltale wrote it, and a person
 * changed it since. `untold`: ours, and no lock file says what we wrote. `foreign`: none of ours.
 */
export type Standing =
  "missing" | "unchanged" | "stale" | "edited" | "untold" | "foreign";

export interface Compared {
  readonly standing: Standing;
  /** Of what is there; `undefined` where there is nothing that could be read. */
  readonly hash: string | undefined;
}

export interface Comparison {
  /** The lock file's text as it is on disk. */
  readonly lock: string | undefined;
  compare(file: EmittedFile): Promise<Compared>;
  /** What an earlier run wrote and is not among the paths that are wanted now. */
  leftOver(
    wanted: ReadonlySet<string>,
  ): Promise<readonly (Compared & { readonly path: string })[]>;
}

/** Compares what should be in a folder with what is, line ends aside. */
export async function compareWith(folder: string): Promise<Comparison> {
  const root = await realpath(folder).catch(() => folder);
  const within = memoise((inner: string) => refuseLinkOut(root, inner));
  const read = async (path: string) => {
    const absolute = join(root, path);
    await within(dirname(absolute));
    return readBytes(absolute);
  };
  const lock = (await read(lockName))?.toString();
  const listed = parseLock(lock)?.files ?? new Map<string, string>();
  return {
    lock,
    async compare({ path, text }) {
      const found = await read(path);
      if (found === undefined) return { standing: "missing", hash: undefined };
      if (found === "not a file")
        return { standing: "foreign", hash: undefined };
      const hash = hashOf(found);
      const isSame =
        found.equals(Buffer.from(text)) ||
        Buffer.from(text).equals(withLineFeeds(found));
      return isSame
        ? { standing: "unchanged", hash }
        : { standing: ownership(path, found, hash, listed), hash };
    },
    async leftOver(wanted) {
      const all: (Compared & { path: string })[] = [];
      for (const path of listed.keys()) {
        // The lock is a file that others may edit: it can name nothing outside of the folder.
        if (wanted.has(path) || !isSafePath(path)) continue;
        const found = await read(path);
        if (found === undefined || found === "not a file") continue;
        const hash = hashOf(found);
        all.push({
          path,
          hash,
          standing: ownership(path, found, hash, listed),
        });
      }
      return all;
    },
  };
}

/** Whose a file is. A source file of ours says so in its first line; others, such as package.json, only in the lock. */
function ownership(
  path: string,
  found: Buffer,
  hash: string,
  listed: ReadonlyMap<string, string>,
): "stale" | "edited" | "untold" | "foreign" {
  const written = listed.get(path);
  if (written === hash) return "stale";
  const isSource = /\.[cm]?[jt]s$/.test(path);
  const isOurs = isSource
    ? found.subarray(0, header.length).toString() === header
    : written !== undefined;
  if (!isOurs) return "foreign";
  return written ? "edited" : "untold";
}

/** The bytes of a file; `undefined` where there is nothing. */
function readBytes(absolute: string): Buffer | "not a file" | undefined {
  try {
    const found = lstatSync(absolute, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    return found.isFile() ? readFileSync(absolute) : "not a file";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "ENOTDIR") return "not a file";
    throw error;
  }
}

/** Fails where a folder leads out of the one that we write to. */
export async function refuseLinkOut(
  root: string,
  folder: string,
): Promise<void> {
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
