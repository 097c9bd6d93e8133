import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { buildTelltale } from "../consumer/built-telltale.ts";
import { runCommand } from "../consumer/run-command.ts";
import { generate } from "../../generator/index.ts";

/** A build of its own, as there may be another in the repository. */
let built: string;
beforeAll(async () => {
  built = join(await mkdtemp(join(tmpdir(), "telltale-built-")), "telltale");
  await buildTelltale(built);
});

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-lock-"));
  await mkdir(join(cwd, "api"));
  const api = { openapi: "3.1.0", info: { title: "T", version: "1" } };
  const pet = { $ref: "pet.json" };
  const components = { schemas: { Pet: pet } };
  await put("api/api.json", JSON.stringify({ ...api, paths: {}, components }));
  await put("api/pet.json", '{ "type": "string" }');
  await put(
    "overlay.json",
    '{ "overlay": "1.0.0", "info": { "title": "", "version": "" }, "actions": [] }',
  );
  expect(await telltale()).toMatchObject({ code: 0, isCompiled: true });
});
const put = (path: string, text: string) => writeFile(join(cwd, path), text);
const read = (path: string) => readFile(join(cwd, path), "utf8");

/** Says at its end whether any part of the compiler was loaded: of the phases that parse, plan, print or lay out. */
const spy = fileURLToPath(new URL("loaded.ts", import.meta.url));

async function telltale(...more: readonly string[]) {
  const args = ["--import", spy, join(built, "dist/cli/main.js"), "generate"];
  const input = ["api/api.json", "-o", "out", "--overlay", "overlay.json"];
  const { code, stdout, stderr } = await runCommand(
    process.execPath,
    [...args, ...input, ...more],
    cwd,
  );
  return {
    code,
    stdout,
    stderr,
    isCompiled: stderr.includes("compiler loaded"),
  };
}

test("with nothing to do nothing is parsed, loaded or touched", async () => {
  const before = await stat(join(cwd, "out"));
  expect(await telltale()).toMatchObject({ code: 0, isCompiled: false });
  const check = await telltale("--check");
  expect(check).toMatchObject({ code: 0, isCompiled: false });
  expect(check.stdout).toMatch(/^out → out \(\d+ files, up to date\)\n$/);
  expect((await stat(join(cwd, "out"))).mtimeMs).toBe(before.mtimeMs);
});

test.each([
  ["the description", "api/api.json", " "],
  ["a file that it refers to", "api/pet.json", " "],
  ["an overlay", "overlay.json", " "],
])(
  "%s that changed is compiled again, and what comes of it may be the same",
  async (_, path, more) => {
    await put(path, (await read(path)) + more);
    const check = await telltale("--check");
    expect(check).toMatchObject({
      code: 0,
      isCompiled: true,
      stderr: expect.not.stringContaining("why"),
    });
    await telltale();
    expect((await telltale()).isCompiled).toBe(false);
  },
);

test("a tsconfig that comes to ask for other imports is noticed", async () => {
  await put("tsconfig.json", '{ "compilerOptions": { "module": "preserve" } }');
  const { code, stderr } = await telltale("--check");
  expect(code).toBe(1);
  expect(stderr).toContain("stale: out/index.ts");
  expect(stderr).toContain("why: tsconfig.json asks for other imports");
});

test("options, a file deleted and a file changed by hand are each said", async () => {
  expect((await telltale("--check", "--int64", "string")).isCompiled).toBe(
    true,
  );
  await rm(join(cwd, "out/index.ts"));
  await put("out/client.ts", `${await read("out/client.ts")}// mine\n`);
  const { code, stderr } = await telltale("--check");
  expect(code).toBe(1);
  expect(stderr).toContain("missing: out/index.ts\n");
  expect(stderr).toContain("changed by hand: out/client.ts\n");
  const { code: refused, stderr: said } = await telltale();
  expect(refused).toBe(3);
  expect(said).toContain("write/changed-by-hand");
  expect((await telltale("--overwrite")).code).toBe(0);
  expect((await telltale()).isCompiled).toBe(false);
});

test("the reason is data for machines", async () => {
  await put("api/pet.json", '{ "type": "integer" }');
  const { stdout } = await telltale("--check", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    exit: 1,
    clients: [
      {
        upToDate: false,
        changes: [{ state: "stale", path: expect.stringMatching(/^types\//) }],
        causes: [{ kind: "input", path: "api/pet.json", change: "changed" }],
      },
    ],
  });
});

test("another build is another telltale: it compiles, and says so where that changes files", async () => {
  const template = join(built, "templates/runtime/own.ts");
  const before = await readFile(template, "utf8");
  try {
    await writeFile(template, `${before}// another\n`);
    expect(await telltale("--check")).toMatchObject({ isCompiled: true });
  } finally {
    await writeFile(template, before);
  }
  expect(await telltale("--check")).toMatchObject({ isCompiled: false });
});

test("from sources everything is compiled, as they change under one version", async () => {
  const call = { cwd, output: "out", write: true, incremental: true } as const;
  for (let run = 0; run < 2; run++) {
    const { ok, skipped } = await generate("api/api.json", call);
    expect({ ok, skipped }).toEqual({ ok: true, skipped: undefined });
  }
});

test("--verbose compiles, as what was chosen is not in the lock file", async () => {
  expect((await telltale("--verbose")).isCompiled).toBe(true);
});

test("a reference to what is not there is noticed once it is", async () => {
  const api = (await read("api/api.json")).replace("pet.json", "later.json");
  await put("api/api.json", api);
  await telltale();
  expect((await telltale()).isCompiled).toBe(false);
  await put("api/later.json", '{ "type": "string" }');
  const { code, stderr } = await telltale("--check");
  expect(code).toBe(1);
  expect(stderr).toContain("why: api/later.json is new");
});
