import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { expect, test } from "vitest";
import {
  extract,
  loadPages,
  renderDocument,
} from "../../generator/1-load/index.ts";
import {
  collect,
  type Diagnostic,
} from "../../generator/diagnostics/diagnostic.ts";
import type { Json, JsonObject, Source } from "../../generator/ir/source.ts";
import { folder } from "../load/read.ts";
import { shared } from "../shared.ts";

const page = (value: unknown, i = 0): Source => ({
  id: `page${i}.md`,
  format: "json",
  text: "",
  range: [0, 0],
  value: value as Json,
});

/** What these tests look at in an extracted document. */
interface Extracted {
  readonly tags: Json;
  readonly servers: Json;
  readonly security: Json;
  readonly paths: Record<string, ReturnType<typeof get>>;
  readonly components: Record<"schemas" | "responses", Record<string, Json>>;
}

function merge(...values: readonly unknown[]) {
  const diagnostics: Diagnostic[] = [];
  const before = structuredClone(values);
  const result = extract(values.map(page), collect(diagnostics));
  expect(values).toEqual(before);
  const document = result?.document as unknown as Extracted;
  return { document, diagnostics, codes: diagnostics.map(({ code }) => code) };
}

const api = { openapi: "3.0.3", info: { title: "t", version: "1" } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const get = (schema: Json, more: object = {}) => ({
  get: {
    responses: { 200: { content: { "application/json": { schema } } } },
    ...more,
  },
});
const schemaOf = (document: Extracted, path: string): Json =>
  document.paths[path]!.get.responses[200].content["application/json"].schema;

test("a lone page is its document, whatever is in it", async () => {
  const json = fc.jsonValue({ maxDepth: 5, noUnicodeString: false });
  await fc.assert(
    fc.asyncProperty(
      json,
      fc.constantFrom("json", "yaml"),
      async (extension, format) => {
        // As JSON has it: no negative zero.
        const value = JSON.parse(
          JSON.stringify({ ...api, "x-extension": extension }),
        ) as Json;
        const { document } = merge(value);
        expect(document).toEqual(value);
        const text = await renderDocument(
          document as unknown as JsonObject,
          format as "json" | "yaml",
        );
        expect(format === "json" ? JSON.parse(text) : parse(text)).toEqual(
          value,
        );
        expect(
          await renderDocument(
            document as unknown as JsonObject,
            format as "json" | "yaml",
          ),
        ).toBe(text);
      },
    ),
    { numRuns: 150 },
  );
});

test("both published pages are taken out as they are", async () => {
  const quo = shared("seeds/000_3ab5b063d20d5bfc.txt");
  const bird = shared("seeds/004_6b0d9bda372dd926.txt");
  for (const url of [quo, bird]) {
    if (url === undefined) return;
    const text = readFileSync(url, "utf8");
    const { context, diagnostics } = await folder({ "page.md": text });
    const found = await loadPages("page.md", context);
    const extracted = extract(found, context.report);
    expect(diagnostics).toEqual([]);
    const block =
      url === quo
        ? /````yaml.*\n([^]*?)\n````/
        : /```json\n(\{"openapi"[^]*?)\n```/;
    const written = parse(block.exec(text)?.[1] ?? "") as Json;
    expect(extracted?.document).toEqual(written);
    const yaml = await renderDocument(extracted?.document ?? null, "yaml");
    expect(parse(yaml)).toEqual(written);
    expect(parse(yaml, { version: "1.1" })).toEqual(written);
  }
});

test("operations, tags and components of many pages become one document", () => {
  const pet = { type: "object" };
  const { document, codes } = merge(
    {
      ...api,
      tags: [{ name: "a" }],
      paths: { "/x": get(ref("Pet")) },
      components: { schemas: { Pet: pet } },
    },
    {
      ...api,
      tags: [{ name: "b" }, { name: "a" }],
      paths: { "/x": { post: {} }, "/y": get(ref("Pet")) },
      components: { schemas: { Owner: {}, Pet: pet }, responses: { Gone: {} } },
    },
  );
  expect(codes).toEqual([]);
  expect(document.tags).toEqual([{ name: "a" }, { name: "b" }]);
  expect(Object.keys(document.paths)).toEqual(["/x", "/y"]);
  expect(Object.keys(document.paths["/x"]!)).toEqual(["get", "post"]);
  expect(Object.keys(document.components.schemas)).toEqual(["Pet", "Owner"]);
  expect(document.components.responses).toEqual({ Gone: {} });
});

test("merging the same page again changes nothing", () => {
  const value = {
    ...api,
    servers: [{ url: "/a" }],
    security: [{ key: [] }],
    tags: [{ name: "a" }],
    paths: {
      "/x": { parameters: [{ name: "p", in: "query" }], ...get(ref("A")) },
    },
    components: {
      schemas: {
        A: { properties: { b: ref("B") } },
        B: { properties: { a: ref("A") } },
      },
      securitySchemes: { key: { type: "http", scheme: "basic" } },
    },
  };
  const { document, codes } = merge(value, value, value);
  expect(codes).toEqual([]);
  expect(document).toEqual(value);
});

test("an unequal component keeps its meaning under a fresh name, and both places are named", () => {
  const { document, diagnostics } = merge(
    {
      ...api,
      paths: { "/x": get(ref("Pet")) },
      components: { schemas: { Pet: { type: "string" } } },
    },
    {
      ...api,
      paths: { "/y": get(ref("Pet")) },
      components: { schemas: { Pet: { type: "number" } } },
    },
    {
      ...api,
      paths: { "/z": get(ref("Pet")) },
      components: { schemas: { Pet: { type: "number" } } },
    },
  );
  expect(document.components.schemas).toEqual({
    Pet: { type: "string" },
    Pet2: { type: "number" },
  });
  expect(schemaOf(document, "/x")).toEqual(ref("Pet"));
  expect(schemaOf(document, "/y")).toEqual(ref("Pet2"));
  expect(schemaOf(document, "/z")).toEqual(ref("Pet2"));
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: "extract/unequal-component",
    origin: { source: "page1.md", pointer: "/components/schemas/Pet" },
    related: [
      { origin: { source: "page0.md", pointer: "/components/schemas/Pet" } },
    ],
  });
});

