import { expect, test } from "vitest";
import { locator } from "../../generator/1-load/index.ts";
import { render } from "../../generator/diagnostics/render.ts";
import { component, readApi, withSchemas } from "./read-api.ts";

test("a fault in a referenced file is shown in that file, with the reference", async () => {
  const { diagnostics, sources, reported } = await readApi({
    "api.yaml": withSchemas({ A: { $ref: "broken.yaml" } }),
    "broken.yaml": "type: string\nminLength: [1\n",
  });
  expect(reported).toEqual(["load/yaml-syntax broken.yaml#"]);
  const text = await render(diagnostics, { sources, locator, color: false });
  expect(text).toContain("broken.yaml:3:1  error  load/yaml-syntax");
  expect(text).toContain("2 │ minLength: [1");
  expect(text).toMatch(/api\.yaml:\d+:\d+: broken\.yaml leads here/);
});

test("a file that is read but not needed may be anything", async () => {
  const { reported } = await readApi({
    "api.yaml": {
      ...withSchemas({}),
      info: { title: "T", version: "1", description: { $ref: "intro.md" } },
      tags: [{ name: "a", externalDocs: { $ref: "picture.png" } }],
    },
    "intro.md": "# Hello: [1\n\n- a: b: c\n",
    "picture.png": "\u0000",
  });
  expect(reported.filter((each) => each.includes("picture"))).toEqual([]);
});

test("prose may be kept in files", async () => {
  const { api, reported } = await readApi({
    "api.yaml": {
      ...withSchemas({}),
      info: {
        title: "T",
        version: 1.5,
        description: { $ref: "texts.yaml#/intro" },
      },
    },
    "texts.yaml": { intro: "Hello." },
  });
  expect(reported).toEqual([]);
  expect(api.description).toBe("Hello.");
  expect(api.version).toBe("1.5");
});

test("references that lead nowhere, or back to themselves, are said where they are written", async () => {
  const { reported } = await readApi({
    "api.yaml": {
      ...withSchemas({
        Absent: { $ref: "b.yaml#/absent" },
        Anchor: { $ref: "#absent" },
        Circle: { $ref: "#/components/schemas/Circle/properties/x" },
      }),
      paths: { "/loop": { $ref: "#/paths/~1loop" } },
    },
    "b.yaml": { a: { type: "string" } },
  });
  expect(reported).toEqual([
    "schema/reference-cycle api.yaml#/paths/~1loop",
    "schema/reference-unresolved api.yaml#/components/schemas/Absent",
    "schema/reference-unresolved api.yaml#/components/schemas/Anchor",
    "schema/reference-unresolved api.yaml#/components/schemas/Circle",
  ]);
});

test.each([
  [50, []],
  [500, ["schema/reference-unresolved api.yaml#/components/schemas/Start"]],
])(
  "a pointer leads through %i references in a row: %j",
  async (length, expected) => {
    const chain = Array.from({ length }, (_, i) => [
      `L${i}`,
      { $ref: `#/components/schemas/L${i + 1}` },
    ]);
    const { reported } = await readApi({
      "api.yaml": withSchemas({
        Start: { $ref: "#/components/schemas/L0/properties/x" },
        ...Object.fromEntries(chain),
        [`L${length}`]: { properties: { x: { type: "string" } } },
      }),
    });
    expect(reported).toEqual(expected);
  },
);

test("two runs say the same in the same order", async () => {
  const files = {
    "api.yaml": withSchemas(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `S${i}`,
          { $ref: `m/${i}.yaml` },
        ]),
      ),
    ),
    ...Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `m/${i}.yaml`,
        `type: string\ntype: string\nx: ${"y".repeat((i * 7919) % 5000)}\n`,
      ]),
    ),
  };
  const [first, second] = [await readApi(files), await readApi(files)];
  expect(first.reported).toEqual(second.reported);
  expect(
    first.reported.filter((each) => each.startsWith("load/duplicate-key m/")),
  ).toHaveLength(40);
  expect(first.sources.map(({ id }) => id)).toEqual(
    second.sources.map(({ id }) => id),
  );
  expect(component(first.api, "S0").types).toEqual(["string"]);
});
