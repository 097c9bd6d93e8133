import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../../generator/cli/run.ts";
import { object, receiving, type Document } from "./documents.ts";

async function telltale(cwd: string, ...args: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const code = await run(["diff", ...args], {
    cwd,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

const text = { type: "string" };
const one = receiving(object({ a: text }));
const two = receiving(object({ a: text, b: text }, ["a"]));

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-diff-"));
  const write = (path: string, document: Document) =>
    writeFile(join(cwd, path), JSON.stringify(document, null, 2));
  await write("one.json", one);
  await write("two.json", two);
  await write(
    "hostile.json",
    receiving(object({ "<img src=x>\u001b[31m|`": text })),
  );
});

describe("exit codes", () => {
  test("0 where nothing breaks, with one line for the whole", async () => {
    const { code, stdout, stderr } = await telltale(
      cwd,
      "one.json",
      "two.json",
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Thing.b is new in responses: string");
    expect(stdout).toMatch(/\n1 compatible: a minor version\n$/);
  });

  test("1 where something breaks, 0 with --fail-on none", async () => {
    expect((await telltale(cwd, "two.json", "one.json")).code).toBe(1);
    const args = ["two.json", "one.json", "--fail-on", "none"];
    expect((await telltale(cwd, ...args)).code).toBe(0);
  });

  test("2 for a command line that cannot be followed", async () => {
    const lines = [
      ["one.json"],
      ["one.json", "two.json", "--fail-on", "tuesday"],
      ["one.json", "two.json", "--json", "--markdown"],
      ["one.json", "two.json", "--config", "x.ts"],
      ["git:main:one.json", "one.json"],
    ];
    for (const line of lines) {
      const { code, stderr } = await telltale(cwd, ...line);
      expect({ line, code }).toEqual({ line, code: 2 });
      expect(stderr).toContain("help: ");
    }
  });

  test("3 where a side cannot be compiled, with its diagnostics", async () => {
    const { code, stderr } = await telltale(cwd, "one.json", "none.json");
    expect(code).toBe(3);
    expect(stderr).toContain("load/not-found");
  });
});

describe("outputs", () => {
  test("--json is one document", async () => {
    const { stdout } = await telltale(cwd, "two.json", "one.json", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      exit: 1,
      semver: "major",
      counts: { breaking: 1, unknown: 0, widening: 0, compatible: 0 },
      old: { input: "two.json", diagnostics: [] },
      findings: [
        {
          change: "field-removed",
          level: "breaking",
          direction: "received",
          subject: "Thing.b",
          before: "string",
          old: { source: "two.json", line: 39 },
        },
      ],
    });
  });

  test("--markdown has a table for each level", async () => {
    const { stdout } = await telltale(
      cwd,
      "two.json",
      "one.json",
      "--markdown",
    );
    expect(stdout).toContain("## For callers: 1 breaking: a major version");
    expect(stdout).toContain("| `Thing.b` | is gone in responses: `string`;");
  });

  test("--html is one page in which nothing of a description means anything", async () => {
    const args = ["hostile.json", "one.json", "--html", "page.html"];
    const { code, stdout } = await telltale(cwd, ...args);
    expect({ code, stdout }).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("→ page.html") as string,
    });
    const page = await readFile(join(cwd, "page.html"), "utf8");
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("&lt;img src=x&gt;");
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<script");
  });

  test("text and Markdown let nothing through either", async () => {
    const { stdout } = await telltale(cwd, "hostile.json", "one.json");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("\\x1b[31m");
    const args = ["hostile.json", "one.json", "--markdown"];
    const { stdout: markdown } = await telltale(cwd, ...args);
    expect(markdown).toContain("`` Thing.<img src=x>\\x1b[31m\\|` ``");
  });
});

