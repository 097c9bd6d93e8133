import { existsSync } from "node:fs";
import {
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Questions } from "../../generator/cli/questions.ts";
import { run } from "../../generator/cli/run.ts";
import { addScript } from "../../generator/init/add-script.ts";
import { clientName } from "../../generator/init/config-text.ts";
import { findDescriptions } from "../../generator/init/find-descriptions.ts";

const spec =
  'openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\nservers: [{ url: "http://t.test" }]\npaths: {}\n';
const manifest = '{\n\t"name": "app",\n\t"scripts": {\n\t\t"test": "x"\n\t}\n}';

let cwd: string;
beforeEach(async () => {
  cwd = await realpath(await mkdtemp(join(tmpdir(), "telltale-init-")));
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(cwd, path)), { recursive: true });
  await writeFile(join(cwd, path), text);
}
const read = (path: string) => readFile(join(cwd, path), "utf8");

/** telltale where the config looks for it, as it runs from source. */
async function install(): Promise<void> {
  const index = new URL("../../generator/index.ts", import.meta.url).href;
  await put("node_modules/telltale/index.mjs", `export * from "${index}";\n`);
  await put(
    "node_modules/telltale/package.json",
    '{ "exports": "./index.mjs" }',
  );
}

async function telltale(
  args: readonly string[],
  questions?: Questions | undefined,
) {
  let stdout = "";
  let stderr = "";
  const code = await run(args, {
    cwd,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    questions,
  });
  return { code, stdout, stderr };
}

/** A person who answers so, and is asked nothing else. */
function answering(answers: Readonly<Record<string, string>>) {
  const asked: unknown[] = [];
  const answer = async (message: string, offered: unknown): Promise<string> => {
    asked.push([message, offered]);
    const given = answers[message];
    if (given === undefined) throw new Error(`asked ${message}`);
    return given;
  };
  return { asked, text: answer, choose: answer };
}

