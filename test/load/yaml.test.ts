import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { lenientEvents } from "../../generator/1-load/yaml/lenient-events.ts";
import { readPlainScalar } from "../../generator/1-load/yaml/read-plain-scalar.ts";
import { readYaml } from "../../generator/1-load/yaml/read-yaml.ts";
import { strictEvents } from "../../generator/1-load/yaml/strict-events.ts";
import type { YamlEvent } from "../../generator/1-load/yaml/yaml-event.ts";
import type { Source } from "../../generator/ir/source.ts";
import { read } from "./read.ts";

const lenient = (text: string): readonly YamlEvent[] | undefined => {
  const source: Source = {
    id: "a.yaml",
    format: "yaml",
    text,
    range: [0, text.length],
    value: null,
  };
  return lenientEvents(source, () => {});
};

/** What the events say; places are told differently where a node has several lines. */
const comparable = (events: readonly YamlEvent[] | undefined | string) =>
  typeof events === "string"
    ? events
    : events?.map((event) =>
        Object.fromEntries(
          Object.entries(event).filter(
            ([key, value]) =>
              value !== undefined && key !== "end" && key !== "offset",
          ),
        ),
      );

test.each([
  "a: [1, {b: c}, [], {}]\nd:\n- e\n- - f\n",
  "a: &x {p: 1}\nb: *x\nc: [*x]\n<<: *x\n",
  "a: 'it''s'\nb: \"x\\ty\\u00e9\\\n  z\"\nc: plain # comment\n",
  "a: >\n x\n\n  y\n z\n\nb: |+\n q\n\nc: >-\n a\n b\n",
  "200: x\n1.0: y\n~: z\n? [k]\n: v\n? |\n  long\n: w\nlast:\n",
  "a: !!str 1\nb: !!int '3'\nc: !other x\n",
  "--- # start\na: 1\n...\n",
  "a:\r\n  b: c\r\n",
])("both parsers find the same: %j", (text) => {
  const strict = strictEvents(text);
  expect(strict).not.toBeTypeOf("string");
  expect(comparable(strict)).toEqual(comparable(lenient(text)));
});

test("both parsers find the same in what is written by a third", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (json) => {
      const value: unknown = JSON.parse(json);
      const text = stringify({ value }, { aliasDuplicateObjects: false });
      const strict = strictEvents(text);
      expect(comparable(strict)).toEqual(comparable(lenient(text)));
      expect(readYaml(strict as readonly YamlEvent[], () => {})).toEqual({
        value,
      });
    }),
  );
});

test("<< is a key like others where what it has is nothing to merge", async () => {
  const text =
    "openapi: 3.1.0\npaths: {}\nx: { <<: false, a: 1 }\ny: { <<: [] }\n";
  const { value, codes } = await read(text);
  expect(codes).toEqual([]);
  expect(value).toMatchObject({ x: { "<<": false, a: 1 }, y: { "<<": [] } });
});

test.each([
  ["a closing bracket at its key's indentation", "x:\n  a: [\n    1\n  ]\n"],
  ["a control character", "x: { a: [1], b: \u0007 }\n"],
])("%s is no YAML by the letter, and is read", async (_, text) => {
  expect(strictEvents(text)).toBeTypeOf("string");
  const { value, codes } = await read(`openapi: 3.1.0\npaths: {}\n${text}`);
  expect(codes).toEqual([]);
  expect(value).toMatchObject({ x: { a: [1] } });
});

test.each([
  ["", null],
  ["~", null],
  ["null", null],
  ["nULL", "nULL"],
  ["True", true],
  ["yes", "yes"],
  ["no", "no"],
  ["-0", -0],
  ["+12", 12],
  ["0777", 777],
  ["0o17", 15],
  ["0x1F", 31],
  ["0b11", "0b11"],
  ["1_000", "1_000"],
  ["1e3", 1000],
  [".5", 0.5],
  ["5.", 5],
  [".", "."],
  ["-", "-"],
  ["-.INF", -Infinity],
  [".NaN", NaN],
  ["1:20", "1:20"],
  ["2020-01-01", "2020-01-01"],
])("the plain scalar %j is %j (YAML 1.2.2 §10.3.2)", (text, value) => {
  expect(readPlainScalar(text)).toBe(value);
});
