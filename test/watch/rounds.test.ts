import { renameSync } from "node:fs";
import {
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inRounds, type Watching } from "../../generator/watch/rounds.ts";

let cwd: string;
let watching: Watching | undefined;
/** What the files held when they were last read. */
let state: readonly string[] = [];
let rounds = 0;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-rounds-"));
  await mkdir(at("folder"));
  for (const path of paths) await save(path, "0");
  // What is younger when a watch begins may be read twice.
  await sleep(50);
  rounds = 0;
});
afterEach(async () => {
  await watching?.close();
  await rm(cwd, { recursive: true });
});

const at = (path: string) => join(cwd, path);
const save = (path: string, text: string) => writeFile(at(path), text);
const paths = ["folder/a", "folder/b", "folder/c"];
const read = (path: string) =>
  readFile(at(path), "utf8").catch(({ code }: { code: string }) => code);
const contents = () => Promise.all(paths.map(read));

/** Rounds that read all files, and then take a while. */
function start(more: () => Promise<unknown> = async () => {}): Promise<void> {
  watching = inRounds(async () => {
    const found = await contents();
    await more();
    state = found;
    rounds++;
    return new Set(paths.map(at));
  });
  return expect.poll(() => rounds).toBeGreaterThan(0);
}
const expectRead = async () =>
  expect.poll(() => state).toEqual(await contents());

/** Puts another folder in the place of this one, at once, with files that have been there for a while. */
async function swapFolder(text: string): Promise<void> {
  await mkdir(at("new"));
  for (const path of paths)
    await save(path.replace("folder", "new"), await read(path));
  await save("new/a", text);
  await sleep(50);
  renameSync(at("folder"), at(`old-${text}`));
  renameSync(at("new"), at("folder"));
}

test("a folder that another takes the place of is seen, and so are saves in that one", async () => {
  await start();
  for (const text of ["one", "two"]) {
    await swapFolder(text);
    await expectRead();
    await save("folder/b", text);
    await expectRead();
  }
});

test("so is one whose folder above is another", async () => {
  await mkdir(at("deep/er"), { recursive: true });
  await rename(at("folder"), at("deep/er/folder"));
  const path = at("deep/er/folder/a");
  let text = "";
  watching = inRounds(async () => {
    text = await readFile(path, "utf8").catch(() => "none");
    return new Set([path]);
  });
  await expect.poll(() => text).toBe("0");
  await rename(at("deep"), at("old"));
  await expect.poll(() => text).toBe("none");
  await mkdir(at("deep/er/folder"), { recursive: true });
  await writeFile(path, "1");
  await expect.poll(() => text).toBe("1");
  await rename(at("deep"), at("deeper"));
  await rename(at("old"), at("deep"));
  await expect.poll(() => text).toBe("0");
});

test("a folder that is a file for a while ends nothing", async () => {
  await start();
  await rename(at("folder"), at("aside"));
  await save("folder", "a file");
  await expectRead();
  expect(state).toEqual(["ENOTDIR", "ENOTDIR", "ENOTDIR"]);
  await rm(at("folder"));
  await rename(at("aside"), at("folder"));
  await expectRead();
});

test.each<[string, () => Promise<unknown>]>([
  ["is saved", () => save("folder/a", "1")],
  ["is deleted", () => rm(at("folder/b"))],
  [
    "is replaced",
    async () => {
      await save("other", "2");
      await rename(at("other"), at("folder/c"));
    },
  ],
])("a file that %s after it was read is read again", async (_, change) => {
  let isFirst = true;
  await start(async () => {
    if (isFirst) await change();
    isFirst = false;
  });
  await expectRead();
  isFirst = true;
  await save("folder/b", "3");
  await expect.poll(() => isFirst).toBe(false);
  await expectRead();
});

test("a file is read again that keeps its size and time of change", async () => {
  await start();
  const time = new Date(1_700_000_000_000);
  for (const text of ["1", "2", "3"]) {
    await save("folder/a", text);
    await utimes(at("folder/a"), time, time);
    await expectRead();
  }
});

test("a link leads to what is watched, too", async () => {
  await mkdir(at("far"));
  await rename(at("folder/a"), at("far/a"));
  await symlink(at("far/a"), at("folder/a"));
  await start();
  await save("far/new", "1");
  await rename(at("far/new"), at("far/a"));
  await expectRead();
  await save("far/a", "2");
  await expectRead();
});

test("a busy folder above makes no rounds, and keeps none from being made", async () => {
  await start();
  const until = performance.now() + 1000;
  for (let i = 0; performance.now() < until; i++) {
    await mkdir(at(`noise-${i}`));
    await save(`folder/noise-${i}`, "");
  }
  expect(rounds).toBe(1);
  await save("folder/a", "1");
  await expectRead();
});

test("closing ends the wait, and nothing is read any more", async () => {
  await start();
  await watching?.close();
  await watching?.closed;
  await save("folder/a", "1");
  await sleep(300);
  expect(rounds).toBe(1);
});

test("whatever happens in quick succession, the last state is read in the end", async () => {
  const random = seeded(7);
  const below = (most: number) => Math.floor(random() * most);
  await start(() => sleep(below(60)));
  for (let time = 1; time <= 30; time++) {
    for (let step = below(4); step >= 0; step--) {
      const path = paths[below(paths.length)] ?? "";
      const text = `${time}.${step}`;
      const change = [
        () => save(path, text),
        () => rm(at(path), { force: true }),
        async () => {
          await save("new-file", text);
          await rename(at("new-file"), at(path));
        },
        () => swapFolder(text),
      ][below(4)];
      await change?.();
      await sleep(below(120));
    }
    await expectRead();
  }
});

/** Numbers from 0 up to 1 that are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