describe("telltale init", () => {
  test("offers the descriptions of the folder, and what it writes generates", async () => {
    await install();
    await put("package.json", manifest);
    await put("specs/pets.yaml", spec);
    await put("specs/shop/openapi.json", '{ "swagger": "2.0" }');
    const person = answering({
      "Which description?": "specs/pets.yaml",
      "Where shall the client go?": "src/pets",
    });
    expect(await telltale(["init"], person)).toEqual({
      code: 0,
      stdout:
        "telltale.config.ts: written\n" +
        "package.json: script added; npm run generate generates the client\n",
      stderr: "",
    });
    expect(person.asked).toEqual([
      [
        "Which description?",
        [
          "specs/pets.yaml",
          "specs/shop/openapi.json",
          "another file, or a URL",
        ],
      ],
      ["Where shall the client go?", "src/api"],
    ]);
    expect(await read("package.json")).toBe(
      manifest.replace('"x"', '"x",\n\t\t"generate": "telltale generate"'),
    );
    const generated = await telltale(["generate"]);
    expect(generated).toMatchObject({ code: 0, stderr: "" });
    expect(generated.stdout).toMatch(/^pets: .* → src\/pets /);
    expect(existsSync(join(cwd, "src/pets/index.ts"))).toBe(true);
  });

  test("asks for a path where it finds no description, or none that is meant", async () => {
    await install();
    await put("api.txt", spec);
    const person = answering({
      "Where is the description?": "api.txt",
      "Where shall the client go?": "out",
    });
    expect(await telltale(["init"], person)).toMatchObject({ code: 0 });
    expect(person.asked).toHaveLength(2);
    expect(await read("telltale.config.ts")).toContain('input: "api.txt"');
  });

  test("asks nothing with flags, and changes nothing the second time", async () => {
    await install();
    await put("package.json", manifest);
    await put("pets.yaml", spec);
    const flags = ["--input", "pets.yaml", "--output", "out", "--name", "a b"];
    const args = ["init", ...flags, "--package", "@acme/pets"];
    expect(await telltale(args)).toMatchObject({ code: 0, stderr: "" });
    const config = await read("telltale.config.ts");
    const scripts = await read("package.json");
    expect(config).toContain('"a b": {');
    expect(config).toContain('package: "@acme/pets"');

    for (const again of [args, ["init"], ["init", "--yes"]]) {
      const { code, stdout } = await telltale(again);
      expect(code).toBe(0);
      expect(stdout).toContain("telltale.config.ts: there already, with a b;");
      expect(stdout).toContain("script there already");
    }
    const more = ["init", "--input", "shop.yaml", "--output", "src/shop"];
    expect((await telltale(more)).stdout).toContain(
      `put among its clients:\n  shop: { input: "shop.yaml", output: "src/shop" },\n`,
    );
    expect(await read("telltale.config.ts")).toBe(config);
    expect(await read("package.json")).toBe(scripts);
  });

  test("--yes takes the one description, and says what is missing", async () => {
    await put("openapi.yaml", spec);
    await put("node_modules/x/openapi.yaml", spec);
    const { code, stdout } = await telltale(["init", "--yes"]);
    expect(code).toBe(0);
    expect(stdout).toContain("package.json: there is none");
    expect(stdout).toContain("npm install --save-dev telltale");
    expect(await read("telltale.config.ts")).toContain('output: "src/api"');
    expect((await telltale(["init"])).stdout).toContain("there already; not");
  });

  test.each<[string, readonly string[], RegExp]>([
    ["no flags and no terminal", [], /no terminal to ask on.*\n.*--input/],
    ["several descriptions", ["--yes"], /several .*: a\.yaml, b\.json\n/],
    ["an absent file", ["--input", "c.yaml"], /c\.yaml cannot be read/],
  ])("refuses %s", async (_, flags, message) => {
    await put("a.yaml", spec);
    await put("b.json", '{"openapi":"3.1.0"}');
    const { code, stdout, stderr } = await telltale(["init", ...flags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(existsSync(join(cwd, "telltale.config.ts"))).toBe(false);
  });

  test("paths and names reach the config as literals", async () => {
    await install();
    const hostile = 'a"; process.exit(7); "`${x}\u2028.yaml';
    await put(hostile, spec);
    const flags = [
      "--input",
      hostile,
      "--output",
      'o"\n*/',
      "--name",
      "__proto__",
    ];
    expect(await telltale(["init", ...flags])).toMatchObject({ code: 0 });
    const { config } =
      await import("../../generator/config/load-config.ts").then(
        ({ loadConfig }) => loadConfig(cwd, undefined),
      );
    expect(Object.entries(config.clients)).toEqual([
      ["__proto__", { input: hostile, output: 'o"\n*/' }],
    ]);
  });
});

test("a script of another's, and a manifest that cannot be read, stay", () => {
  expect(addScript('{ "scripts": { "generate": "x" } }')).toEqual({
    kind: "other",
    command: "x",
  });
  expect(addScript("{ broken")).toEqual({ kind: "unreadable" });
  expect(addScript("{}\n")).toEqual({
    kind: "added",
    text: '{\n  "scripts": {\n    "generate": "telltale generate"\n  }\n}\n',
  });
  const windows = '{\r\n    "name": "a"\r\n}\r\n';
  expect(addScript(windows)).toMatchObject({
    text: windows.replace(
      '"a"',
      '"a",\r\n    "scripts": {\r\n        "generate": "telltale generate"\r\n    }',
    ),
  });
});

test("descriptions are told from what only mentions one", async () => {
  await put("a.yaml", `# comment\n${spec}`);
  await put("deep/er/b.json", '{\n  "openapi": "3.1.0"\n}');
  await put("part.yaml", "paths:\n  x:\n    openapi: 3\n");
  await put("config.json", '{ "client": { "openapi": "x" } }');
  await put(".hidden/c.yaml", spec);
  await put("empty.yml", "");
  expect(await findDescriptions(cwd)).toEqual(["a.yaml", "deep/er/b.json"]);
});

test.each([
  ["pets.yaml", "pets"],
  ["specs/shop/openapi.yaml", "shop"],
  ["openapi.yaml", "api"],
  ["https://example.com/pets.json", "api"],
])("%s is called %s", (input, name) => {
  expect(clientName(input)).toBe(name);
});