test("a component that refers to an unequal one is unequal too, however they are written", () => {
  const cycle = {
    A: { properties: { b: ref("B") } },
    B: { properties: { a: ref("A"), c: ref("C") } },
  };
  const { document, codes } = merge(
    {
      ...api,
      paths: { "/x": get(ref("A")) },
      components: { schemas: { ...cycle, C: { type: "string" } } },
    },
    {
      ...api,
      paths: { "/y": get(ref("A")) },
      components: { schemas: { ...cycle, C: { type: "number" }, C2: {} } },
    },
  );
  const { schemas } = document.components;
  expect(codes).toEqual(Array(3).fill("extract/unequal-component"));
  expect(schemas.A2).toEqual({ properties: { b: ref("B2") } });
  expect(schemas.B2).toEqual({ properties: { a: ref("A2"), c: ref("C3") } });
  expect(schemas.C3).toEqual({ type: "number" });
  expect(schemas.C2).toEqual({});
  expect(schemaOf(document, "/y")).toEqual(ref("A2"));
});

test("a renamed variant keeps the tag it had", () => {
  const union = {
    oneOf: [ref("Cat"), ref("Dog")],
    discriminator: { propertyName: "type", mapping: { hound: "Dog" } },
  };
  const { document } = merge(
    {
      ...api,
      components: { schemas: { Cat: { title: "1" }, Dog: { title: "1" } } },
    },
    {
      ...api,
      paths: { "/y": get(union) },
      components: { schemas: { Cat: { title: "2" }, Dog: { title: "2" } } },
    },
  );
  expect(schemaOf(document, "/y")).toEqual({
    oneOf: [ref("Cat2"), ref("Dog2")],
    discriminator: {
      propertyName: "type",
      mapping: { hound: "Dog2", Cat: "#/components/schemas/Cat2" },
    },
  });
});

