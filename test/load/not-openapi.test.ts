import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { load } from "../../generator/1-load/index.ts";
import { shared } from "../shared.ts";
import { folder, read } from "./read.ts";

test.each([
  ["<!doctype html><title>404</title>", /an HTML page/],
  ["<?xml version='1.0'?><a/>", /an XML document/],
  ["", /empty/],
  ["   \n", /empty/],
  ["null", /empty/],
  ["[]", /a list/],
  ["hello", /plain text/],
  ["42", /the number 42/],
  ['{"asyncapi": "3.0.0"}', /AsyncAPI/],
  ["overlay: 1.0.0", /Overlay; pass it with --overlay/],
  ['{"paths": {}}', /without its openapi member/],
  ['{"error": "not found"}', /an error response/],
  ['{"a": 1, "b": 2}', /whose first members are a, b/],
  ["type Query { a: Int }", /GraphQL/],
])(
  "%s is not OpenAPI, and the error says what it seems to be",
  async (text, seems) => {
    const { source, diagnostics } = await read(text, "x");
    expect(source).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.code).toBe("load/not-openapi");
    expect(diagnostics[0]?.message).toMatch(seems);
  },
);

test.each([
  ["openapi: 4.0.0", "load/openapi-version"],
  ["openapi: 2.0", "load/openapi-type"],
  ["openapi: [3]", "load/openapi-type"],
  ["openapi: latest", "load/openapi-version"],
  ["openapi: 31.0", "load/openapi-type"],
  ["openapi: '31.0'", "load/openapi-version"],
  ["openapi: 3.9.0", "load/openapi-version"],
  ["openapi: '3.10'", "load/openapi-version"],
  ["swaggerVersion: '1.2'", "load/openapi-version"],
  ["swagger: '1.1'", "load/openapi-version"],
  ["swagger: '3.0'", "load/openapi-version"],
])("%s is refused", async (text, code) => {
  const { source, codes } = await read(`${text}\npaths: {}\n`);
  expect(source).toBeUndefined();
  expect(codes).toEqual([code]);
});

test.each(["swagger: '2.0'", "swagger: 2.0"])("%s is read", async (text) => {
  const { source, codes } = await read(`${text}\npaths: {}\n`);
  expect(source).toBeDefined();
  expect(codes).toEqual([]);
});

test.each(["3.0.0", "3.0.3", "3.1", "3.1.2", "3.2.0"])(
  "%s is read",
  async (version) => {
    expect((await read(`openapi: '${version}'`)).codes).toEqual([]);
  },
);

test.each([
  [Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
  [Buffer.from("%PDF-1.7"), /PDF/],
  [Buffer.from("openapi\0"), /binary/],
  [Buffer.from([0x6f, 0xff, 0xfe]), /UTF-8/],
])("what is not text is named", async (bytes, seems) => {
  const { diagnostics } = await read(bytes);
  expect(diagnostics.map(({ code }) => code)).toEqual(["load/not-text"]);
  expect(diagnostics[0]?.message).toMatch(seems);
});

test("a path that names no file, or a folder, is one error", async () => {
  const { context, diagnostics } = await folder({});
  expect(await load("absent.yaml", context)).toBeUndefined();
  expect(await load(".", context)).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "load/not-found",
    "load/unreadable",
  ]);
});

test("every hostile document loads or is refused in words, quickly", async () => {
  const index = shared("conformance/hostile/INDEX.tsv");
  if (index === undefined) return;
  const names = readFileSync(index, "utf8").trim().split("\n").slice(1);
  for (const line of names) {
    const name = line.split("\t")[0] ?? "";
    const start = performance.now();
    const { source, diagnostics } = await read(
      readFileSync(new URL(name, index)),
      name,
    );
    expect(performance.now() - start, name).toBeLessThan(1000);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(source === undefined, name).toBe(errors.length > 0);
  }
});
