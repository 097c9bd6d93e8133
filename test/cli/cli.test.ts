import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { beforeEach, expect, test, vi } from "vitest";
import { run } from "../../generator/cli/run.ts";
import type { Compiled, CompileOptions } from "../../generator/compile.ts";
import { generate } from "../../generator/index.ts";

/** A compiler as small as can be, so that these tests are about the command line alone. */
vi.mock("../../generator/compile.ts", () => ({ compile: standIn }));

async function standIn(
  entry: string,
  options: CompileOptions,
): Promise<Compiled> {
  const { load } = await import("../../generator/1-load/index.ts");
  const { collect } = await import("../../generator/diagnostics/diagnostic.ts");
  if (entry === "crash.yaml") throw new Error("internal: \u001B[31mno type");
  const sources: Compiled["sources"][number][] = [];
  const diagnostics: Compiled["diagnostics"][number][] = [];
  const source = await load(entry, {
    cwd: options.cwd,
    report: collect(diagnostics),
    keep: (found) => sources.push(found),
  });
  const text = `// Generated from ${entry} (T 1). Do not edit.\nexport {};\n`;
  const files = source ? [{ path: "index.ts", text }] : [];
  for (const file of files) await options.onFile?.(file);
  const unions = { native: 0, tagged: 1, jsonType: 0, plain: 0 };
  const summary = {
    title: "T",
    version: "1",
    operations: 1,
    types: 14,
    unions,
    paginated: 0,
    unpaged: 0,
  };
  const tags = new Map<string, string>();
  return { files, diagnostics, sources, summary, imports: undefined, tags };
}

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-cli-"));
  await writeFile(join(cwd, "api.yaml"), "openapi: 3.1.0\npaths: {}\n");
  await writeFile(
    join(cwd, "merged.yaml"),
    "openapi: 3.1.0\na: &a {}\nb: {<<: *a}\n",
  );
});

async function telltale(...args: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const code = await run(args, {
    cwd,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}
const config = (text: string) =>
  writeFile(
    join(cwd, "telltale.config.mjs"),
    `const io = { input: "x", output: "y" };\nexport default ${text};\n`,
  );

test("generate writes, says so in one line, and a second run changes nothing", async () => {
  expect(await telltale("generate", "api.yaml", "-o", "out")).toEqual({
    code: 0,
    stdout:
      "out: 1 operation, 14 types, 1 union told apart → out (1 file, 1 written)\n",
    stderr: "",
  });
  expect(existsSync(join(cwd, "out/index.ts"))).toBe(true);
  const again = await telltale("generate", "api.yaml", "-o", "out");
  expect(again.stdout).toContain("(1 file, unchanged)");
});

test("--version is what lock files call the compiler", async () => {
  await telltale("generate", "api.yaml", "-o", "out");
  const lock = await readFile(join(cwd, "out/.telltale.json"), "utf8");
  const { telltale: name } = JSON.parse(lock) as { telltale: string };
  expect(name).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]+$/);
  expect(await telltale("--version")).toEqual({
    code: 0,
    stdout: `${name}\n`,
    stderr: "",
  });
});

test("--check exits 1 and lists what is stale, then 0", async () => {
  const stale = await telltale("generate", "api.yaml", "-o", "out", "--check");
  expect(stale.code).toBe(1);
  expect(stale.stderr).toBe(
    "missing: out/index.ts\n  why: there is no lock file\n",
  );
  expect(existsSync(join(cwd, "out"))).toBe(false);
  await telltale("generate", "api.yaml", "-o", "out");
  const fresh = await telltale("generate", "api.yaml", "-o", "out", "--check");
  expect(fresh).toMatchObject({ code: 0, stderr: "" });
  expect(fresh.stdout).toContain("up to date");
});

