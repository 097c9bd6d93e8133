import fc from "fast-check";
import { parse, stringify } from "yaml";
import { expect, test } from "vitest";
import { locate, locator } from "../../generator/1-load/index.ts";
import { child } from "../../generator/diagnostics/origin.ts";
import type { Json, Source } from "../../generator/ir/source.ts";

const source = (text: string, format: Source["format"]): Source => ({
  id: "api",
  format,
  text,
  range: [0, text.length],
  value: null,
});

/** What is written at a place. */
function written(
  text: string,
  at: { line: number; column: number; endColumn: number },
) {
  return text.split("\n")[at.line - 1]?.slice(at.column - 1, at.endColumn - 1);
}

test("a property is located by its key, an item by itself", async () => {
  const yaml = "a:\n  - x\n  - b/c: 1\n";
  expect(await locate(source(yaml, "yaml"), "/a")).toMatchObject({
    line: 1,
    column: 1,
    endColumn: 2,
  });
  expect(written(yaml, await locate(source(yaml, "yaml"), "/a/0"))).toBe("x");
  expect(written(yaml, await locate(source(yaml, "yaml"), "/a/1/b~1c"))).toBe(
    "b/c",
  );
  const json = '{"a": [10,\n 20]}';
  expect(written(json, await locate(source(json, "json"), "/a"))).toBe('"a"');
  expect(written(json, await locate(source(json, "json"), "/a/1"))).toBe("20");
});

test("what is not in the text is located at its nearest ancestor", async () => {
  for (const format of ["json", "yaml"] as const) {
    const text = '{"a": {"b": 1}}';
    expect(written(text, await locate(source(text, format), "/a/new/er"))).toBe(
      '"a"',
    );
    expect(await locate(source(text, format), "/new")).toMatchObject({
      line: 1,
      column: 1,
    });
  }
});

test("lines are counted whatever ends them, from the first character to the last", async () => {
  const text = "\n# c\r\n\r\na: 1\r\nb: x";
  const at = await locator(source(text, "yaml"));
  expect(at({ source: "api", pointer: "", offset: 0 })).toMatchObject({
    line: 1,
    column: 1,
  });
  expect(at({ source: "api", pointer: "/a" })).toMatchObject({
    line: 4,
    column: 1,
    endColumn: 2,
  });
  expect(at({ source: "api", pointer: "/b" })).toMatchObject({
    line: 5,
    column: 1,
    endColumn: 2,
  });
  const end = { source: "api", pointer: "", offset: text.length };
  expect(at(end)).toMatchObject({ line: 5, column: 5, endColumn: 6 });
});

test("the last of equal members is meant, and aliases and merge keys are followed", async () => {
  const json = '{"a": 1,\n"a": 2}';
  expect(await locate(source(json, "json"), "/a")).toMatchObject({ line: 2 });
  const yaml = "x: &x\n  a: 1\ny: *x\nz:\n  <<: *x\n";
  expect(await locate(source(yaml, "yaml"), "/y/a")).toMatchObject({
    line: 2,
    column: 3,
  });
  expect(await locate(source(yaml, "yaml"), "/z/a")).toMatchObject({
    line: 2,
    column: 3,
  });
});

test("every property of every document is located at its key", async () => {
  const json = fc.dictionary(
    fc.string({ minLength: 1 }),
    fc.jsonValue({ maxDepth: 3, noUnicodeString: false }),
    { minKeys: 1 },
  );
  await fc.assert(
    fc.asyncProperty(json, async (generated) => {
      const value = JSON.parse(JSON.stringify(generated)) as Json;
      const text = JSON.stringify(value, null, 1);
      const asJson = await locator(source(text, "json"));
      const yaml = stringify(value, {
        lineWidth: 0,
        defaultStringType: "QUOTE_DOUBLE",
      });
      const asYaml = await locator(source(yaml, "yaml"));
      for (const { pointer, key } of members(value)) {
        const at = asJson({ source: "api", pointer });
        expect(JSON.parse(written(text, at) ?? "")).toBe(key);
        // A long key is written in the explicit form, over several lines.
        if (key.length < 100 && !/[\n\r\u0085\u2028\u2029]/.test(key)) {
          expect(
            parse(written(yaml, asYaml({ source: "api", pointer })) ?? ""),
          ).toBe(key);
        }
      }
    }),
    { numRuns: 60 },
  );
});

function members(
  value: Json,
  pointer = "",
): readonly { pointer: string; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, Json]) => {
    const below = child({ source: "", pointer }, key).pointer;
    const here = Array.isArray(value) ? [] : [{ pointer: below, key }];
    return [...here, ...members(member, below)];
  });
}
