import { mkdirSync, writeFileSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EmittedFile } from "../../ir/emitted-file.ts";
import { memoise } from "../../util/memoise.ts";
import { removeFile } from "../remove-file.ts";
import { hold, makeFolder } from "./hold.ts";
import { commit, preparedName, type Journal } from "./journal.ts";
import { moveAll } from "./move-all.ts";

/** Files that are prepared for a folder. Until they are settled nothing in it is touched. */
export interface Stage {
  /** Settles once the folder is held; rejects, where that cannot be had. */
  readonly ready: Promise<unknown>;
  prepare(file: EmittedFile): Promise<void>;
  /** Puts all prepared files in their places and deletes others. A crash in between is made up for by the next run. */
  settle(journal: Journal): Promise<void>;
  /** Takes back what was prepared, with the folders that were made for it. */
  abandon(): Promise<void>;
}

/** Holds a folder, which is made where there is none. */
export function createStage(folder: string): Stage {
  const undo = makeFolder(folder);
  const held = undo.then(() => realpath(folder)).then(hold);
  // Whoever asks for it hears of a failure; until then nobody has to.
  held.catch(() => {});
  const make = memoise((inner: string) =>
    mkdirSync(inner, { recursive: true }),
  );
  let isCommitted = false;
  return {
    ready: held,
    async prepare({ path, text }) {
      const target = join((await held).staging, preparedName, path);
      // Small files: to have them written by other threads costs more than to write them.
      make(dirname(target));
      writeFileSync(target, text);
    },
    async settle(journal) {
      const { root, staging, release, leave } = await held;
      await commit(staging, journal);
      isCommitted = true;
      try {
        await moveAll(join(staging, preparedName), root);
        for (const { path } of journal.deleted) await removeFile(root, path);
        await release();
      } catch (error) {
        await leave().catch(() => {});
        throw error;
      }
    },
    async abandon() {
      // What has been begun is for the next run to finish.
      if (isCommitted) return;
      const taken = await held.catch(() => undefined);
      await taken
        ?.release()
        .catch(taken.leave)
        .catch(() => {});
      await undo.then((remove) => remove()).catch(() => {});
    },
  };
}
