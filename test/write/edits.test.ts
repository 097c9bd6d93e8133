import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { write } from "../../generator/7-write/index.ts";
import { readLock } from "../../generator/lock/read-lock.ts";
import { about, source } from "./client.ts";

const files = [
  source("index.ts", "export {};"),
  source("types/pet.ts", "export type Pet = 1;"),
  { path: "README.md", text: "# Pets\n" },
];
const changed = files.map(({ path, text }) => ({
  path,
  text: `${text}// 2\n`,
}));
const lock = ".telltale.json";
let folder: string;
const into = (which: typeof files, overwrite = false) =>
  write(which, folder, about, { mode: "write", overwrite });
const at = (path: string) => join(folder, path);
const read = (path: string) => readFile(at(path), "utf8");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "telltale-edits-"));
  await into(files);
});

test.each(["index.ts", "README.md"])(
  "%s, changed by hand, is never written over, nor is anything beside it",
  async (path) => {
    await writeFile(at(path), `${await read(path)}// mine\n`);
    const { edited, written, deleted } = await into(changed);
    expect(edited).toEqual([path]);
    expect(written.length).toBe(2);
    expect(deleted).toEqual([]);
    expect(await read(path)).toContain("// mine");
    expect(await read("types/pet.ts")).toBe(files[1]?.text);
    expect((await into(changed, true)).edited).toEqual([]);
    expect(await read(path)).not.toContain("// mine");
  },
);

test("of what is written again, a file that stays the same is not touched", async () => {
  const before = await stat(at("types/pet.ts"));
  const one = [changed[0]!, files[1]!, files[2]!];
  expect((await into(one)).written).toEqual(["index.ts"]);
  const { ino, mtimeMs } = await stat(at("types/pet.ts"));
  expect({ ino, mtimeMs }).toEqual({
    ino: before.ino,
    mtimeMs: before.mtimeMs,
  });
});

test("a change by hand that is what would be written is no change", async () => {
  await writeFile(at("index.ts"), changed[0]!.text);
  expect((await into(changed)).unchanged).toEqual(["index.ts"]);
});

test("a file that is no longer wanted, and was changed by hand, is not deleted", async () => {
  await writeFile(at("types/pet.ts"), `${files[1]?.text}// mine\n`);
  expect((await into([files[0]!, files[2]!])).edited).toEqual(["types/pet.ts"]);
  expect(await read("types/pet.ts")).toContain("// mine");
  await into([files[0]!, files[2]!], true);
  await expect(read("types/pet.ts")).rejects.toThrow("ENOENT");
});

test("line ends that git converted are no change, and an update is written over them", async () => {
  for (const { path, text } of files)
    await writeFile(at(path), text.replaceAll("\n", "\r\n"));
  await writeFile(at(lock), (await read(lock)).replaceAll("\n", "\r\n"));
  expect(await into(files)).toMatchObject({ written: [], edited: [] });
  expect(await read("index.ts")).toContain("\r\n");
  expect(await into(changed)).toMatchObject({ edited: [], unchanged: [] });
  expect(await read("index.ts")).toBe(changed[0]?.text);
});

test("without a lock file what differs may be a person's; what is the same is taken up again", async () => {
  await rm(at(lock));
  expect(await into([...files.slice(0, 2)])).toMatchObject({
    untold: [],
    written: [],
  });
  expect([...(readLock(folder)?.files.keys() ?? [])]).toEqual([
    "index.ts",
    "types/pet.ts",
  ]);
  await rm(at(lock));
  const sources = changed.slice(0, 2);
  expect((await into(sources)).untold).toEqual(["index.ts", "types/pet.ts"]);
  expect(await read("index.ts")).toBe(files[0]?.text);
  expect((await into(sources, true)).written).toEqual([
    "index.ts",
    "types/pet.ts",
  ]);
});

test("a lock file of before, which knows no hashes, tells no more than none", async () => {
  await writeFile(
    at(lock),
    JSON.stringify({ files: files.map(({ path }) => path) }),
  );
  expect((await into(changed)).untold).toHaveLength(3);
  await into(files);
  expect((await into(changed)).written).toHaveLength(3);
});
