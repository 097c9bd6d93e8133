import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.ts";
import { runSuccessfully } from "../consumer/run-command.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { root } from "../generated/clients.ts";
import { listFiles } from "../generated/list-files.ts";
import { shared } from "../shared.ts";
import { compilers, setups, typeCheck } from "./type-check.ts";

/** Consumers of the committed packages, which they import by name. */
const consumers = ["same.ts", "quo.ts", "bird.ts"].map((file) =>
  fileURLToPath(new URL(file, import.meta.url)),
);
const descriptions = [
  new URL("../../specs/quo/openapi.yaml", import.meta.url),
  new URL("../../specs/bird/openapi.json", import.meta.url),
  shared("corpus/quo/quo-public-api-v1.json"),
  shared("corpus/bird/bird-2026-reconstructed.json"),
  shared("corpus/bird/channels-createMessage-excerpt.json"),
].flatMap((url) => (url === undefined ? [] : [fileURLToPath(url)]));

const folder = await temporaryFolder();
await writeFile(join(folder, "package.json"), '{ "type": "module" }');
const outputs = descriptions.map((description) => {
  const name = basename(description);
  const output = join(folder, "clients", name.replaceAll(".", "-"));
  return { description, name, output };
});

await addOpenUnion();

describe("a client from the command line", () => {
  test.each(outputs)("$name", async ({ description, output }) => {
    const said = await telltale(description, output);
    expect(said).toMatch(/\(\d+ files, \d+ written\)\n$/);
    const bytes = await read(output);
    expect(Object.keys(bytes)).toContain("index.ts");

    expect(await telltale(description, output)).toMatch(/, unchanged\)\n$/);
    expect(await read(output)).toEqual(bytes);
  });
});

describe("types", () => {
  // One program per setup: its libraries are checked once.
  const include = ["clients/**/*.ts", ...consumers];

  test.each(setups)("$compiler, $mode", async (setup) => {
    expect(await typeCheck({ ...setup, folder, include })).toBe("");
  });

  test.each(Object.values(compilers))("%s, Node's alone", async (compiler) => {
    const options = {
      lib: ["es2022"],
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
    };
    const check = { compiler, mode: "nodenext", folder, include } as const;
    expect(await typeCheck({ ...check, options })).toBe("");
  });

  // Known failure: the items of a list `errors` in a body take the name first, and the errors of this
  // one operation are called ListWebhooksFailure, while those of every other one are called …Error.
  test("an operation's errors are called by its name", async () => {
    await writeFile(
      join(folder, "names.ts"),
      `import type { ErrorOf, listWebhooks, ListWebhooksError } from "${root}generated/quo/src/index.js";
      declare const error: ErrorOf<typeof listWebhooks>;
      error satisfies ListWebhooksError;`,
    );
    const check = { compiler: "ts7", mode: "nodenext", folder } as const;
    expect(await typeCheck({ ...check, include: ["names.ts"] })).toBe("");
  });
});

/** A client of a small description of our own, with its consumer beside it. */
async function addOpenUnion(): Promise<void> {
  const page = new URL("open-union.md", import.meta.url);
  const text = await readFile(page, "utf8");
  const blocks = new Map(
    [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
      ([, language, block]) => [language, block ?? ""],
    ),
  );
  const description = join(folder, "pets.yaml");
  await writeFile(description, blocks.get("yaml") ?? "");
  const output = join(folder, "clients/pets");
  const options = { output, write: true, cwd: folder } as const;
  const { ok, diagnostics } = await generate("pets.yaml", options);
  expect({ ok, diagnostics }).toEqual({ ok: true, diagnostics: [] });
  await writeFile(join(output, "consumer.ts"), blocks.get("ts") ?? "");
}

function telltale(description: string, output: string): Promise<string> {
  const args = ["generator/cli/main.ts", "generate", description, "-o", output];
  return runSuccessfully(process.execPath, args, root);
}

/** The bytes of all files of a folder, by path. */
async function read(path: string): Promise<Readonly<Record<string, string>>> {
  const files = (await listFiles(path)).map(async (file) => {
    const bytes = await readFile(join(path, file));
    return [file, bytes.toString("latin1")] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