test("what a run that was cut short left is brought to its end by any next one, which says so", async () => {
  const staging = join(cwd, "out/.telltale-staging");
  for (const flags of [["--check"], ["--dry-run"], []]) {
    await mkdir(staging, { recursive: true });
    await writeFile(join(staging, "holder-nobody"), "");
    const { stderr } = await telltale(
      "generate",
      "api.yaml",
      "-o",
      "out",
      ...flags,
    );
    expect(stderr).toContain(
      "out: an earlier run was cut short; what it had prepared is removed\n",
    );
    expect(existsSync(staging)).toBe(false);
  }
});

test("what differs is not written over without a lock file, unless that is asked for", async () => {
  await mkdir(join(cwd, "out"));
  await writeFile(join(cwd, "out/index.ts"), "// Generated from x\n");
  const refused = await telltale("generate", "api.yaml", "-o", "out");
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain("write/no-lock");
  expect(refused.stderr).toContain("no lock file (.telltale.json) says");
  const check = await telltale("generate", "api.yaml", "-o", "out", "--check");
  expect(check).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("stale: out/index.ts"),
  });
  const done = await telltale(
    "generate",
    "api.yaml",
    "-o",
    "out",
    "--overwrite",
  );
  expect(done.code).toBe(0);
});

test("a change by hand alone has no reason but itself", async () => {
  await telltale("generate", "api.yaml", "-o", "out");
  await writeFile(join(cwd, "out/index.ts"), "// Generated from mine\n");
  const { code, stderr } = await telltale(
    "generate",
    "api.yaml",
    "-o",
    "out",
    "--check",
  );
  expect(code).toBe(1);
  expect(stderr).toBe("changed by hand: out/index.ts\n");
});

test("a fault of ours in one client stops no other", async () => {
  await config(`{ clients: {
    one: { input: "crash.yaml", output: "generated/one" },
    two: { input: "api.yaml", output: "generated/two" },
  } }`);
  const { code, stdout, stderr } = await telltale("generate");
  expect(code).toBe(3);
  expect(stderr).toContain("internal: ");
  expect(stdout).toContain("2 clients: 1 written, 1 failed\n");
});

test("--dry-run writes nothing, with or without a folder", async () => {
  expect((await telltale("generate", "api.yaml", "--dry-run")).code).toBe(0);
  const { code, stdout } = await telltale(
    "generate",
    "api.yaml",
    "-o",
    "out",
    "--dry-run",
  );
  expect(code).toBe(0);
  expect(stdout).toContain("1 to write");
  expect(existsSync(join(cwd, "out"))).toBe(false);
});

test("an input that cannot be compiled is one error, exit 3, nothing written, no stack", async () => {
  await writeFile(join(cwd, "page.html"), "<!doctype html><title>404</title>");
  for (const input of ["page.html", "absent.yaml"]) {
    const { code, stdout, stderr } = await telltale(
      "generate",
      input,
      "-o",
      "out",
    );
    expect(code).toBe(3);
    expect(stdout).toBe("out: 1 error, nothing written\n");
    expect(stderr.match(/ {2}error {2}/g)).toHaveLength(1);
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  }
});

test("--json is one document on stdout, and nothing else", async () => {
  const fine = await telltale("generate", "api.yaml", "-o", "out", "--json");
  expect(fine.stderr).toBe("");
  expect(JSON.parse(fine.stdout)).toMatchObject({
    ok: true,
    exit: 0,
    clients: [
      {
        output: "out",
        ok: true,
        files: { written: ["index.ts"] },
        diagnostics: [],
      },
    ],
  });
  const bad = await telltale("generate", "absent.yaml", "-o", "out", "--json");
  expect(bad).toMatchObject({ code: 3, stderr: "" });
  expect(JSON.parse(bad.stdout)).toMatchObject({
    ok: false,
    clients: [
      {
        ok: false,
        diagnostics: [{ code: "load/not-found", severity: "error" }],
      },
    ],
  });
});

