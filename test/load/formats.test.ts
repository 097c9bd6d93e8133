import { readFileSync } from "node:fs";
import fc from "fast-check";
import { stringify } from "yaml";
import { expect, test } from "vitest";
import type { JsonObject } from "../../generator/ir/source.ts";
import { shared } from "../shared.ts";
import { lineAndColumn, read } from "./read.ts";

const minimal = { openapi: "3.1.0", info: { title: "t", version: "1" } };

test("reads JSON, YAML and UTF-16 alike, whatever the extension says", async () => {
  const json = JSON.stringify(minimal);
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(json, "utf16le"),
  ]);
  const texts = [json, `\uFEFF${json}`, stringify(minimal), utf16];
  for (const text of texts) {
    for (const name of ["api.json", "api.yaml", "api.txt"]) {
      const { value, codes } = await read(text, name);
      expect(value).toEqual(minimal);
      expect(codes).toEqual([]);
    }
  }
});

test("JSON and YAML of one value are one value, and __proto__ is an own key", async () => {
  const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
  await fc.assert(
    fc.asyncProperty(json, fc.string(), async (payload, key) => {
      const text = JSON.stringify({ ...minimal, "x-any": payload });
      const whole = JSON.parse(
        text.replace(
          '"x-any":',
          // A function: in a replacement text `$&` and the like have a meaning.
          () => `"__proto__":{"polluted":1},${JSON.stringify(`x${key}`)}:`,
        ),
      ) as JsonObject;
      const fromJson = await read(JSON.stringify(whole), "a.json");
      const fromYaml = await read(
        stringify(whole, { compat: "yaml-1.1", aliasDuplicateObjects: false }),
        "a.yaml",
      );
      for (const { value } of [fromJson, fromYaml]) {
        expect(value).toEqual(whole);
        expect(Object.keys(value as object)).toContain("__proto__");
        expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      }
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test("a truncated JSON document names the place where it ends", async () => {
  const text = '{"openapi": "3.1.0",\n "paths": {\n  "/x": {';
  const { source, diagnostics } = await read(text, "api.json");
  expect(source).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: "load/json-truncated",
    severity: "error",
  });
  const offset = diagnostics[0]?.origin.offset ?? -1;
  expect(lineAndColumn(text, offset)).toEqual({ line: 3, column: 10 });
});

test("broken JSON names the first wrong character", async () => {
  const text = '{"openapi": "3.1.0",\n "paths": {"/x" {}}}';
  const { diagnostics } = await read(text, "api.json");
  expect(diagnostics.map(({ code }) => code)).toEqual(["load/json-syntax"]);
  expect(diagnostics[0]?.message).toContain("a colon should stand here");
  expect(diagnostics[0]?.origin.offset).toBe(text.indexOf("{}}}"));
});

test("a YAML flow map with quotes and comments is YAML, if its extension says so", async () => {
  const text = '{"openapi": "3.1.0", # comment\n "paths": {},}';
  expect((await read(text, "api.yaml")).value).toEqual({
    openapi: "3.1.0",
    paths: {},
  });
  expect((await read(text, "api.json")).codes).toEqual(["load/json-syntax"]);
});

test("keys are what is written; values follow the core schema", async () => {
  const { value, codes } = await read(
    "openapi: 3.1.0\nx:\n  200: no\n  yes: 0x1F\n  1.0: 2020-01-01\n  null: ~\n",
  );
  expect((value as JsonObject)["x"]).toEqual({
    "200": "no",
    yes: 31,
    "1.0": "2020-01-01",
    null: null,
  });
  expect(codes).toEqual([]);
});

test("what YAML has and JSON has not is reported", async () => {
  const cases: readonly [text: string, code: string, x: unknown][] = [
    ["x: !!js/function 'f'", "load/yaml-tag", "f"],
    ["x: {? [a]: 1, b: 2}", "load/yaml-key", { b: 2 }],
    [
      "y: &y {a: 1, b: 1}\nx: {<<: *y, b: 2}",
      "load/yaml-merge-key",
      { a: 1, b: 2 },
    ],
    ["x: {a: 1, a: 2}", "load/duplicate-key", { a: 2 }],
    ["x: .inf", "load/number-range", Number.MAX_VALUE],
    ["x: .nan", "load/number-range", null],
    [
      "x: {enum: [9007199254740993]}",
      "load/number-rounded",
      { enum: [9007199254740992] },
    ],
  ];
  for (const [text, code, x] of cases) {
    const { value, codes } = await read(`openapi: 3.1.0\n${text}\n`);
    expect(codes, text).toEqual([code]);
    expect((value as JsonObject)["x"]).toEqual(x);
  }
});

test("JSON members written twice are reported where the second stands", async () => {
  const text =
    '{"openapi":"3.1.0","x":{"a\\"":1,"b":[{"a\\"":2}],"a\\u0022":3},"y":"{:\\\\"}';
  const { diagnostics, value } = await read(text, "api.json");
  expect(diagnostics.map(({ code }) => code)).toEqual(["load/duplicate-key"]);
  expect(diagnostics[0]?.origin.offset).toBe(text.indexOf('"a\\u0022"'));
  expect((value as JsonObject)["x"]).toEqual({ 'a"': 3, b: [{ 'a"': 2 }] });
});

test.each([
  ["x: 1\n---\ny: 2", "load/yaml-documents"],
  ["openapi: 3.1.0\nx: *nowhere", "load/yaml-alias"],
  ["openapi: 3.1.0\nx: &x [*x]", "load/yaml-alias"],
  ["openapi: 3.1.0\n\tx: {", "load/yaml-syntax"],
  [
    `openapi: 3.1.0\nx: ${"[".repeat(3000)}${"]".repeat(3000)}`,
    "load/too-deep",
  ],
  [
    `{"openapi":"3.1.0","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    "load/too-deep",
  ],
])("refuses %.40s", async (text, code) => {
  const { source, codes } = await read(text);
  expect(source).toBeUndefined();
  expect(codes).toEqual([code]);
});

test("a YAML bomb is refused at once", async () => {
  const url = shared("conformance/hostile/g32-yaml-bomb.yaml");
  if (url === undefined) return;
  const start = performance.now();
  const { codes } = await read(readFileSync(url));
  expect(codes).toEqual(["load/yaml-alias-budget"]);
  expect(performance.now() - start).toBeLessThan(800);
});

test("anchors used as shorthand are within the budget", async () => {
  const uses = Array.from({ length: 2000 }, (_, i) => `  k${i}: *a`).join("\n");
  const { codes } = await read(
    `openapi: 3.1.0\na: &a {b: [1, 2, 3]}\nx:\n${uses}\n`,
  );
  expect(codes).toEqual([]);
});
