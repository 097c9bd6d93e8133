import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compile } from "../../generator/compile.ts";
import type { GenerateOptions } from "../../generator/options.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

type Files = ReadonlyMap<string, string>;

/** The files that this text compiles to, in a folder of its own. */
async function filesOf(
  text: string,
  options: GenerateOptions = {},
  name = "api.yaml",
): Promise<Files> {
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  await writeFile(join(cwd, name), text);
  const { files } = await compile(name, { cwd, ...options });
  await rm(cwd, { recursive: true });
  return new Map(files.map(({ path, text: emitted }) => [path, emitted]));
}

/** Files that are in both and differ. */
const changed = (before: Files, after: Files): readonly string[] =>
  [...before.keys()].filter(
    (path) => after.has(path) && after.get(path) !== before.get(path),
  );
const added = (before: Files, after: Files): readonly string[] =>
  [...after.keys()].filter((path) => !before.has(path)).sort();

const operation = (id: string, component: string, more = "") =>
  `{ operationId: ${id}, ${more}responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/${component}" } } } } } }`;

interface Extra {
  readonly paths?: string;
  readonly schemas?: string;
}

/** Components and inline schemas, a native union and one that gets a tag. */
const document = ({ paths = "", schemas = "" }: Extra = {}): string => `
openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /pets:
    get: ${operation("listPets", "PetPage", "parameters: [{ name: limit, in: query, schema: { type: integer } }], ")}
    post:
      operationId: createPet
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses: { "201": { description: ok, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } } }
  /notes:
    get: ${operation("listNotes", "Content")}
${paths}
components:
  schemas:
    PetPage: { type: object, required: [data], properties: { data: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
    Cat: { type: object, required: [type], properties: { type: { const: cat }, lives: { type: integer } } }
    Dog: { type: object, required: [type], properties: { type: { const: dog } } }
    Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }
    Content:
      anyOf:
        - { type: object, required: [url], properties: { url: { type: string } } }
        - { type: object, required: [text], properties: { text: { type: string } } }
${schemas}
`;

const plain = await filesOf(document());

test("the document of these tests compiles to files", () => {
  expect([...plain.keys()]).toEqual(
    expect.arrayContaining([
      "index.ts",
      "client.ts",
      "operations/pets.ts",
      "operations/notes.ts",
      "types/pet.ts",
      "types/content.ts",
    ]),
  );
});

test("the same description gives the same bytes, wherever it lies", async () => {
  expect(await filesOf(document())).toEqual(plain);
});

test.each(["specs/quo/openapi.yaml", "specs/bird/openapi.json"])(
  "%s gives the same bytes twice",
  async (entry) => {
    const first = await compile(entry, { cwd: repository });
    const second = await compile(entry, { cwd: repository });
    expect(first.files.length).toBeGreaterThan(0);
    expect(second.files).toEqual(first.files);
  },
);

test("compiling two descriptions at once mixes nothing up", async () => {
  const [one, other, again] = await Promise.all([
    filesOf(document()),
    filesOf(document({ schemas: "    Toy: { type: string }" })),
    filesOf(document()),
  ]);
  expect(one).toEqual(plain);
  expect(again).toEqual(plain);
  expect(added(plain, other)).toEqual(["types/toy.ts"]);
});

test("JSON and YAML of one description differ in the first line alone", async () => {
  const json = JSON.stringify(parse(document()));
  const fromJson = await filesOf(json, {}, "api.json");
  const body = (files: Files) =>
    [...files].map(([path, text]) => [
      path,
      text.replace("api.json", "api.yaml"),
    ]);
  expect(body(fromJson)).toEqual(body(plain));
});

test("an unrelated component changes index.ts alone", async () => {
  const after = await filesOf(
    document({
      schemas:
        "    Toy: { type: object, required: [name], properties: { name: { type: string } } }",
    }),
  );
  expect(changed(plain, after)).toEqual(["index.ts"]);
  expect(added(plain, after)).toEqual(["types/toy.ts"]);
});

test("an unrelated operation changes index.ts alone", async () => {
  const after = await filesOf(
    document({
      paths: `  /toys:\n    get: ${operation("listToys", "Toy")}`,
      schemas:
        "    Toy: { type: object, required: [name], properties: { name: { type: string } } }",
    }),
  );
  expect(changed(plain, after)).toEqual(["index.ts"]);
  expect(added(plain, after)).toEqual(["operations/toys.ts", "types/toy.ts"]);
});

test("an operation that uses a component leaves the component's file alone", async () => {
  const after = await filesOf(
    document({ paths: `  /first:\n    get: ${operation("firstPet", "Pet")}` }),
  );
  expect(changed(plain, after)).toEqual(["index.ts"]);
  expect(added(plain, after)).toEqual(["operations/first.ts"]);
});

test("a changed description of one schema changes its file alone", async () => {
  const after = await filesOf(
    document().replace("Dog: {", "Dog: { description: Barks.,"),
  );
  expect(changed(plain, after)).toEqual(["types/dog.ts"]);
  expect(added(plain, after)).toEqual([]);
});

test("another name for a component is the only difference", async () => {
  const rename = (text: string) =>
    text.replaceAll("Cat", "Cot").replaceAll(/(?<=\/)cat(?=[.":])/g, "cot");
  const after = await filesOf(document().replaceAll("Cat", "Cot"));
  const wanted = [...plain].map(([path, text]) => [rename(path), rename(text)]);
  expect([...after]).toEqual(wanted);
});

test("`rename` changes the operation's own files alone", async () => {
  const after = await filesOf(document(), {
    rename: { listNotes: "allNotes" },
  });
  const touched = changed(plain, after);
  expect(touched).toEqual(["operations/notes.ts"]);
  expect(added(plain, after)).toEqual([]);
  expect(after.get("operations/notes.ts")).toContain("function allNotes(");
});

test("a large description, printed in another thread, gives the same client", async () => {
  const large = `${document()}x-padding: ${"a".repeat(2_000_000)}\n`;
  expect(await filesOf(large)).toEqual(await filesOf(document()));
});