test("infos are folded to a count, unless asked for", async () => {
  const folded = await telltale("generate", "merged.yaml", "-o", "out");
  expect(folded.stderr).toBe(
    "info: 1 × load/yaml-merge-key (--verbose shows them)\n",
  );
  const all = await telltale(
    "generate",
    "merged.yaml",
    "-o",
    "out",
    "--verbose",
  );
  expect(all.stderr).toContain("merged.yaml:3:5  info  load/yaml-merge-key");
});

test("without an input, every client of the config is generated, relative to it", async () => {
  await config(`{ clients: {
    one: { input: "api.yaml", output: "generated/one" },
    two: { input: "absent.yaml", output: "generated/two" },
  } }`);
  const { code, stdout } = await telltale("generate");
  expect(code).toBe(3);
  expect(stdout).toMatch(
    /^one: .* → generated\/one \(1 file, 1 written\)\ntwo: 1 error, nothing written\n2 clients: 1 written, 1 failed\n$/,
  );
  expect(existsSync(join(cwd, "generated/one/index.ts"))).toBe(true);
});

test.each([
  [["generate"], /no telltale\.config\.ts/],
  [["generate", "api.yaml"], /no output folder/],
  [["generate", "-o", "x"], /--output is for one input/],
  [["generate", "--allow-refs", "x"], /set allowRefs in the config/],
  [["explain", "--include", "tag=x"], /set include in the config/],
  [
    ["generate", "api.yaml", "-o", "x", "--include", "tags=Pets"],
    /tags=Pets says of no field/,
  ],
  [
    ["generate", "api.yaml", "-o", "x", "--header", "A: b"],
    /--header is for an input that is a URL/,
  ],
  [
    ["generate", "https://x.test/", "-o", "x", "--header", "secret"],
    /a --header has no name/,
  ],
  [["generate", "api.yaml", "-o", "x", "--int64", "bigint"], /not bigint/],
  [
    ["generate", "api.yaml", "-o", "x", "--config", "c.ts"],
    /exclude each other/,
  ],
  [["generate", "--config", "absent.ts"], /no such file/],
  [["generate", "api.yaml", "-o", "x", "--client", "a"], /an input is named/],
  [["generate", "api.yaml", "-o", "x", "--watch", "--check"], /exclude/],
  [["generate", "-", "-o", "x", "--watch"], /cannot be watched/],
  [["generate", "--nonsense"], /unknown option/],
  [["nonsense"], /unknown command/],
  [["extract"], /missing required argument/],
  [["extract", "api.yaml", "-o", "x.txt"], /neither in \.yaml nor in \.json/],
  [["extract", "api.yaml", "--json"], /--json needs -o/],
])("%j is bad usage: exit 2, with a line that helps", async (args, message) => {
  const { code, stdout, stderr } = await telltale(...args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
});

test.each([
  ["{}", /exports no clients/],
  ["{ clients: { a: { input: 'x' } } }", /client a .* has no output/],
  [
    "{ clients: { a: { input: 'x', output: 'y', pakage: 'z' } } }",
    /unknown option pakage/,
  ],
  [
    "{ clients: { a: { ...io, include: ['Pets'] } } }",
    /include of another kind/,
  ],
  ["{ clients: { a: { ...io, exclude: [{}] } } }", /exclude of another kind/],
  [
    "{ clients: { a: { ...io, exclude: [{ tags: 'Pets' }] } } }",
    /exclude of another kind/,
  ],
  ["{ clients: { a: { ...io, int64: 'bigint' } } }", /int64 of another kind/],
  [
    "{ clients: { a: { ...io, input: 'https://x.test', headers: { A: 1 } } } }",
    /headers of another kind/,
  ],
  [
    "{ clients: { a: { ...io, headers: { A: 'b' } } } }",
    /headers, but an input that is read without a request/,
  ],
  ["undefined; throw new Error('boom')", /telltale\.config\.mjs fails: boom/],
])("a config of %s is bad usage", async (text, message) => {
  await config(text);
  const { code, stderr } = await telltale("generate");
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});

test("a fault of ours says so, without a stack and without control characters", async () => {
  const { code, stderr } = await telltale(
    "generate",
    "crash.yaml",
    "-o",
    "out",
  );
  expect(code).toBe(3);
  expect(stderr).toMatch(/^internal: \\x1b\[31mno type\n/);
  expect(stderr).toContain("please report it");
  expect(stderr).not.toContain("    at ");
});

test("a foreign file in the way is an error", async () => {
  await telltale("generate", "api.yaml", "-o", "out");
  await writeFile(join(cwd, "out/index.ts"), "mine");
  const { code, stderr } = await telltale("generate", "api.yaml", "-o", "out");
  expect(code).toBe(3);
  expect(stderr).toContain("out/index.ts  error  write/foreign-file");
  expect(await readFile(join(cwd, "out/index.ts"), "utf8")).toBe("mine");
});

test("the Node API writes nothing unless told to, and never prints", async () => {
  const log = vi.spyOn(process.stdout, "write");
  const compiled = await generate("api.yaml", { cwd, output: "out" });
  expect(compiled).toMatchObject({
    ok: true,
    output: undefined,
    files: [{ path: "index.ts" }],
  });
  expect(existsSync(join(cwd, "out"))).toBe(false);
  const written = await generate("api.yaml", {
    cwd,
    output: "out",
    write: true,
  });
  expect(written.output?.written).toEqual(["index.ts"]);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

const page = (path: string, format: "json" | "yaml") => {
  const operation = { get: { responses: { 200: { description: "ok" } } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { [path]: operation },
  };
  return `# T\n\n\`\`\`\`${format}\n${JSON.stringify(document)}\n\`\`\`\`\n`;
};

test("extract merges pages, in the format its output is named for, the same bytes each time", async () => {
  await writeFile(join(cwd, "a.md"), page("/a", "json"));
  await writeFile(join(cwd, "b.md"), page("/b", "json"));
  const first = await telltale("extract", "a.md", "b.md", "-o", "api.yml");
  expect(first).toEqual({
    code: 0,
    stdout: "2 documents merged → api.yml (written)\n",
    stderr: "",
  });
  const yaml = await readFile(join(cwd, "api.yml"), "utf8");
  expect(Object.keys((parse(yaml) as { paths: object }).paths)).toEqual([
    "/a",
    "/b",
  ]);
  const again = await telltale("extract", "a.md", "b.md", "-o", "api.yml");
  expect(again.stdout).toContain("(unchanged)");
  await telltale("extract", "a.md", "b.md", "-o", "api.json");
  expect(JSON.parse(await readFile(join(cwd, "api.json"), "utf8"))).toEqual(
    parse(yaml),
  );
  expect((await telltale("extract", "a.md")).stdout).toMatch(
    /^\{\n {2}"openapi"/,
  );
});

test("extract writes nothing where a page cannot be read", async () => {
  await writeFile(join(cwd, "a.md"), page("/a", "json"));
  const { code, stderr } = await telltale(
    "extract",
    "a.md",
    "absent.md",
    "-o",
    "out.yaml",
  );
  expect(code).toBe(3);
  expect(stderr).toContain("load/not-found");
  expect(existsSync(join(cwd, "out.yaml"))).toBe(false);
});

test("the program itself runs from source", async () => {
  await writeFile(join(cwd, "a.md"), page("/a", "json"));
  const main = new URL("../../generator/cli/main.ts", import.meta.url).pathname;
  const execute = promisify(execFile);
  const { stdout, stderr } = await execute(
    process.execPath,
    [main, "extract", "a.md"],
    { cwd },
  );
  expect(JSON.parse(stdout)).toMatchObject({ openapi: "3.1.0" });
  expect(stderr).toBe("");
  const bad = execute(process.execPath, [main, "extract", "absent.md"], {
    cwd,
  });
  await expect(bad).rejects.toMatchObject({ code: 3 });
});
