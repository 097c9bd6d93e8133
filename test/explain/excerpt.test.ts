import { expect, test } from "vitest";
import { excerpts } from "../../generator/explain/html/excerpt.ts";
import { locator } from "../../generator/1-load/locate.ts";
import type { Source } from "../../generator/ir/source.ts";

async function excerpt(
  format: Source["format"],
  text: string,
  pointer: string,
  limit = 60,
) {
  const source = {
    id: "a",
    format,
    text,
    range: [0, text.length],
    value: null,
  } as const;
  const { line, column } = (await locator(source))({ source: "a", pointer });
  return excerpts([source])({ source: "a", pointer, line, column }, limit);
}

const yaml = `a:
  oneOf:
    - type: object
      required: [x]
    - type: string

  b: 1
c: 2
`;

test("a key of YAML ends before what is indented no more", async () => {
  expect(await excerpt("yaml", yaml, "/a")).toEqual({
    line: 1,
    lines: [
      "a:",
      "  oneOf:",
      "    - type: object",
      "      required: [x]",
      "    - type: string",
      "",
      "  b: 1",
    ],
    hidden: 0,
  });
  const one = await excerpt("yaml", yaml, "/a/oneOf");
  expect(one).toMatchObject({ line: 2 });
  expect(one?.lines.at(-1)).toBe("  - type: string");
});

test("an item of YAML ends before the next", async () => {
  const item = await excerpt("yaml", yaml, "/a/oneOf/0");
  expect(item?.line).toBe(3);
  expect(item?.lines).toHaveLength(2);
});

test("JSON ends with its bracket, whatever stands in its strings", async () => {
  const text = JSON.stringify({ a: { b: "}]", c: [1] }, d: 2 }, null, 2);
  expect(await excerpt("json", text, "/a")).toEqual({
    line: 2,
    lines: ['"a": {', '  "b": "}]",', '  "c": [', "    1", "  ]", "},"],
    hidden: 0,
  });
  expect(await excerpt("json", text, "/a", 2)).toMatchObject({
    lines: ['"a": {', '  "b": "}]",'],
    hidden: 4,
  });
});

test("of a document in one line, the node is laid out", async () => {
  const text = JSON.stringify({
    pad: "x".repeat(3000),
    a: { b: "}" },
    d: [{ e: 1 }],
  });
  expect(await excerpt("json", text, "/a")).toEqual({
    line: undefined,
    lines: ['"a": {', '  "b": "}"', "}"],
    hidden: 0,
  });
  expect((await excerpt("json", text, "/d/0"))?.lines).toEqual([
    "{",
    '  "e": 1',
    "}",
  ]);
});
