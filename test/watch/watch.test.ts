import { spawn, type ChildProcess } from "node:child_process";
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { watch, type Generated } from "../../generator/index.ts";
import { root } from "../generated/clients.ts";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-watch-"));
  await mkdir(join(cwd, "api"));
  await mkdir(join(cwd, "src"));
  await save("api/api.json", api("Pet"));
  await save("api/part.json", '{ "description": "one" }');
  await save("api/overlay.json", overlay("one"));
  // What is younger when a watch begins may be read twice.
  await sleep(50);
});
const at = (path: string) => join(cwd, path);
const save = (path: string, text: string) => writeFile(at(path), text);
const api = (name: string) =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {},
    components: {
      schemas: {
        [name]: { type: "object", properties: { part: { $ref: "part.json" } } },
      },
    },
  });
const overlay = (title: string) =>
  JSON.stringify({
    overlay: "1.0.0",
    info: { title: "O", version: "1" },
    actions: [{ target: "$.info", update: { title } }],
  });

const seen: Generated[] = [];
let stop: () => Promise<unknown> = async () => {};
afterEach(async () => {
  await stop();
  seen.length = 0;
});

function start(): void {
  const call = {
    cwd,
    output: "src/api",
    overlays: ["api/overlay.json"],
    write: true,
  } as const;
  const watching = watch("api/api.json", call, (generated) => {
    seen.push(generated);
  });
  stop = () => watching.close();
}
const last = () => seen.at(-1);
const files = () => last()?.files.map(({ path }) => path);
const type = (name: string) => `types/${name}.ts`;

/** Each way in which editors and tools save a file. */
const saves: Readonly<
  Record<string, (path: string, text: string) => Promise<void>>
> = {
  "in place": (path, text) => writeFile(path, text),
  "in two steps": async (path, text) => {
    await writeFile(path, text.slice(0, 10));
    await appendFile(path, text.slice(10));
  },
  "by a rename over it": async (path, text) => {
    await writeFile(`${path}.tmp`, text);
    await rename(`${path}.tmp`, path);
  },
  "with a backup": async (path, text) => {
    await rename(path, `${path}~`);
    await writeFile(path, text);
    await rm(`${path}~`);
  },
  "by deleting it first": async (path, text) => {
    await rm(path);
    await writeFile(path, text);
  },
};

for (const [how, store] of Object.entries(saves))
  test(`a file saved ${how} is seen, and so is the next time`, async () => {
    start();
    await expect.poll(files).toContain(type("pet"));
    for (const name of ["cat", "dog", "cow"]) {
      const upper = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
      await store(at("api/api.json"), api(upper));
      await expect.poll(files).toContain(type(name));
      await expect.poll(() => last()?.ok).toBe(true);
    }
  });

test("what the description refers to, overlays and the tsconfig are watched", async () => {
  await save("tsconfig.json", "{}");
  start();
  await expect.poll(() => seen.length).toBe(1);
  await save("api/part.json", '{ "description": "two" }');
  await expect
    .poll(() => last()?.files.some(({ text }) => text.includes("two")))
    .toBe(true);
  await save("api/overlay.json", overlay("Other"));
  await expect.poll(() => last()?.summary?.title).toBe("Other");
  await save(
    "tsconfig.json",
    '{ "compilerOptions": { "module": "preserve" } }',
  );
  await expect.poll(() => last()?.imports?.extension).toBe("");
});

test("errors are results, and gone once they are corrected; a file may stay away for a while", async () => {
  start();
  await expect.poll(() => last()?.ok).toBe(true);
  await save("api/api.json", "{ broken");
  await expect.poll(() => last()?.ok).toBe(false);
  await save("api/api.json", api("Cat"));
  await expect.poll(files).toContain(type("cat"));
  await rm(at("api"), { recursive: true });
  await expect.poll(() => last()?.ok).toBe(false);
  await mkdir(at("api"));
  await save("api/part.json", "{}");
  await save("api/overlay.json", overlay("one"));
  await save("api/api.json", api("Dog"));
  await expect.poll(files).toContain(type("dog"));
  await expect.poll(() => last()?.ok).toBe(true);
});

test("several files saved at once make one more run, or few", async () => {
  start();
  await expect.poll(() => seen.length).toBe(1);
  await Promise.all([
    save("api/part.json", '{ "description": "three" }'),
    save("api/overlay.json", overlay("Both")),
    save("api/api.json", api("Cow")),
  ]);
  await expect.poll(files).toContain(type("cow"));
  await expect.poll(() => last()?.summary?.title).toBe("Both");
  expect(seen.length).toBeLessThanOrEqual(4);
});

