import { expect, test } from "vitest";
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
