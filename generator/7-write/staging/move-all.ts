import { readdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { inLanes } from "../../util/in-lanes.ts";

/** Moved at a time: the disk is waited for, not the processor. */
const lanes = 8;

/** Moves what is prepared to its place; a folder that is not there yet goes as a whole. */
export async function moveAll(prepared: string, root: string): Promise<void> {
  const entries = await readdir(prepared, { withFileTypes: true });
  await inLanes(lanes, entries, async (entry) => {
    const from = join(prepared, entry.name);
    const to = join(root, entry.name);
    try {
      await rename(from, to);
    } catch (error) {
      if (!entry.isDirectory() || !(await isFolder(to))) throw error;
      await moveAll(from, to);
    }
  });
}

const isFolder = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
};