test("files that nobody refers to are nobody's business", async () => {
  start();
  await expect.poll(() => seen.length).toBe(1);
  await save("api/other.json", "{}");
  await save("src/mine.ts", "");
  await save("api/api.json", api("Cat"));
  await expect.poll(files).toContain(type("cat"));
  expect(seen).toHaveLength(2);
});

test("a run that could not begin is followed by another", async () => {
  await mkdir(at("src/api"));
  const inTheWay = "src/api/.telltale-staging";
  await save(inTheWay, "");
  start();
  await expect.poll(() => last()?.ok).toBe(false);
  await rm(at(inTheWay));
  await save("api/api.json", api("Cat"));
  await expect.poll(files).toContain(type("cat"));
  await save(inTheWay, "");
  await save("api/part.json", '{ "description": "three" }');
  await expect.poll(() => last()?.ok).toBe(false);
  await rm(at(inTheWay));
  await save("api/part.json", '{ "description": "four" }');
  await expect.poll(() => last()?.ok).toBe(true);
});

interface Running {
  readonly child: ChildProcess;
  stdout: string;
  stderr: string;
}

function telltale(...args: readonly string[]): Running {
  const child = spawn(
    process.execPath,
    [join(root, "generator/cli/main.ts"), "generate", ...args],
    { cwd },
  );
  const running: Running = { child, stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (running.stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (running.stderr += String(chunk)));
  stop = async () => child.kill("SIGKILL");
  return running;
}

async function saveConfig(): Promise<void> {
  await save("names.mjs", 'export const output = "src/one";\n');
  await save(
    "telltale.config.mjs",
    'import { output } from "./names.mjs";\nexport default { clients: { pets: { input: "api/api.json", output } } };\n',
  );
}

test("--watch says each regeneration in a line, reads a config and what it imports anew, and ends with Ctrl-C", async () => {
  await saveConfig();
  const running = telltale("--watch");
  await expect
    .poll(() => running.stdout)
    .toContain("watching (Ctrl-C ends it)\n");
  expect(running.stdout).toContain("pets: 0 operations, 2 types → src/one");
  await save("names.mjs", 'export const output = "src/two";\n');
  await expect.poll(() => running.stdout).toContain("→ src/two");
  await save("names.mjs", "export const output = ;\n");
  await expect
    .poll(() => running.stderr)
    .toContain("telltale.config.mjs fails");
  await save("names.mjs", 'export const output = "src/three";\n');
  await expect.poll(() => running.stdout).toContain("→ src/three");
  await save("api/api.json", api("Cat"));
  await expect
    .poll(() => readFile(at("src/three/types/cat.ts"), "utf8").catch(() => ""))
    .toContain("Cat");
  const ended = new Promise((resolve) => running.child.once("exit", resolve));
  running.child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("--watch reads a config again once a file that it imports is back", async () => {
  await saveConfig();
  const running = telltale("--watch");
  await expect.poll(() => running.stdout).toContain("watching");
  await rename(at("names.mjs"), at("away.mjs"));
  await expect
    .poll(() => running.stderr)
    .toContain("telltale.config.mjs fails");
  await rename(at("away.mjs"), at("names.mjs"));
  await expect.poll(() => running.stdout).toMatch(/(→ src\/one[^]*){2}/);
});

test("--watch waits for a file that a config never found", async () => {
  await saveConfig();
  await rm(at("names.mjs"));
  const running = telltale("--watch");
  await expect.poll(() => running.stdout).toContain("watching");
  expect(running.stderr).toContain("telltale.config.mjs fails");
  await save("names.mjs", 'export const output = "src/two";\n');
  await expect.poll(() => running.stdout).toContain("→ src/two");
});

test.each([
  ["waits for what never comes", "await new Promise(() => {});"],
  ["ends the process", "process.exit();"],
])("--watch waits out a config that %s", async (_, text) => {
  await saveConfig();
  const running = telltale("--watch");
  await expect.poll(() => running.stdout).toContain("watching");
  await save("names.mjs", `${text}\nexport const output = "src/two";\n`);
  await expect
    .poll(() => running.stderr)
    .toContain("it ends before it has exported anything");
  await save("names.mjs", 'export const output = "src/three";\n');
  await expect.poll(() => running.stdout).toContain("→ src/three");
});
