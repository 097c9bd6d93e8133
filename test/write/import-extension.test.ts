import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { importExtension } from "../../generator/7-write/import-extension.ts";
import { summaryLine } from "../../generator/cli/summary-line.ts";
import { generate } from "../../generator/index.ts";

async function folderOf(files: Readonly<Record<string, unknown>>) {
  const folder = await mkdtemp(join(tmpdir(), "telltale-tsconfig-"));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const text =
      typeof content === "string" ? content : JSON.stringify(content);
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const options = (compilerOptions: object) => ({ compilerOptions });

test.each([
  [{ module: "nodenext" }, ".js"],
  [{ module: "NodeNext", moduleResolution: "NodeNext" }, ".js"],
  [{ module: "esnext", moduleResolution: "Bundler" }, ""],
  [{ module: "preserve" }, ""],
  [{ module: "commonjs" }, ""],
  [{ module: "commonjs", moduleResolution: "node16" }, ".js"],
  [{ moduleResolution: "node" }, ""],
  [{ moduleResolution: "bundler", allowImportingTsExtensions: true }, ".ts"],
  [{ module: "nodenext", rewriteRelativeImportExtensions: true }, ".ts"],
  [{ strict: true }, ".js"],
])("%j: imports end in %j", async (compilerOptions, extension) => {
  const folder = await folderOf({ "tsconfig.json": options(compilerOptions) });
  const found = importExtension(join(folder, "src/not/there/yet"));
  expect(found.extension).toBe(extension);
  expect(found.by).toBe(extension === ".js" ? undefined : "tsconfig.json");
});

test("the nearest tsconfig counts, with what it extends and its comments", async () => {
  const folder = await folderOf({
    "tsconfig.json": options({ moduleResolution: "nodenext" }),
    "base.json": options({ moduleResolution: "bundler" }),
    "web/tsconfig.json": '{ // the app\n "extends": "../base.json", }',
  });
  expect(importExtension(join(folder, "web/src/api")).extension).toBe("");
  expect(importExtension(join(folder, "api")).extension).toBe(".js");
});

test("a tsconfig that only references others leaves it to the one that has the folder", async () => {
  const bundler = options({
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
  });
  const folder = await folderOf({
    "tsconfig.json": {
      files: [],
      references: [{ path: "./tsconfig.node.json" }, { path: "./app" }],
    },
    "tsconfig.node.json": {
      ...options({ moduleResolution: "bundler" }),
      include: ["vite.config.ts"],
    },
    "app/tsconfig.json": { ...bundler, include: ["../src"] },
  });
  expect(importExtension(join(folder, "src/api"))).toEqual({
    extension: ".ts",
    by: "tsconfig.json",
  });
  expect(importExtension(join(folder, "other")).extension).toBe(".js");
});

test.each(["{", '{ "extends": "./absent.json" }'])(
  "a tsconfig of %j is TypeScript's to complain about",
  async (text) => {
    const folder = await folderOf({ "tsconfig.json": text });
    expect(importExtension(folder).extension).toBe(".js");
  },
);

test("a client's imports follow, unless the config says otherwise, and the summary says so", async () => {
  const cwd = await folderOf({
    "tsconfig.json": options({
      moduleResolution: "bundler",
      allowImportingTsExtensions: true,
    }),
    "api.yaml": "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n",
  });
  const emit = async (call: Parameters<typeof generate>[1]) => {
    const generated = await generate("api.yaml", { cwd, ...call });
    const index = generated.files.find(({ path }) => /index\.ts$/.test(path));
    const line = { name: "t", folder: "out", errors: 0, mode: true } as const;
    return { text: index?.text, summary: summaryLine({ ...line, generated }) };
  };
  const chosen = await emit({ output: "out", write: true });
  expect(chosen.text).toContain('from "./runtime/index.ts"');
  expect(chosen.summary).toMatch(
    /written, imports end in \.ts as in tsconfig\.json\)$/,
  );
  const runtime = await readFile(join(cwd, "out/runtime/index.ts"), "utf8");
  expect(runtime).not.toContain('.js"');
  for (const call of [
    { output: "out", importExtension: ".js" },
    { output: "out", package: "acme" },
    {},
  ] as const) {
    const { text, summary } = await emit(call);
    expect(text).toContain('from "./runtime/index.js"');
    expect(summary).not.toContain("imports");
  }
});
