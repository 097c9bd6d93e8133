import { setTimeout as sleep } from "node:timers/promises";
import { stampOf, type Stamp } from "./stamp.ts";
import { watchFolders } from "./watch-folders.ts";

/**
 * Files that are watched by how they stand. Events only say when to look: one that is lost, comes late or names
 * another file makes no difference to what is found.
 */
export interface FileWatch {
  /**
   * Follows these files from now on, absolute paths, whether or not they are there. Of those that it did not follow
   * before, what changed after `since` counts as well (milliseconds, as of `Date.now`): they were read after that.
   */
  follow(paths: ReadonlySet<string>, since: number): void;
  /**
   * Resolves once files stand otherwise than when this was last asked, and have been left alone for a moment: which
   * changed, came or went. What happens from then on is for the next time. Nothing, once it is closed.
   */
  change(): Promise<ReadonlySet<string>>;
  close(): void;
}

/** Saving takes several steps, and several files are often saved together. */
const quietMs = 60;

/** What no event tells of: what a link leads to, a folder far above, a disk of another machine. */
const pollMs = 1000;

type Look = ReadonlyMap<string, Stamp>;

export function watchFiles(): FileWatch {
  let wanted: ReadonlySet<string> = new Set();
  /** How the files stood before they were last read. */
  let known = new Map<string, Stamp>();
  let isClosed = false;
  let wake = (): void => {};
  const folders = watchFolders(() => wake());

  /** Folders first: what happens after the look is heard. */
  const look = (): Look => {
    folders.point(wanted);
    return new Map([...wanted].map((path) => [path, stampOf(path)]));
  };
  const changedIn = (now: Look): string[] =>
    [...wanted].filter((path) => now.get(path) !== known.get(path));
  const event = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    wake = resolve;
    const timer = setTimeout(resolve, pollMs);
    await promise;
    clearTimeout(timer);
  };

  return {
    follow(paths, since) {
      wanted = paths;
      const before = known;
      known = new Map(
        [...paths].map((path) => [
          path,
          before.get(path) ?? stampOf(path, since),
        ]),
      );
    },
    async change() {
      if (isClosed) return new Set();
      let before = look();
      while (!isClosed) {
        const isNews = changedIn(before).length > 0;
        await (isNews ? quiet() : event());
        if (isClosed) break;
        const now = look();
        const changed = changedIn(now);
        if (isNews && changed.length > 0 && isSame(before, now)) {
          known = new Map(now);
          return new Set(changed);
        }
        before = now;
      }
      return new Set();
    },
    close() {
      isClosed = true;
      folders.close();
      wake();
    },
  };
}

const isSame = (before: Look, now: Look): boolean =>
  [...now].every(([path, stamp]) => before.get(path) === stamp);

/** A timer counts from when the event loop last came around, which may be long ago. */
async function quiet(): Promise<void> {
  const end = performance.now() + quietMs;
  for (let left = quietMs; left > 0; left = end - performance.now())
    await sleep(left);
}
