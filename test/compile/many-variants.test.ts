import { expect, test } from "vitest";
import { compileWide } from "./compile-wide.ts";

const schema = (name: string): object => ({
  $ref: `#/components/schemas/${name}`,
});
const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `Variant${index}`);

/** Schemas whose variants have nothing in common, each a required property of its own. */
const unlike = (count: number): object => ({
  Wide: { oneOf: names(count).map(schema) },
  ...Object.fromEntries(
    names(count).map((name) => [
      name,
      {
        type: "object",
        required: [name],
        properties: { [name]: { type: "string" } },
      },
    ]),
  ),
});

test.each([
  [200, []],
  [201, ["union/too-many-variants"]],
])("%i variants without a tag", async (count, reported) => {
  const { diagnostics, files } = await compileWide(unlike(count));
  const codes = diagnostics.map(({ code }) => code);
  expect(codes.filter((code) => code !== "union/ambiguous")).toEqual(reported);
  const wide = files.find(({ path }) => path.endsWith("types/wide.ts"));
  expect(wide?.text.includes("kind: ")).toBe(count === 200);
});

test("a base of a thousand children is told apart, also beside null", async () => {
  const children = names(1000).map((name) => [
    name,
    { allOf: [schema("Base")], properties: { [name]: { type: "string" } } },
  ]);
  const { diagnostics, files } = await compileWide({
    Base: {
      type: "object",
      required: ["type"],
      discriminator: { propertyName: "type" },
      properties: { type: { type: "string" } },
    },
    ...Object.fromEntries(children),
    Wide: {
      type: "object",
      properties: { one: { anyOf: [schema("Base"), { type: "null" }] } },
    },
  });
  expect(diagnostics).toEqual([]);
  const text = (name: string) =>
    files.find(({ path }) => path.endsWith(`types/${name}.ts`))?.text;
  expect(text("wide")).toContain("one?: Base | null;");
  expect(text("base")).toContain("| UnrecognizedBase");
  expect(text("variant999")).toContain('type: "Variant999";');
});
