import {
  mkdir,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, nobody, pidOf, thisProcess, type Holder } from "./holder.ts";
import { recover, type Recovered } from "./recover.ts";
import { stagingName } from "./staging-name.ts";

/** A folder that one process holds, and no other writes to. */
export interface Hold {
  /** The folder, links resolved. */
  readonly root: string;
  /** Inside of it, for what is being prepared. */
  readonly staging: string;
  /** What became of what an earlier run left. */
  readonly recovered: Recovered | undefined;
  /** Gives the folder up, and deletes what was prepared. */
  release(): Promise<void>;
  /** Gives the folder up as it is: the next run finishes what the journal says. */
  leave(): Promise<void>;
}

/** Another process has been writing to the folder for as long as we waited. */
export class FolderBusy extends Error {
  /** The number of the process. */
  readonly holder: string;
  constructor(holder: Holder) {
    super("another process is writing to the folder");
    this.holder = pidOf(holder);
  }
}

const waitMs = 10_000;

/** Takes hold of a folder that exists. Waits for who holds it now, and brings to its end what a dead process left. */
export async function hold(root: string): Promise<Hold> {
  const staging = join(root, stagingName);
  const mine = `${staging}-${thisProcess}-${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(mine);
    await writeFile(join(mine, holderFile(thisProcess)), "");
    return await take(root, staging, mine);
  } catch (error) {
    await rm(mine, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

async function take(
  root: string,
  staging: string,
  mine: string,
): Promise<Hold> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    if (await isDone(rename(mine, staging)))
      return held(root, staging, mine, await sweep(root));
    const { holder, touchedAt } = await holderOf(staging);
    if (holder !== undefined && !isAlive(holder, touchedAt)) {
      // Of all that see a dead holder one succeeds: the others find no such file.
      const [dead, own] = [holder, thisProcess].map((each) =>
        join(staging, holderFile(each)),
      ) as [string, string];
      if (await isDone(rename(dead, own))) {
        await rm(mine, { recursive: true });
        return await takeOver(held(root, staging, mine, undefined));
      }
    }
    if (Date.now() > deadline) throw new FolderBusy(holder ?? nobody);
    await sleep(20);
  }
}

/** Finishes what was left there. Where that fails the next one may try. */
async function takeOver(taken: Hold): Promise<Hold> {
  try {
    const recovered = await recover(taken.root, taken.staging);
    await sweep(taken.root);
    return { ...taken, recovered };
  } catch (error) {
    await taken.leave();
    throw error;
  }
}

function held(
  root: string,
  staging: string,
  mine: string,
  recovered: Recovered | undefined,
): Hold {
  return {
    root,
    staging,
    recovered,
    async release() {
      await rename(staging, mine);
      await rm(mine, { recursive: true, force: true });
    },
    leave: () =>
      rename(
        join(staging, holderFile(thisProcess)),
        join(staging, holderFile(nobody)),
      ),
  };
}

const holderFile = (holder: Holder): string => `holder-${holder}`;

/** Who holds a folder; nobody, where it was given up just now. */
async function holderOf(staging: string) {
  try {
    const { mtimeMs: touchedAt } = await stat(staging);
    const file = (await readdir(staging)).find((name) =>
      name.startsWith("holder-"),
    );
    return { holder: file?.slice("holder-".length), touchedAt };
  } catch {
    return { holder: undefined, touchedAt: 0 };
  }
}

/** Deletes what processes left that died before they held the folder, or after. */
async function sweep(root: string): Promise<Recovered | undefined> {
  let swept: Recovered | undefined;
  for (const name of await leavings(root)) {
    const holder = name
      .slice(stagingName.length + 1)
      .replace(/-[0-9a-f]+$/, "");
    const { mtimeMs } = await stat(join(root, name)).catch(() => ({
      mtimeMs: Date.now(),
    }));
    if (isAlive(holder, mtimeMs)) continue;
    await rm(join(root, name), { recursive: true, force: true });
    swept = "removed";
  }
  return swept;
}

const leavings = async (root: string): Promise<readonly string[]> =>
  (await readdir(root)).filter((name) => name.startsWith(`${stagingName}-`));

/** Whether a rename was possible. What is not there, or in the way, is no fault. */
async function isDone(renamed: Promise<void>): Promise<boolean> {
  try {
    await renamed;
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (/^(ENOTEMPTY|EEXIST|ENOENT|EPERM)$/.test(code)) return false;
    throw error;
  }
}

/**
 * Makes a folder for as long as something is written to it: gives the way to delete it again, with the folders
 * above it that were made for it, as long as they are empty.
 */
export async function makeFolder(folder: string): Promise<() => Promise<void>> {
  const first = await mkdir(folder, { recursive: true });
  return async () => {
    if (first === undefined) return;
    try {
      for (let at = folder; at.length >= first.length; at = dirname(at))
        await rmdir(at);
    } catch {
      // Somebody has put something there.
    }
  };
}
