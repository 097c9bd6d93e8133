import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  startWriting,
  write as writeWith,
  type About,
  type WriteOptions,
} from "../../generator/7-write/index.ts";
import type { EmittedFile } from "../../generator/index.ts";

const ours = (text: string) =>
  `// Generated from api.yaml (T 1). Do not edit.\n${text}\n`;
const files = [
  { path: "index.ts", text: ours("export {};") },
  { path: "types/pet.ts", text: ours("export type Pet = 1;") },
  { path: "package.json", text: "{}\n" },
];
const about: About = {
  telltale: "0.1.0",
  options: "",
  imports: ".js",
  warnings: 0,
  inputs: new Map(),
  tags: new Map(),
};
const write = (
  wanted: readonly EmittedFile[],
  folder: string,
  mode: WriteOptions["mode"],
  overwrite = false,
) => writeWith(wanted, folder, about, { mode, overwrite });
const none = {
  written: [],
  missing: [],
  unchanged: [],
  deleted: [],
  foreign: [],
  edited: [],
  untold: [],
};
const paths = ["index.ts", "package.json", "types/pet.ts"];

async function temporary(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "telltale-write-")), "out");
}
const list = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const all = [".telltale.json", ...paths];

test("writes all files; a second run touches none", async () => {
  const folder = await temporary();
  expect(await write(files, folder, "write")).toEqual({
    ...none,
    written: paths,
    missing: paths,
  });
  expect(await list(folder)).toEqual(all);
  const before = await stat(join(folder, "index.ts"));
  const manifest = await stat(join(folder, ".telltale.json"));
  expect((await write(files, folder, "write")).unchanged).toEqual(paths);
  expect((await stat(join(folder, "index.ts"))).ino).toBe(before.ino);
  expect((await stat(join(folder, ".telltale.json"))).ino).toBe(manifest.ino);
});

test("deletes what it once wrote, with the folders left empty, and nothing else", async () => {
  const folder = await temporary();
  await write(files, folder, "write");
  await writeFile(
    join(folder, "mine.ts"),
    ours("// a copy that a person made"),
  );
  await mkdir(join(folder, "other"));
  await writeFile(join(folder, "other", "index.ts"), ours("// another client"));
  const { deleted } = await write([files[0]!], folder, "write");
  expect(deleted).toEqual(["package.json", "types/pet.ts"]);
  expect(await list(folder)).toEqual([
    ".telltale.json",
    "index.ts",
    "mine.ts",
    "other/index.ts",
  ]);
  await expect(stat(join(folder, "types"))).rejects.toThrow("ENOENT");
});

test("a stale file that a person took over is left alone", async () => {
  const folder = await temporary();
  await write(files, folder, "write");
  await writeFile(join(folder, "types/pet.ts"), "export type Mine = 1;\n");
  expect((await write([files[0]!], folder, "write")).deleted).toEqual([
    "package.json",
  ]);
  expect(await readFile(join(folder, "types/pet.ts"), "utf8")).toContain(
    "Mine",
  );
});

test("what was prepared before a foreign file was met is taken back, folders and all", async () => {
  const folder = await temporary();
  await mkdir(folder);
  await writeFile(join(folder, "index.ts"), "// mine\n");
  const writing = startWriting(folder, { mode: "write" });
  await writing.add(files[1]!);
  expect(await list(folder)).toContain(".telltale-staging/new/types/pet.ts");
  await writing.add(files[0]!);
  expect((await writing.finish(about)).foreign).toEqual(["index.ts"]);
  expect(await readdir(folder)).toEqual(["index.ts"]);
});

test("files are in their places only at the end, and a run that is abandoned leaves nothing", async () => {
  const folder = await temporary();
  const writing = startWriting(folder, { mode: "write" });
  for (const file of files) await writing.add(file);
  const early = await list(folder);
  expect(early.filter((path) => path.includes("/new/"))).toHaveLength(3);
  expect(early.filter((path) => paths.includes(path))).toEqual([]);
  await writing.abandon();
  await expect(stat(folder)).rejects.toThrow("ENOENT");
});

test.each(["check", "dry-run"] as const)(
  "%s says what is stale and writes nothing",
  async (mode) => {
    const folder = await temporary();
    expect((await write(files, folder, mode)).written).toEqual(paths);
    await expect(stat(folder)).rejects.toThrow("ENOENT");
    await write(files, folder, "write");
    await rm(join(folder, "types/pet.ts"));
    await writeFile(join(folder, "index.ts"), ours("// mine"));
    const changed = { path: "client.ts", text: ours("export {};") };
    expect(await write([...files.slice(0, 2), changed], folder, mode)).toEqual({
      ...none,
      written: ["client.ts", "types/pet.ts"],
      missing: ["client.ts", "types/pet.ts"],
      deleted: ["package.json"],
      edited: ["index.ts"],
    });
    await write([files[1]!], folder, "write", true);
    expect(await list(folder)).toEqual([".telltale.json", "types/pet.ts"]);
  },
);

test("a file that is not ours is never overwritten, and then nothing is written", async () => {
  const folder = await temporary();
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "name": "mine" }');
  expect((await write(files, folder, "write")).foreign).toEqual([
    "package.json",
  ]);
  expect(await list(folder)).toEqual(["package.json"]);
  await rm(join(folder, "package.json"));
  await mkdir(join(folder, "index.ts"));
  expect((await write(files, folder, "write")).foreign).toEqual(["index.ts"]);
});

test.each([
  "../x.ts",
  "/etc/x.ts",
  "a/../../x.ts",
  "a//b.ts",
  "./x.ts",
  "",
  "a\\..\\x.ts",
  "C:x.ts",
  "x\0.ts",
])("refuses the path %j", async (path) => {
  const folder = await temporary();
  await expect(write([{ path, text: "" }], folder, "write")).rejects.toThrow(
    "internal:",
  );
  await expect(stat(folder)).rejects.toThrow("ENOENT");
});

test("refuses two paths that many systems hold for one", async () => {
  const twice = [
    { path: "types/Pet.ts", text: "" },
    { path: "types/pet.ts", text: "" },
  ];
  await expect(write(twice, await temporary(), "dry-run")).rejects.toThrow(
    "internal:",
  );
});

test("refuses a folder that links out, and a manifest that names files outside", async () => {
  const folder = await temporary();
  await mkdir(folder);
  await mkdir(join(folder, "..", "outside"));
  await symlink("../outside", join(folder, "types"));
  await expect(write(files, folder, "write")).rejects.toThrow("links out");
  expect(await list(join(folder, "..", "outside"))).toEqual([]);
  await rm(join(folder, "types"));
  await writeFile(join(folder, "..", "precious.json"), "{}");
  await writeFile(
    join(folder, ".telltale.json"),
    '{"files": ["../precious.json"]}',
  );
  await write(files, folder, "write");
  expect(await readFile(join(folder, "..", "precious.json"), "utf8")).toBe(
    "{}",
  );
});

test("if one file cannot be prepared, none is replaced and no temporary file stays", async () => {
  const folder = await temporary();
  await write(files, folder, "write");
  const bad = { path: `${"x".repeat(300)}.ts`, text: "" };
  const changed = files.map((file) => ({
    ...file,
    text: `${file.text}// new\n`,
  }));
  await expect(write([...changed, bad], folder, "write")).rejects.toThrow(
    "ENAMETOOLONG",
  );
  expect(await list(folder)).toEqual(all);
  expect(await readFile(join(folder, "index.ts"), "utf8")).toBe(files[0]?.text);
});
