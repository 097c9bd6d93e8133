import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What is to be done in a folder, once all of it is prepared. Done in part, it can be done again. */
export interface Journal {
  /** Prepared files, by the path that they go to. */
  readonly files: readonly Step[];
  readonly deleted: readonly Step[];
}

export interface Step {
  readonly path: string;
  /** Hash of what the path holds before; `undefined` where there is nothing. */
  readonly before?: string | undefined;
  /** Hash of what it holds then; `undefined` where it is deleted. */
  readonly after?: string | undefined;
}

export const journalName = "journal.json";

/** Prepared files, under the paths that they go to. */
export const preparedName = "new";

/** From here on there is no way back: the old files and the journal together are the new ones. */
export async function commit(staging: string, journal: Journal): Promise<void> {
  const path = join(staging, journalName);
  await writeFile(`${path}.tmp`, JSON.stringify(journal));
  await rename(`${path}.tmp`, path);
}

/** `undefined` where there is none, or none of ours. */
export function parseJournal(text: string | undefined): Journal | undefined {
  if (text === undefined) return undefined;
  try {
    const { files, deleted } = JSON.parse(text) as Record<
      keyof Journal,
      unknown
    >;
    return areSteps(files) && areSteps(deleted)
      ? { files, deleted }
      : undefined;
  } catch {
    return undefined;
  }
}

const areSteps = (value: unknown): value is readonly Step[] =>
  Array.isArray(value) &&
  value.every((step: unknown) => {
    const { path, before, after } = (step ?? {}) as Record<keyof Step, unknown>;
    return (
      typeof path === "string" &&
      [before, after].every(
        (hash) => hash === undefined || typeof hash === "string",
      )
    );
  });
