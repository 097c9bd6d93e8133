import { lstat, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hashOf } from "../../lock/hash.ts";
import { isSafePath } from "../../util/safe-path.ts";
import { refuseLinkOut } from "../compare-files.ts";
import { removeFile } from "../remove-file.ts";
import {
  journalName,
  parseJournal,
  preparedName,
  type Step,
} from "./journal.ts";

/** What became of a run that was cut short: it had begun to replace files, or had only prepared some. */
export type Recovered = "finished" | "removed";

/**
 * Brings to its end what an earlier run left in a folder that we hold. All that it says is checked: the folder may come
 * from anywhere, and a file that somebody has changed since then is theirs.
 */
export async function recover(
  root: string,
  staging: string,
): Promise<Recovered> {
  const text = await readFile(join(staging, journalName), "utf8").catch(
    () => undefined,
  );
  const journal = parseJournal(text);
  for (const step of journal?.files ?? []) await place(step, root, staging);
  for (const step of journal?.deleted ?? []) {
    const isOurs = await isAsBefore(step, root);
    if (isOurs) await removeFile(root, step.path);
  }
  await rm(join(staging, journalName), { force: true });
  for (const name of await readdir(staging))
    if (!name.startsWith("holder-"))
      await rm(join(staging, name), { recursive: true });
  return journal === undefined ? "removed" : "finished";
}

/** Moves what was prepared; nothing, if that was done before. */
async function place(step: Step, root: string, staging: string): Promise<void> {
  const prepared = join(staging, preparedName);
  if ((await hashAt(prepared, step.path)) !== step.after) return;
  if (!(await isAsBefore(step, root))) return;
  const target = join(root, step.path);
  await mkdir(dirname(target), { recursive: true });
  await rename(join(prepared, step.path), target);
}

const isAsBefore = async (
  { path, before }: Step,
  root: string,
): Promise<boolean> =>
  isSafePath(path) && (await hashAt(root, path)) === before;

/** The hash of a file below a folder, no link followed out of it; `undefined` where there is none. */
async function hashAt(root: string, path: string): Promise<string | undefined> {
  if (!isSafePath(path)) return undefined;
  const absolute = join(root, path);
  await refuseLinkOut(root, dirname(absolute));
  const found = await lstat(absolute).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isFile() ? hashOf(await readFile(absolute)) : "not a file";
}
