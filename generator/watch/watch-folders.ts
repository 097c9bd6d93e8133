import { watch, type FSWatcher } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import { memoise } from "../util/memoise.ts";
import { nearestFolder } from "./nearest-folder.ts";
import { statIfAny } from "./stat-if-any.ts";

/** Hears what happens to files by way of their folders: however an editor saves, that is where it can be seen. */
export interface FolderWatch {
  /** Listens for these files from now on, in the folders that are there now. */
  point(paths: ReadonlySet<string>): void;
  close(): void;
}

interface Ear {
  readonly watcher: FSWatcher;
  readonly id: string;
}

/**
 * Says that something may have happened to a file. No more than a hint: where a folder cannot be watched, for want
 * of permission or of the system's means, there is none.
 */
export function watchFolders(onHint: () => void): FolderWatch {
  let names: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  const ears = new Map<string, Ear>();

  const deafen = (folder: string, { watcher }: Ear): void => {
    watcher.close();
    if (ears.get(folder)?.watcher === watcher) ears.delete(folder);
  };
  const listen = (folder: string): void => {
    const id = idOf(folder);
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || names.get(folder)?.has(name)) onHint();
      });
      const ear = { watcher, id };
      watcher.on("error", () => deafen(folder, ear));
      ears.set(folder, ear);
    } catch {
      // It may have gone just now, or never be heard.
    }
  };

  return {
    point(paths) {
      names = namesIn(paths);
      for (const [folder, ear] of ears)
        if (!names.has(folder) || ear.id !== idOf(folder)) deafen(folder, ear);
      for (const folder of names.keys()) if (!ears.has(folder)) listen(folder);
    },
    close() {
      for (const [folder, ear] of ears) deafen(folder, ear);
    },
  };
}

/**
 * By folder: which names in it matter. Where a file's own folder is not there, those on the way to it. A folder that
 * goes away is silent about it: the one above says so, and that it is there again.
 */
function namesIn(
  paths: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const add = (folder: string, name: string): void => {
    const known = names.get(folder);
    if (known === undefined) names.set(folder, new Set([name]));
    else known.add(name);
  };
  const nearest = memoise(nearestFolder);
  for (const path of paths) {
    const folder = nearest(dirname(path));
    add(folder, relative(folder, path).split(sep)[0] ?? "");
    add(dirname(folder), basename(folder));
  }
  return names;
}

/** One that was made anew is another folder, whatever its name. */
function idOf(folder: string): string {
  const found = statIfAny(folder);
  return `${found?.ino} ${found?.birthtimeMs}`;
}
