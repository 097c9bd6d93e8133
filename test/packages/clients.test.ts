import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, test } from "vitest";
import { packClients } from "../consumer/project.ts";
import { runCommand } from "../consumer/run-command.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { root } from "../generated/clients.ts";

const folder = await temporaryFolder();
const tarballs = (await packClients(folder)).map((path) => ({
  path,
  name: basename(path),
}));

test("both are packed", () => {
  expect(tarballs.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^telltale-bird-\d+\.\d+\.\d+\.tgz$/),
    expect.stringMatching(/^telltale-quo-\d+\.\d+\.\d+\.tgz$/),
  ]);
});

describe.each(tarballs)("$name", ({ path }) => {
  test("publint finds nothing", async () => {
    const bytes = await readFile(path);
    const tarball = new Uint8Array(bytes).buffer;
    const { messages, pkg } = await publint({
      pack: { tarball },
      strict: true,
    });
    expect(
      messages.map((it) => formatMessage(it, pkg, { color: false })),
    ).toEqual([]);
  });

  test("attw finds nothing", async () => {
    const cli = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = ["--profile", "esm-only", "--no-definitely-typed"];
    const { code, stdout } = await runCommand(
      process.execPath,
      [cli, path, ...args, "--format", "json"],
      folder,
    );
    const { analysis, problems } = JSON.parse(stdout) as Attw;
    expect(code).toBe(0);
    // Listed too, though the profile leaves it out: that CommonJS has to import a module dynamically.
    const { CJSResolvesToESM: _, ...others } = problems;
    expect(others).toEqual({});
    expect(analysis.types).toEqual({ kind: "included" });
    expect(Object.keys(analysis.entrypoints)).toContain(".");
  });
});

/** As much of what attw prints as is read here. */
interface Attw {
  readonly analysis: {
    readonly types: unknown;
    readonly entrypoints: Readonly<Record<string, unknown>>;
  };
  readonly problems: Readonly<Record<string, unknown>>;
}
