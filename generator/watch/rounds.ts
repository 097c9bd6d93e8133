import { watchFiles } from "./watch-files.ts";

/** Something that goes on until it is closed. */
export interface Watching {
  /** Ends it; resolves once the round that is under way has come to its end. */
  close(): Promise<void>;
  /** Resolves once it was closed, rejects if a round did. */
  readonly closed: Promise<void>;
}

/**
 * Does a round of work, and another one whenever a file changes that the last one read.
 *
 * @param round is told which files changed, nothing the first time, and gives all files to watch, as absolute paths
 */
export function inRounds(
  round: (
    changed: ReadonlySet<string> | undefined,
  ) => Promise<ReadonlySet<string>>,
): Watching {
  let isClosed = false;
  const files = watchFiles();
  const work = async (): Promise<void> => {
    let changed: ReadonlySet<string> | undefined;
    try {
      while (!isClosed) {
        const since = Date.now();
        files.follow(await round(changed), since);
        changed = await files.change();
      }
    } finally {
      files.close();
    }
  };
  const closed = work();
  // Whoever asks for it hears of a failure.
  closed.catch(() => {});
  return {
    closed,
    async close() {
      isClosed = true;
      files.close();
      await closed.catch(() => {});
    },
  };
}
