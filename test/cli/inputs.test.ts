import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { stringify } from "yaml";
import { beforeEach, expect, test } from "vitest";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-inputs-"));
});

const main = new URL("../../generator/cli/main.ts", import.meta.url).pathname;

/** The program itself, as a shell runs it. */
async function telltale(args: readonly string[], input?: string) {
  const child = spawn(process.execPath, [main, ...args], { cwd });
  child.stdin.on("error", () => {}).end(input);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on("exit", done)),
  ]);
  return { code, stdout, stderr };
}

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const small = {
  openapi: "3.1.0",
  info: { title: "Small", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        tags: ["Pets"],
        responses: {
          200: {
            description: "ok",
            content: { "application/json": { schema: schema("Pet") } },
          },
        },
      },
    },
    "/toys": {
      get: {
        operationId: "listToys",
        responses: {
          200: {
            description: "ok",
            content: { "application/json": { schema: schema("Toy") } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: { properties: { id: { type: "integer", format: "int64" } } },
      Toy: { properties: { name: { type: "string" } } },
    },
  },
};
const json = JSON.stringify(small, null, 2);

test.each([
  ["openapi: 4.0.0\npaths: {}\n", /OpenAPI 4\.0\.0 is not read here/],
  ["openapi: 3.9.0\npaths: {}\n", /OpenAPI 3\.9\.0 is not read here/],
  ['swaggerVersion: "1.2"\napis: []\n', /Swagger 1\.2 is not read here/],
  [json.slice(0, json.length / 2), /the JSON ends too early/],
  [json.slice(0, json.indexOf("listToys") + 4), /the JSON ends too early/],
  ["openapi: 3.1.0\npaths: { /pets: { get:", /the YAML is not well-formed/],
  ["<!doctype html>\n<title>502</title>\n", /an HTML page, perhaps an error/],
  ['{"error":{"message":"Unauthorized"}}', /an error response saved by mista/],
  ["", /it seems to be empty/],
])(
  "%j is one error of one line and its help, exit 3, no folder, no stack",
  async (document, message) => {
    await writeFile(join(cwd, "api.yaml"), document);
    const found = await telltale(["generate", "api.yaml", "-o", "out"]);
    expect(found.code).toBe(3);
    expect(found.stdout).toBe("out: 1 error, nothing written\n");
    expect(found.stderr).toMatch(message);
    expect(found.stderr).toContain("  help: ");
    expect(found.stderr).not.toMatch(/\n\s+at .*:\d+:\d+|internal:/);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  },
);

test("an error leaves the client that is there as it is", async () => {
  await writeFile(join(cwd, "api.json"), json);
  await telltale(["generate", "api.json", "-o", "out"]);
  const before = await readFile(join(cwd, "out/index.ts"), "utf8");
  await writeFile(join(cwd, "api.json"), json.slice(0, -20));
  const { code } = await telltale(["generate", "api.json", "-o", "out"]);
  expect(code).toBe(3);
  expect(await readFile(join(cwd, "out/index.ts"), "utf8")).toBe(before);
});

test.each([
  ["JSON", json],
  ["JSON with a byte order mark", `\uFEFF${json}`],
  ["YAML", stringify(small)],
])(
  "%s on standard input is read, its references from the working directory",
  async (_, document) => {
    await writeFile(join(cwd, "shape.yaml"), "properties: { size: {} }\n");
    const referring = document.replace(
      /#\/components\/schemas\/Toy/,
      "shape.yaml",
    );
    const { code, stdout } = await telltale(
      ["generate", "-", "-o", "out"],
      referring,
    );
    expect(stdout).toMatch(/^out: 2 operations, /);
    expect(code).toBe(0);
    const index = await readFile(join(cwd, "out/index.ts"), "utf8");
    expect(index).toContain("// Generated from stdin (Small 1.0.0).");
    const toys = await readFile(join(cwd, "out/operations/toys.ts"), "utf8");
    expect(toys).toContain("Call<Shape, ");
  },
);

test("what is no description on standard input is said as of a file", async () => {
  const { code, stderr } = await telltale(["generate", "-", "-o", "out"], "");
  expect(code).toBe(3);
  expect(stderr).toContain("stdin:1:1  error  load/not-openapi");
});

test("--include, --exclude and --int64 say what the config says", async () => {
  await writeFile(join(cwd, "api.json"), json);
  const { code, stderr } = await telltale([
    ...["generate", "api.json", "-o", "out", "--int64", "string"],
    ...["--include", "path=/**,method=get", "--include", "tag=Pet"],
    ...["--exclude", "operationId=listToys"],
  ]);
  expect(code).toBe(0);
  expect(stderr).toContain(
    "include tag=Pet matches no operation and no webhook; tag could be Pets",
  );
  const pet = await readFile(join(cwd, "out/types/pet.ts"), "utf8");
  expect(pet).toContain("id?: string;");
  expect(existsSync(join(cwd, "out/types/toy.ts"))).toBe(false);
  expect(existsSync(join(cwd, "out/operations/toys.ts"))).toBe(false);
});

test("--allow-refs lets references out of the folder", async () => {
  await writeFile(join(cwd, "toy.yaml"), "properties: { size: {} }\n");
  const folder = await mkdtemp(join(cwd, "api-"));
  const document = json.replace("#/components/schemas/Toy", "../toy.yaml");
  await writeFile(join(folder, "api.json"), document);
  const args = ["generate", join(folder, "api.json"), "-o", "out", "--json"];
  const refused = await telltale(args);
  expect(refused.stdout).toContain("load/reference-refused");
  const allowed = await telltale([...args, "--allow-refs", "."]);
  expect(allowed.stdout).not.toContain("load/reference-refused");
  expect(allowed.code).toBe(0);
});

test("explain is about what was chosen alone", async () => {
  const variants = (name: string) => ({
    oneOf: ["a", "b"].map((value) => ({
      required: [name],
      properties: { [name]: { const: value } },
    })),
  });
  const schemas = { Pet: variants("pet"), Toy: variants("toy") };
  const document = { ...small, components: { schemas } };
  await writeFile(join(cwd, "api.yaml"), stringify(document));
  const args = ["explain", "api.yaml", "--json", "--exclude", "path=/toys"];
  const { stdout } = await telltale(args);
  const [client] = JSON.parse(stdout).clients;
  expect(client.explanation.operations).toBe(1);
  expect(
    client.explanation.unions.map(({ name }: { name: string }) => name),
  ).toEqual(["Pet"]);
});
