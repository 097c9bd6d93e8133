import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";

const document = `
openapi: 3.1.0
info: { title: Zoo, version: "1" }
servers: [{ url: https://api.example }]
components:
  schemas:
    Pets: { type: object, properties: { data: { type: array, items: { type: string } }, total_count: { type: integer }, next_url: { type: string, format: uri } } }
paths:
  /cats:
    get:
      operationId: listCats
      tags: [Zoo]
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pets" } } } } }
  /dogs:
    post:
      operationId: searchDogs
      tags: [Zoo]
      parameters: [{ name: offset, in: query, schema: { type: integer } }, { name: with-pagination, in: query, schema: { type: boolean } }]
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pets" } } } } }
`;

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  await writeFile(join(cwd, "zoo.yaml"), document);
});
afterEach(() => rm(cwd, { recursive: true }));

test("a helper passes on what the operation takes, and the flag that turns pages on", async () => {
  const { files } = await compile("zoo.yaml", { cwd });
  const text = files
    .find(({ path }) => path === "operations/zoo.ts")
    ?.text.replace(/\s+/g, " ");
  expect(text).toContain(
    "(client, _params, options) => listCats(client, options), pageUrl(",
  );
  expect(text).toContain('{ ...params, "with-pagination": true }, options');
});
