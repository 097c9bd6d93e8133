import { randomBytes } from "node:crypto";
import {
  mkdir,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
} from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import {
  compareWith,
  type OutputFile,
  type Standing,
} from "./compare-files.ts";
import { manifestName, renderManifest } from "./manifest.ts";
import { inLanes } from "../util/in-lanes.ts";
import { memoise } from "../util/memoise.ts";
import { createPathCheck } from "./safe-path.ts";

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

/** A folder that files are being prepared for, as they come. Nothing is in its place before the end. */
export interface Writing {
  /** Compares a file with what is there, and prepares it. A failure is kept for the end. */
  add(file: OutputFile): Promise<void>;
  /** Puts all files in their places and deletes stale ones; nothing, where a foreign file is in the way. */
  finish(): Promise<Written>;
  /** Takes back what was prepared. */
  abandon(): Promise<void>;
}

/** Files put in their places at a time: the disk is waited for, not the processor. */
const lanes = 8;

/** Makes the folder hold these files. Nothing is half written: all of them are prepared first. */
export async function write(
  files: readonly OutputFile[],
  folder: string,
  mode: WriteMode,
): Promise<Written> {
  const writing = startWriting(folder, mode);
  await inLanes(lanes, files, writing.add);
  return writing.finish();
}

/** The same for files that are still being made. */
export function startWriting(folder: string, mode: WriteMode): Writing {
  const compared = compareWith(folder);
  // Whoever asks for it hears of a failure; until then nobody has to.
  compared.catch(() => {});
  const check = createPathCheck();
  const place = createPlace(folder);
  const paths: Record<Standing, string[]> = {
    written: [],
    unchanged: [],
    foreign: [],
  };
  const failures: unknown[] = [];
  return {
    async add(file) {
      if (failures.length > 0) return;
      try {
        check(file.path);
        const standing = await (await compared).standingOf(file);
        paths[standing].push(file.path);
        if (standing === "written" && mode === "write")
          await place.prepare(file);
      } catch (error) {
        failures.push(error);
      }
    },
    async finish() {
      try {
        if (failures.length > 0) throw failures[0];
        const { manifest, stale } = await compared;
        const owned = Object.values(paths).flat();
        const deleted = await stale(new Set(owned));
        const isWanted = mode === "write" && paths.foreign.length === 0;
        if (!isWanted) await place.abandon();
        else if (
          paths.written.length + deleted.length > 0 ||
          manifest !== renderManifest(owned)
        )
          await place.settle(owned, deleted);
        return {
          written: paths.written.sort(),
          unchanged: paths.unchanged.sort(),
          deleted: [...deleted].sort(),
          foreign: paths.foreign.sort(),
        };
      } catch (error) {
        await place.abandon();
        throw error;
      }
    },
    abandon: place.abandon,
  };
}

interface Prepared {
  readonly temporary: string;
  readonly path: string;
}

/** The folder itself: made with the first file that is prepared. */
function createPlace(folder: string) {
  const prepared: Prepared[] = [];
  const make = memoise((inner: string) => mkdir(inner, { recursive: true }));
  const root = memoise(async (made: string) => {
    await make(made);
    return realpath(made);
  });
  const put = ({ temporary, path }: Prepared) => rename(temporary, path);
  return {
    async prepare(file: OutputFile): Promise<void> {
      prepared.push(await prepare(file, await root(folder), make));
    },
    async settle(
      owned: readonly string[],
      deleted: readonly string[],
    ): Promise<void> {
      // Until stale files are gone the manifest lists them too: a run that is cut short forgets none.
      const text = renderManifest([...owned, ...deleted]);
      const at = await root(folder);
      const manifest = await prepare({ path: manifestName, text }, at, make);
      const files = [...prepared];
      prepared.push(manifest);
      await put(manifest);
      await inLanes(lanes, files, put);
      for (const path of deleted) await remove(at, path);
      if (deleted.length > 0)
        await replaceFile(at, {
          path: manifestName,
          text: renderManifest(owned),
        });
    },
    /** With the folders that were made for them. */
    async abandon(): Promise<void> {
      for (const { temporary } of prepared.splice(0)) {
        const at = await root(folder);
        await remove(at, relative(at, temporary));
      }
    },
  };
}

/** Replaces one file at a stroke: a reader sees the old text or the new one. */
export async function replaceFile(
  folder: string,
  file: OutputFile,
): Promise<void> {
  const make = (inner: string) => mkdir(inner, { recursive: true });
  const { temporary, path } = await prepare(file, folder, make);
  await rename(temporary, path);
}

/** Writes beside the place it will take, as a rename is atomic only within a file system. */
async function prepare(
  file: OutputFile,
  root: string,
  make: (folder: string) => Promise<unknown>,
): Promise<Prepared> {
  const path = join(root, file.path);
  await make(dirname(path));
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
