import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../generator/cli/run.ts";

const array =
  "{ type: array, items: { type: object, properties: { id: { type: string } } } }";
const list = (name: string, parameters: string, page: string) => `
  /${name}:
    get:
      operationId: list_${name}
      parameters: [${parameters}]
      responses: { "200": { description: ok, content: { application/json: { schema: ${page} } } } }`;
const document = `
openapi: 3.1.0
info: { title: Zoo, version: "1" }
servers: [{ url: https://api.example }]
paths:${[
  list(
    "cats",
    "{ name: cursor, in: query, schema: { type: string } }",
    `{ type: object, properties: { cats: ${array}, next_cursor: { type: string } } }`,
  ),
  list("dogs", "{ name: offset, in: query, schema: { type: integer } }", array),
  list("owls", "", array),
].join("")}
  /status: { get: { operationId: status, responses: { "204": { description: ok } } } }
`;

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  await writeFile(join(cwd, "zoo.yaml"), document);
});
afterEach(() => rm(cwd, { recursive: true }));

async function telltale(...args: readonly string[]) {
  let stdout = "";
  const write = (text: string) => (stdout += text);
  const code = await run(args, {
    cwd,
    stdout: { write },
    stderr: { write: () => {} },
  });
  return { code, stdout };
}

test("generate counts the lists with a rule, and those without", async () => {
  const { code, stdout } = await telltale("generate", "zoo.yaml", "-o", "out");
  expect(stdout).toMatch(
    /out: 4 operations, .*1 paginated, 2 lists not paginated → out/,
  );
  expect(code).toBe(0);
});

test("explain shows each rule with its evidence, and the line that would declare one", async () => {
  const { stdout } = await telltale("explain", "zoo.yaml");
  expect(stdout).toContain("1 paginated, 2 lists not");
  expect(stdout).toContain(
    `paginateCats  GET /cats, by cursor  zoo.yaml:7:5
    the request takes "cursor", the response carries the next one in "next_cursor", and its items in "cats"`,
  );
  expect(stdout).toContain(
    `GET /dogs  zoo.yaml:12:5
    the request takes "offset"
    nothing says where the pages end: no total, no count of pages, no flag
    pagination: { list_dogs: { style: "offset", parameter: "offset", items: [] } }`,
  );
  // It speaks of no pages.
  expect(stdout).not.toContain("/owls");
});

test("that line declares it", async () => {
  // Node keeps a module that it has loaded: each config has a name of its own.
  const generate = async (name: string, rule: string) => {
    await writeFile(
      join(cwd, name),
      `export default { clients: { zoo: { input: "zoo.yaml", output: "out", pagination: ${rule} } } };\n`,
    );
    return telltale("generate", "--config", name);
  };
  const line =
    '{ list_dogs: { style: "offset", parameter: "offset", items: [] } }';
  expect((await generate("a.mjs", line)).stdout).toContain(
    "2 paginated, 1 list not paginated",
  );
  const misfit = '{ list_dogs: { style: "offset", parameter: "skip" } }';
  expect(await generate("b.mjs", misfit)).toMatchObject({ code: 3 });
  expect(await generate("c.mjs", "[]")).toMatchObject({ code: 2 });
});
