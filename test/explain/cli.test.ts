import { existsSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { run } from "../../generator/cli/run.ts";
import { shared } from "../shared.ts";
import { folder, object, receiving, ref } from "./documents.ts";

async function telltale(cwd: string, ...args: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const code = await run(args, {
    cwd,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

const pets = receiving({
  Cat: object({ type: { const: "cat" } }),
  Dog: object({ type: { const: "dog" } }),
  Pet: { oneOf: [ref("Cat"), ref("Dog")] },
});

async function project(): Promise<string> {
  const cwd = await folder();
  await writeFile(join(cwd, "api.json"), JSON.stringify(pets));
  return cwd;
}

test("text by default, exit 0", async () => {
  const { code, stdout, stderr } = await telltale(
    await project(),
    "explain",
    "api.json",
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Pet  native  the literals of type narrow");
});

test("--json is one document on stdout", async () => {
  const { code, stdout } = await telltale(
    await project(),
    "explain",
    "api.json",
    "--json",
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    exit: 0,
    clients: [
      {
        name: "api.json",
        ok: true,
        explanation: { unions: [{ name: "Pet", outcome: "native" }] },
      },
    ],
  });
});

test("--html writes one page and says so in a line", async () => {
  const cwd = await project();
  const { code, stdout } = await telltale(
    cwd,
    "explain",
    "api.json",
    "--html",
    "out/pets.html",
  );
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "1 union explained → out/pets.html\n",
  });
  expect(await readFile(join(cwd, "out/pets.html"), "utf8")).toMatch(
    /^<!doctype html>/,
  );
});

test("overlays come first: what they correct is explained", async () => {
  const cwd = await project();
  const overlay = {
    overlay: "1.0.0",
    info: { title: "Tag", version: "1" },
    actions: [
      {
        target: "$.components.schemas.Dog.properties.type",
        update: { const: "hound" },
      },
    ],
  };
  await writeFile(join(cwd, "overlay.json"), JSON.stringify(overlay));
  const { stdout } = await telltale(
    cwd,
    "explain",
    "api.json",
    "--overlay",
    "overlay.json",
  );
  expect(stdout).toContain('is "hound"');
});

test("without an input, every client of the config, on one page", async () => {
  const cwd = await project();
  const client = '{ input: "api.json", output: "x" }';
  await writeFile(
    join(cwd, "telltale.config.mjs"),
    `export default { clients: { a: ${client}, b: ${client} } };\n`,
  );
  const text = await telltale(cwd, "explain");
  expect(text.stdout.match(/^Pet {2}native/gm)).toHaveLength(2);
  const page = await telltale(cwd, "explain", "--html", "all.html");
  expect(page.stdout).toBe("2 unions explained → all.html\n");
});

test.each([
  [["explain"], /no telltale\.config\.ts/],
  [["explain", "--overlay", "x"], /--overlay is for one input/],
  [["explain", "api.json", "--config", "c.ts"], /exclude each other/],
])("%j is bad usage: exit 2", async (args, message) => {
  const { code, stdout, stderr } = await telltale(await project(), ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
});

test("a description that cannot be compiled is exit 3, and no page is written", async () => {
  const cwd = await project();
  const { code, stdout, stderr } = await telltale(
    cwd,
    "explain",
    "absent.json",
    "--html",
    "x.html",
  );
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain("load/not-found");
  expect(stderr).toContain("absent.json: 1 error, nothing explained");
  expect(existsSync(join(cwd, "x.html"))).toBe(false);
});

const url = shared("conformance/hostile/");

describe.skipIf(url === undefined)("hostile descriptions", () => {
  const files =
    url === undefined
      ? []
      : readdirSync(url).filter((name) => name.startsWith("g"));
  test.each(files)(
    "%s: explained or refused, no stack, no control characters",
    async (file) => {
      const cwd = fileURLToPath(url as URL);
      const page = join(await folder(), "page.html");
      for (const more of [[], ["--json"], ["--html", page]]) {
        const { code, stdout, stderr } = await telltale(
          cwd,
          "explain",
          file,
          ...more,
        );
        expect([0, 3]).toContain(code);
        expect(stdout + stderr).not.toMatch(/internal:|\n\s+at .*:\d+:\d+/);
        expect(stdout + stderr).not.toMatch(
          /[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/,
        );
      }
    },
  );
});