describe("--changelog", () => {
  const log = () => readFile(join(cwd, "CHANGELOG.md"), "utf8");
  const grow = (...args: readonly string[]) =>
    telltale(cwd, ...args, "--changelog", "CHANGELOG.md", "--fail-on", "none");
  const versioned = async (name: string, from: string, version: string) => {
    const document = JSON.parse(await readFile(join(cwd, from), "utf8"));
    document.info.version = version;
    await writeFile(join(cwd, name), JSON.stringify(document));
  };

  test("grows by an entry for each version, the newest on top, and keeps what others wrote", async () => {
    await versioned("v1.json", "one.json", "1.0.0");
    await versioned("v2.json", "two.json", "2.0.0");
    await versioned("v3.json", "one.json", "3.0.0");
    await writeFile(
      join(cwd, "CHANGELOG.md"),
      "# Changes of ours\n\n## 1.0.0\n\nThe first one.\n",
    );
    await grow("v1.json", "v2.json");
    await grow("v2.json", "v3.json");
    expect(await log()).toBe(`# Changes of ours

## 3.0.0

### Breaking: callers have to change their code

- \`Thing.b\` is gone in responses: \`string\`

## 2.0.0

### Compatible: no caller notices

- \`Thing.b\` is new in responses: \`string\`

## 1.0.0

The first one.
`);
  });

  test("is the same when it is written again, or when nothing changed", async () => {
    const before = await log();
    await grow("v2.json", "v3.json");
    await grow("v3.json", "v3.json");
    expect(await log()).toBe(before);
  });

  test("begins where there is none", async () => {
    const there = await mkdtemp(join(tmpdir(), "telltale-diff-"));
    const args = [join(cwd, "v1.json"), join(cwd, "v2.json")];
    await telltale(there, ...args, "--changelog", "CHANGELOG.md");
    const text = await readFile(join(there, "CHANGELOG.md"), "utf8");
    expect(text).toMatch(/^# Changelog\n\n## 2\.0\.0\n/);
  });
});

describe("git:REV:path", () => {
  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync("git", args, {
      cwd: folder,
      stdio: "pipe",
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_SYSTEM: "/dev/null",
        GIT_AUTHOR_NAME: "a",
        GIT_AUTHOR_EMAIL: "a@example.com",
        GIT_COMMITTER_NAME: "a",
        GIT_COMMITTER_EMAIL: "a@example.com",
      },
    });

  let repository = "";
  beforeAll(async () => {
    repository = await mkdtemp(join(tmpdir(), "telltale-git-"));
    const specs = join(repository, "specs", "deep folder");
    await mkdir(specs, { recursive: true });
    const write = (thing: object) =>
      writeFile(join(specs, "thing.json"), JSON.stringify(thing));
    await writeFile(
      join(specs, "api.json"),
      JSON.stringify(receiving({ $ref: "./thing.json" })),
    );
    await write(object({ a: text, b: text }));
    git(repository, "init", "-q", "-b", "main");
    git(repository, "add", ".");
    git(repository, "commit", "-q", "-m", "one");
    await write(object({ a: text }));
  });

  test("reads all files of the revision, from anywhere in the repository", async () => {
    const folders = [
      [repository, "specs/deep folder/api.json"],
      [join(repository, "specs"), "deep folder/api.json"],
    ] as const;
    for (const [folder, path] of folders) {
      const args = [`git:main:${path}`, path, "--json"];
      const { code, stdout, stderr } = await telltale(folder, ...args);
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
      expect(JSON.parse(stdout)).toMatchObject({
        findings: [
          {
            change: "field-removed",
            old: {
              source: "git:main:specs/deep folder/thing.json",
              pointer: "/properties/b",
              line: 1,
            },
            new: { source: path.replace("api", "thing") },
          },
        ],
      });
    }
  });

  test("two revisions", async () => {
    const input = "git:HEAD:specs/deep folder/api.json";
    expect((await telltale(repository, input, input)).stdout).toBe(
      "no change for callers\n",
    );
  });

  test("what is no revision or no file is said, and never an option of git", async () => {
    const inputs = [
      "git:nowhere:specs/deep folder/api.json",
      "git:main:none.json",
      "git:main:../outside.json",
      "git:--output=x:specs/deep folder/api.json",
      "git:main:",
      "git::x",
      "git:main",
      "git:main:specs",
    ];
    for (const input of inputs) {
      const { code, stderr } = await telltale(repository, input, "x.json");
      expect({ input, code }).toEqual({ input, code: 2 });
      expect(stderr).toContain(input);
    }
  });

  test("--client compiles both sides as the config says", async () => {
    await writeFile(
      join(repository, "telltale.config.mjs"),
      `export default { clients: { things: { input: "specs/deep folder/api.json", output: "out", rename: { getThing: "readThing" } } } };`,
    );
    const input = "git:main:specs/deep folder/api.json";
    const { code, stdout } = await telltale(
      repository,
      input,
      "--client",
      "things",
    );
    expect(code).toBe(1);
    expect(stdout).toContain("Thing.b is gone in responses");
    expect(
      (await telltale(repository, input, "--client", "other")).stderr,
    ).toContain("clients are things");
  });
});