test("servers and security that differ go down to the operations", () => {
  const key = (scheme: string) => ({
    securitySchemes: { key: { type: "http", scheme } },
  });
  const { document, codes } = merge(
    {
      ...api,
      servers: [{ url: "https://a" }],
      security: [{ key: [] }],
      paths: { "/x": get({}) },
      components: key("basic"),
    },
    {
      ...api,
      servers: [{ url: "https://b" }],
      security: [{ key: [] }],
      paths: {
        "/y": get({}),
        "/z": get({}, { security: [], servers: [{ url: "https://c" }] }),
      },
      components: key("bearer"),
    },
    { ...api, servers: [], paths: { "/open": get({}) } },
  );
  expect(document.servers).toEqual([{ url: "https://a" }]);
  expect(document.security).toEqual([{ key: [] }]);
  expect(document.paths["/x"]).toEqual(get({}));
  expect(document.paths["/y"]!.get).toMatchObject({
    servers: [{ url: "https://b" }],
    security: [{ key2: [] }],
  });
  expect(document.paths["/z"]!.get).toMatchObject({
    security: [],
    servers: [{ url: "https://c" }],
  });
  expect(document.paths["/open"]!.get).toMatchObject({
    security: [],
    servers: [{ url: "/" }],
  });
  expect(codes.filter((code) => code === "extract/unequal-scope")).toHaveLength(
    4,
  );
});

test("what a Path Item shares goes down to the operations where pages differ", () => {
  const parameter = (name: string) => ({ name, in: "query" });
  const { document, codes } = merge(
    {
      ...api,
      paths: {
        "/x": {
          parameters: [parameter("a"), parameter("b")],
          get: { parameters: [parameter("b")] },
        },
      },
    },
    { ...api, paths: { "/x": { parameters: [parameter("c")], post: {} } } },
  );
  expect(codes).toEqual([]);
  expect(document.paths["/x"]).toEqual({
    get: { parameters: [parameter("a"), parameter("b")] },
    post: { parameters: [parameter("c")] },
  });
});

test("contradictions are named, and the first page wins", () => {
  const { document, diagnostics } = merge(
    {
      ...api,
      tags: [{ name: "a", description: "1" }],
      paths: { "/x": { summary: "1", get: { summary: "1" } } },
    },
    {
      ...api,
      info: { title: "other", version: "1" },
      tags: [{ name: "a", description: "2" }],
      paths: { "/x": { summary: "2", get: { summary: "2" } } },
    },
    { ...api, openapi: "3.1.0", paths: { "/never": {} } },
  );
  expect(document).toMatchObject({
    info: api.info,
    paths: { "/x": { summary: "1", get: { summary: "1" } } },
  });
  expect(Object.keys(document.paths)).toEqual(["/x"]);
  const found = diagnostics.map(({ code }) => code);
  expect(found.sort()).toEqual([
    "extract/unequal-member",
    "extract/unequal-operation",
    "extract/unequal-path-item",
    "extract/unequal-tag",
    "extract/unequal-version",
  ]);
  for (const { related } of diagnostics)
    expect(related[0]?.origin.source).toBe("page0.md");
});

test("names and keys that are special in JavaScript are only names", () => {
  const schemas = (type: string) =>
    JSON.parse(
      `{"__proto__": {"type": "${type}"}, "constructor": {"type": "${type}"}}`,
    ) as Json;
  const { document } = merge(
    { ...api, components: { schemas: schemas("string") } },
    {
      ...api,
      paths: { "/y": get(ref("__proto__")) },
      components: { schemas: schemas("number") },
    },
  );
  expect(Object.keys(document.components.schemas)).toEqual([
    "__proto__",
    "__proto__2",
    "constructor",
    "constructor2",
  ]);
  expect(schemaOf(document, "/y")).toEqual(ref("__proto__2"));
});
