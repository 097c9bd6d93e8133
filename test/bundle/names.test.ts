import { expect, test } from "vitest";
import { resolve } from "../../generator/4-resolve/resolve.ts";
import { collect } from "../../generator/diagnostics/diagnostic.ts";
import { readApi, withSchemas } from "./read-api.ts";

/** The names of the components that references to these places make, in order. */
async function names(
  references: readonly string[],
  schemas: Record<string, unknown> = {},
): Promise<readonly string[]> {
  const properties = Object.fromEntries(
    references.map(($ref, i) => [`p${i}`, { $ref }]),
  );
  const files: Record<string, unknown> = {};
  for (const reference of references) {
    const [file = "", pointer = ""] = reference.split("#");
    if (file === "") continue;
    const tokens = pointer.split("/").slice(1);
    const leaf: unknown = tokens.reduceRight<unknown>(
      (value, token) => ({ [token]: value }),
      { type: "object" },
    );
    files[file] = { ...(files[file] as object), ...(leaf as object) };
  }
  const { api } = await readApi({
    "api.yaml": withSchemas({ Root: { properties }, ...schemas }),
    ...files,
  });
  const own = new Set(["Root", ...Object.keys(schemas)]);
  return api.components
    .map(({ name }) => name)
    .filter((name) => !own.has(name));
}

test("files and their members lend their names, in the order of first reference", async () => {
  expect(
    await names([
      "models/droplet.yml",
      "schemas.yaml#/Volume",
      "Pet.schema.json",
      "common.yaml#/components/schemas/Error",
    ]),
  ).toEqual(["droplet", "Volume", "Pet", "Error"]);
});

test("a file that stands for its folder is called like the folder", async () => {
  expect(await names(["pets/index.yaml", "owners/schema.json"])).toEqual([
    "pets",
    "owners",
  ]);
});

test("where two share a name, both say where they stand", async () => {
  expect(
    await names([
      "apps/models/create.yml",
      "droplets/models/create.yml",
      "a.yaml#/Pet",
      "b.yaml#/Pet",
    ]),
  ).toEqual(["apps_create", "droplets_create", "a_Pet", "b_Pet"]);
});

test("a component of the description keeps its name", async () => {
  expect(await names(["zoo/pet.yaml"], { Pet: { type: "string" } })).toEqual([
    "zoo_pet",
  ]);
});

test("a component that only refers to a file is that file, and the first of several is its name", async () => {
  const circle = { $ref: "shapes/Circle.yaml" };
  const described = { ...circle, description: "Round." };
  expect(
    await names(["shapes/Circle.yaml"], { Circle: circle, Ring: circle }),
  ).toEqual([]);
  // What it says of its own is said by a type of its own.
  expect(await names(["shapes/Circle.yaml"], { Circle: described })).toEqual([
    "shapes_Circle",
  ]);
});

test("a discriminator calls a file by the file's own name, whatever it is told apart by", async () => {
  const shape = (name: string) => ({
    required: ["t"],
    properties: { t: { type: "string" }, [name]: { type: "number" } },
  });
  const { api } = await readApi({
    "api.yaml": withSchemas({
      Shape: {
        oneOf: [{ $ref: "shapes/Circle.yaml" }, { $ref: "shapes/Square.yaml" }],
        discriminator: { propertyName: "t" },
      },
      Other: { $ref: "others/Circle.yaml", description: "No shape." },
    }),
    "shapes/Circle.yaml": shape("r"),
    "shapes/Square.yaml": shape("w"),
    "others/Circle.yaml": shape("x"),
  });
  expect(api.components.map(({ name }) => name)).toContain("shapes_Circle");
  const { types } = resolve(api, collect([]));
  const tags = [...types.values()].flatMap((node) =>
    node.kind === "union" && node.telltale.by === "declared"
      ? node.telltale.cases.map(({ values }) => values)
      : [],
  );
  expect(tags).toEqual([["Circle"], ["Square"]]);
});

test("names that differ only in what a type name drops count as one", async () => {
  expect(await names(["pet_tag.yaml", "petTag.yaml", "pet-tag.yaml"])).toEqual([
    "pet_tag",
    "petTag_2",
    "pet-tag_3",
  ]);
});

test("what stands inside something has no name; $defs have", async () => {
  expect(
    await names(
      [
        "#/components/schemas/Holder/properties/inner",
        "#/components/schemas/Holder/$defs/Named",
        "other.yaml#/thing/items",
      ],
      {
        Holder: {
          properties: { inner: { type: "object" } },
          $defs: { Named: { type: "object" } },
        },
      },
    ),
  ).toEqual(["Named"]);
});
