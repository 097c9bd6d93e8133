import { once } from "node:events";
import { statSync } from "node:fs";
import { dirname, sep } from "node:path";
import type { FSWatcher } from "chokidar";

/** Files that are watched by way of their folders: however an editor saves, that is where it can be seen. */
export interface FileWatch {
  /**
   * Watches these files from now on, absolute paths, whether or not they are there. What changed after `since`
   * (milliseconds, as of `Date.now`) counts as well: no watch is there from the first moment on.
   */
  follow(paths: ReadonlySet<string>, since: number): Promise<void>;
  close(): Promise<void>;
}

/** Saving takes several steps, and several files are often saved together. */
const quietMs = 60;

/** Tells, once nothing has happened for a moment, which files changed, came or went. */
export function watchFiles(
  onChange: (paths: ReadonlySet<string>) => void,
): FileWatch {
  let wanted: ReadonlySet<string> = new Set();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  /** What the watcher is about; nothing, once a folder of it has come or gone. */
  let scope: string | undefined;
  let isClosed = false;

  const note = (hit: readonly string[]): void => {
    if (hit.length === 0 || isClosed) return;
    hit.forEach((path) => changed.add(path));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = changed;
      changed = new Set();
      onChange(paths);
    }, quietMs);
  };
  /** With a folder all that is wanted in it comes and goes. */
  const see = (event: string, path: string): void => {
    if (event.endsWith("Dir")) scope = undefined;
    const below = `${path}${sep}`;
    note([...wanted].filter((each) => each === path || each.startsWith(below)));
  };

  return {
    async follow(paths, since) {
      wanted = paths;
      const folders = foldersOf(paths);
      const now = [...folders.map(idOf), ...paths].sort().join("\n");
      if (now !== scope && folders.length > 0) {
        const { watch } = await import("chokidar");
        const before = watcher;
        scope = now;
        watcher = watch(folders, {
          ignoreInitial: true,
          depth: 0,
          ignored: (path, stats) =>
            stats?.isFile() === true && !paths.has(path),
        });
        watcher.on("all", see);
        // Such as a folder that goes away as it is looked at: the next round begins anew.
        watcher.on("error", () => (scope = undefined));
        await once(watcher, "ready");
        await before?.close();
      }
      note([...paths].filter((path) => changedAt(path) > since));
      if (isClosed) await watcher?.close();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await watcher?.close();
    },
  };
}

/** When a file was written, or put in its place. */
const changedAt = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;

/** A folder that goes away is silent about it: the one above says so, and that it is there again. */
function foldersOf(paths: ReadonlySet<string>): string[] {
  const nearest = new Set([...paths].map(nearestFolder));
  return [...new Set([...nearest].flatMap((each) => [each, dirname(each)]))];
}

/** One that was made anew is another folder, whatever its name. */
function idOf(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  return `${folder} ${found?.ino} ${found?.birthtimeMs}`;
}

/** The folder of a file, or what there is of the way to it. */
function nearestFolder(path: string): string {
  let folder = dirname(path);
  while (!isFolder(folder) && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
