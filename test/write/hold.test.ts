import { spawn } from "node:child_process";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rmdir,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test } from "vitest";
import { startWriting, tidy, write } from "../../generator/7-write/index.ts";
import { generate } from "../../generator/index.ts";
import { hold } from "../../generator/7-write/staging/hold.ts";
import {
  isAlive,
  nobody,
  thisProcess,
} from "../../generator/7-write/staging/holder.ts";
import { hashOf } from "../../generator/lock/hash.ts";
import { about, clients } from "./client.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "telltale-hold-"));
});
const at = (path: string) => join(folder, path);

test("processes that write to one folder at once wait for each other", async () => {
  const script = fileURLToPath(new URL("write-client.ts", import.meta.url));
  const which = ["old", "new", "old", "new", "old", "new"];
  const codes = await Promise.all(
    which.map((each) => {
      const child = spawn(process.execPath, [script, folder, each], {
        stdio: "inherit",
      });
      return new Promise((resolve) => child.once("exit", resolve));
    }),
  );
  expect(codes).toEqual(which.map(() => 0));
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length + 1),
    );
  const index = await readFile(at("index.ts"), "utf8");
  const { old, new: renewed } = clients;
  const whole = index === old[0]?.text ? old : renewed;
  expect(paths.sort()).toEqual(
    [...whole.map(({ path }) => path), ".telltale.json"].sort(),
  );
  for (const { path, text } of whole)
    expect(await readFile(at(path), "utf8"), path).toBe(text);
});

test("runs in one process wait as well, and each finds what the one before it left", async () => {
  const all = ["old", "new", "old"] as const;
  const done = await Promise.all(
    all.map((each) => write(clients[each], folder, about, { mode: "write" })),
  );
  for (const { edited, untold, foreign } of done)
    expect([edited, untold, foreign]).toEqual([[], [], []]);
});

test("who holds a folder for longer than one waits is named, and nothing is touched", async () => {
  const { release } = await hold(folder);
  const before = await readdir(folder);
  const { ok, diagnostics } = await generate("api.yaml", {
    cwd: folder,
    output: ".",
    write: true,
  });
  expect(ok).toBe(false);
  expect(diagnostics.map(({ code }) => code)).toEqual(["write/busy"]);
  expect(diagnostics[0]?.message).toContain(`process ${process.pid}`);
  expect(await readdir(folder)).toEqual(before);
  await release();
  expect(await readdir(folder)).toEqual([]);
});

test("what fails in the middle is finished by the same process as well as by another", async () => {
  const writing = startWriting(folder, { mode: "write" });
  for (const file of clients.new) await writing.add(file);
  await mkdir(at("index.ts"));
  await expect(writing.finish(about)).rejects.toMatchObject({ code: "EISDIR" });
  await rmdir(at("index.ts"));
  expect(await tidy(folder)).toBe("finished");
  const { unchanged } = await write(clients.new, folder, about, {
    mode: "write",
  });
  expect(unchanged).toHaveLength(clients.new.length);
});

test("a holder is alive as long as its process is, of another machine for a minute", () => {
  const [machine, pid, started] = thisProcess.split("-");
  expect(isAlive(thisProcess, 0)).toBe(true);
  // A container's processes have the numbers of those in an earlier one.
  expect(isAlive(`${machine}-${pid}-${Number(started) - 60}`, Date.now())).toBe(
    false,
  );
  expect(isAlive(`${machine}-${process.ppid}-1`, 0)).toBe(true);
  expect(isAlive(`${machine}-999999999-1`, Date.now())).toBe(false);
  expect(isAlive("00000000-1-1", Date.now())).toBe(true);
  expect(isAlive("00000000-1-1", Date.now() - 100_000)).toBe(false);
  expect(isAlive(nobody, Date.now())).toBe(false);
});

/** What a run leaves that was killed once its journal was written; anybody could have put it there. */
async function leave(journal: object): Promise<void> {
  await mkdir(at(".telltale-staging/new"), { recursive: true });
  await writeFile(at(`.telltale-staging/holder-${nobody}`), "");
  await writeFile(
    at(".telltale-staging/journal.json"),
    JSON.stringify(journal),
  );
}

test("a journal leads nowhere out of the folder", async () => {
  const outside = await mkdtemp(join(tmpdir(), "telltale-outside-"));
  await writeFile(join(outside, "theirs.ts"), "theirs");
  await symlink(outside, at("types"));
  await leave({
    files: [
      { path: "types/evil.ts", after: hashOf("evil") },
      { path: "../evil.ts", after: hashOf("evil") },
    ],
    deleted: [{ path: "types/theirs.ts", before: hashOf("theirs") }],
  });
  await mkdir(at(".telltale-staging/new/types"));
  await writeFile(at(".telltale-staging/new/types/evil.ts"), "evil");
  await writeFile(at(".telltale-staging/evil.ts"), "evil");
  await expect(tidy(folder)).rejects.toThrow("links out");
  expect(await readdir(outside)).toEqual(["theirs.ts"]);
});

test("what a person changed since a run was cut short is theirs, and what is broken is not put in its place", async () => {
  await writeFile(at("edited.ts"), "mine");
  await writeFile(at("kept.ts"), "mine");
  await writeFile(at("old.ts"), "old");
  await leave({
    files: [
      { path: "edited.ts", before: hashOf("old"), after: hashOf("new") },
      { path: "old.ts", before: hashOf("old"), after: hashOf("new") },
      { path: "whole.ts", after: hashOf("new") },
    ],
    deleted: [{ path: "kept.ts", before: hashOf("old") }],
  });
  await writeFile(at(".telltale-staging/new/edited.ts"), "new");
  await writeFile(at(".telltale-staging/new/old.ts"), "");
  await writeFile(at(".telltale-staging/new/whole.ts"), "new");
  expect(await tidy(folder)).toBe("finished");
  const texts = ["edited.ts", "kept.ts", "old.ts", "whole.ts"].map((path) =>
    readFile(at(path), "utf8"),
  );
  expect(await Promise.all(texts)).toEqual(["mine", "mine", "old", "new"]);
  expect(await readdir(folder)).not.toContain(".telltale-staging");
});

test.each(["", "{", "[]", '{ "files": [1], "deleted": [] }', "null"])(
  "%j is no journal: what was prepared is removed",
  async (text) => {
    await leave({});
    await writeFile(at(".telltale-staging/journal.json"), text);
    expect(await tidy(folder)).toBe("removed");
    expect(await readdir(folder)).toEqual([]);
  },
);
