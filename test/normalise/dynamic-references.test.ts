import { expect, test } from "vitest";
import type { SchemaId } from "../../generator/ir/schema-graph.ts";
import { readApi, type ReadApi } from "../bundle/read-api.ts";

const withSchemas = (schemas: object, others: object = {}) =>
  readApi({
    "api.yaml": {
      openapi: "3.1.0",
      info: { title: "A", version: "1" },
      paths: {},
      components: { schemas },
    },
    ...others,
  });

/** Where the references from a property lead, one after the other. */
function wayOf({ api }: ReadApi, name: string, property: string): string[] {
  const schema = api.schemas.get(
    `api.yaml#/components/schemas/${name}` as SchemaId,
  );
  const way: string[] = [];
  let at: SchemaId | undefined = (
    (schema?.ref && api.schemas.get(schema.ref)) ??
    schema
  )?.properties.find(({ wireName }) => wireName === property)?.schema;
  while (at !== undefined && !way.includes(at)) {
    way.push(at);
    at = api.schemas.get(at)?.ref;
  }
  return way.map((id) => id.replace(/~.*/, ""));
}

test("a dynamic reference reads the file that it names, and is bound there too", async () => {
  const read = await withSchemas(
    {
      Strict: {
        $dynamicAnchor: "node",
        properties: { inner: { $dynamicRef: "tree.yaml#node" } },
        type: "object",
      },
      Plain: {
        type: "object",
        properties: { inner: { $dynamicRef: "tree.yaml#node" } },
      },
    },
    { "tree.yaml": { $dynamicAnchor: "node", type: "object" } },
  );
  expect(read.reported).toEqual([]);
  expect(wayOf(read, "Strict", "inner").at(-1)).toBe(
    "api.yaml#/components/schemas/Strict",
  );
});

test("an anchor in a schema with an $id of its own is not of what stands around it", async () => {
  const read = await withSchemas({
    Outer: {
      $id: "https://a.example/outer",
      type: "object",
      properties: { value: { $ref: "start" } },
      $defs: {
        start: {
          $id: "start",
          type: "object",
          properties: { it: { $dynamicRef: "inner#thing" } },
        },
        thing: { $id: "inner", $dynamicAnchor: "thing", type: "string" },
      },
    },
  });
  expect(read.reported).toEqual([]);
  const start = [...read.api.schemas.values()].find(
    ({ origin }) =>
      origin.pointer === "/components/schemas/Outer/$defs/start/properties/it",
  );
  expect(start?.ref).toBe("api.yaml#/components/schemas/Outer/$defs/thing");
});

test("bindings that multiply come to an end, and that is said", async () => {
  // Each step goes on in two ways, which bind its own name differently: 2^20 scopes reach the last.
  const steps = 20;
  const name = (index: number) => `n${index}`;
  const last = {
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: steps }, (_, index) => [
        name(index),
        { $dynamicRef: `#${name(index)}` },
      ]),
    ),
  };
  const schemas: Record<string, object> = { [`Step${steps}`]: last };
  for (let index = 0; index < steps; index += 1) {
    const next = { $ref: `#/components/schemas/Step${index + 1}` };
    const way = (type: string) => ({
      ...next,
      $defs: { bound: { $dynamicAnchor: name(index), type } },
    });
    schemas[`Step${index}`] = {
      type: "object",
      properties: { left: way("string"), right: way("integer") },
    };
  }
  const read = await withSchemas(schemas);
  expect(
    read.reported.some((line) => line.startsWith("schema/too-many-bindings")),
  ).toBe(true);
  expect(read.api.schemas.size).toBeLessThan(25_000);
});

test("more names than anybody writes are not followed", async () => {
  const names = Array.from({ length: 120 }, (_, index) => `n${index}`);
  const read = await withSchemas({
    Wide: {
      type: "object",
      properties: Object.fromEntries(
        names.map((each) => [each, { $dynamicRef: `#${each}` }]),
      ),
      $defs: Object.fromEntries(
        names.map((each) => [each, { $dynamicAnchor: each, type: "string" }]),
      ),
    },
  });
  expect(read.reported).toEqual([
    "schema/too-many-bindings api.yaml#/components/schemas/Wide/properties/n100",
  ]);
  expect(wayOf(read, "Wide", "n119")).toEqual([
    "api.yaml#/components/schemas/Wide/properties/n119",
    "api.yaml#/components/schemas/Wide/$defs/n119",
  ]);
});
