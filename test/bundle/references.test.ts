import { expect, test } from "vitest";
import {
  component,
  followed,
  property,
  readApi,
  withSchemas,
} from "./read-api.ts";

test("schemas in other files, nested and circular, in JSON and YAML", async () => {
  const { api, reported, sources } = await readApi({
    "api.yaml": withSchemas({ Pet: { $ref: "models/pet.json" } }),
    "models/pet.json": JSON.stringify({
      type: "object",
      properties: {
        owner: { $ref: "./people/owner.yml" },
        parent: { $ref: "pet.json" },
        home: { $ref: "../api.yaml#/components/schemas/Pet" },
      },
    }),
    "models/people/owner.yml": {
      properties: { pets: { items: { $ref: "../pet.json#" } } },
    },
  });
  expect(reported).toEqual([]);
  const pet = component(api, "Pet");
  expect(pet.id).toBe("models/pet.json#");
  const owner = property(api, pet, "owner");
  expect(owner.id).toBe("models/people/owner.yml#");
  expect(property(api, pet, "parent").id).toBe(pet.id);
  expect(property(api, pet, "home").id).toBe(pet.id);
  const pets = property(api, owner, "pets");
  expect(followed(api, pets.items ?? "").id).toBe(pet.id);
  expect(sources.map(({ id }) => id)).toEqual([
    "api.yaml",
    "models/pet.json",
    "models/people/owner.yml",
  ]);
});

test("each file is read once, and the entry not again", async () => {
  const { sources, reported } = await readApi({
    "api.yaml": withSchemas({
      A: { $ref: "a.yaml#/A" },
      B: { $ref: "./a.yaml#/B" },
      C: { $ref: "x/../a.yaml#/A" },
      D: { $ref: "./api.yaml#/components/schemas/A" },
      E: { $ref: "%61.yaml#/A" },
      F: { $ref: "a.yaml?v=2#/A" },
    }),
    "a.yaml": { A: { type: "string" }, B: { type: "integer" } },
  });
  expect(reported).toEqual([]);
  expect(sources).toHaveLength(2);
});

test("paths and fragments are percent-encoded", async () => {
  const { api, reported } = await readApi({
    "api.yaml": withSchemas({
      A: { $ref: "with%20space/a%23b.yaml#/a%20b/c~1d~0e%25" },
    }),
    "with space/a#b.yaml": { "a b": { "c/d~e%": { type: "boolean" } } },
  });
  expect(reported).toEqual([]);
  expect(component(api, "A").types).toEqual(["boolean"]);
});

test("references lead through references, into paths, and to their target's place", async () => {
  const { api, reported } = await readApi({
    "api.yaml": {
      ...withSchemas({
        Found: {
          $ref: "#/paths/~1pets/get/responses/200/content/application~1json/schema/items",
        },
        Chain: { $ref: "#/components/schemas/Found" },
        Inside: { $ref: "#/components/schemas/Chain/properties/name" },
      }),
      paths: { "/pets": { $ref: "paths.yaml#/pets" } },
    },
    "paths.yaml": {
      pets: {
        get: {
          responses: {
            200: { $ref: "#/ok" },
          },
        },
      },
      ok: {
        description: "Pets",
        content: {
          "application/json": {
            schema: {
              type: "array",
              items: { properties: { name: { type: "string" } } },
            },
          },
        },
      },
    },
  });
  expect(reported).toEqual([]);
  const found = component(api, "Found");
  expect(found.id).toBe(
    "paths.yaml#/ok/content/application~1json/schema/items",
  );
  expect(component(api, "Chain").id).toBe(found.id);
  expect(component(api, "Inside").types).toEqual(["string"]);
  expect(api.operations.map(({ path, method }) => `${method} ${path}`)).toEqual(
    ["GET /pets"],
  );
});

test("path items, parameters, bodies, responses and headers are read from other files", async () => {
  const { api, reported } = await readApi({
    "api.yaml": {
      ...withSchemas({}),
      paths: { $ref: "paths/index.yaml" },
    },
    "paths/index.yaml": { "/pets/{id}": { $ref: "pet.yaml" } },
    "paths/pet.yaml": {
      parameters: [{ $ref: "../shared.yaml#/id" }],
      put: {
        requestBody: { $ref: "../shared.yaml#/body" },
        responses: { 200: { $ref: "../shared.yaml#/ok" } },
      },
    },
    "shared.yaml": {
      id: {
        name: "id",
        in: "path",
        required: true,
        schema: { type: "string" },
      },
      body: {
        content: { "application/json": { schema: { $ref: "pet.yaml" } } },
      },
      ok: {
        description: "ok",
        headers: { "X-Rate": { $ref: "#/rate" } },
      },
      rate: { schema: { type: "integer" } },
    },
    "pet.yaml": { type: "object" },
  });
  expect(reported).toEqual([]);
  const [operation] = api.operations;
  expect(operation?.parameters.map(({ name }) => name)).toEqual(["id"]);
  expect(operation?.requestBody?.origin.source).toBe("shared.yaml");
  expect(operation?.responses[0]?.headers.map(({ name }) => name)).toEqual([
    "X-Rate",
  ]);
});

test("a path item's own fields lie over those of the one it refers to", async () => {
  const { api } = await readApi({
    "api.yaml": {
      ...withSchemas({}),
      paths: {
        "/a": {
          $ref: "a.yaml",
          get: { operationId: "own", responses: {} },
          parameters: [{ name: "q", in: "query", schema: { type: "integer" } }],
        },
      },
    },
    "a.yaml": {
      parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
      get: { operationId: "referred", responses: {} },
      delete: { operationId: "kept", responses: {} },
    },
  });
  expect(api.operations.map(({ operationId }) => operationId)).toEqual([
    "own",
    "kept",
  ]);
  const schema = api.operations[1]?.parameters[0]?.schema ?? "";
  expect(followed(api, schema).types).toEqual(["integer"]);
});

test("$anchor, $dynamicAnchor, $id and $self name schemas", async () => {
  const { api, reported } = await readApi({
    "api.yaml": {
      ...withSchemas({
        Here: { $anchor: "here", type: "string" },
        Anchored: { $ref: "#here" },
        Dynamic: { $ref: "other.yaml#there" },
        Named: {
          $id: "https://schemas.example.com/named.json",
          $defs: { inner: { type: "integer" } },
          properties: {
            inner: { $ref: "#/$defs/inner" },
            outer: { $ref: "#/components/schemas/Here" },
            sibling: { $ref: "sibling.json" },
          },
        },
        Sibling: {
          $id: "https://schemas.example.com/sibling.json",
          type: "boolean",
        },
        Absolute: {
          $ref: "https://schemas.example.com/named.json#/$defs/inner",
        },
        Self: { $ref: "https://api.example.com/v1#here" },
      }),
      $self: "https://api.example.com/v1",
    },
    "other.yaml": { $defs: { a: { $dynamicAnchor: "there", type: "null" } } },
  });
  expect(reported).toEqual([]);
  expect(component(api, "Anchored").types).toEqual(["string"]);
  expect(component(api, "Dynamic").types).toEqual(["null"]);
  const named = component(api, "Named");
  expect(property(api, named, "inner").types).toEqual(["integer"]);
  expect(property(api, named, "outer").types).toEqual(["string"]);
  expect(property(api, named, "sibling").types).toEqual(["boolean"]);
  expect(component(api, "Absolute").types).toEqual(["integer"]);
  expect(component(api, "Self").types).toEqual(["string"]);
});

test("a property called $id, and what only illustrates, names and reads nothing", async () => {
  const { api, reported, sources } = await readApi({
    "api.yaml": withSchemas({
      A: {
        properties: { $id: { type: "string" }, $ref: { type: "integer" } },
        example: { $ref: "unused.yaml" },
        enum: [{ $ref: "unused.yaml" }],
        "x-more": { $ref: "unused.yaml" },
      },
    }),
    "unused.yaml": { type: "string" },
  });
  expect(reported).toEqual([]);
  expect(sources).toHaveLength(1);
  const a = component(api, "A");
  expect(property(api, a, "$id").types).toEqual(["string"]);
  expect(property(api, a, "$ref").types).toEqual(["integer"]);
});

test("names that look like extensions or examples are followed all the same", async () => {
  const { api, reported } = await readApi({
    "api.yaml": withSchemas({
      A: {
        properties: {
          "x-id": { $ref: "b.yaml#/example" },
          default: { $ref: "b.yaml#/x-name" },
        },
      },
    }),
    "b.yaml": {
      example: { $ref: "c.yaml" },
      "x-name": { $ref: "c.yaml" },
    },
    "c.yaml": { type: "string" },
  });
  expect(reported).toEqual([]);
  const a = component(api, "A");
  expect(property(api, a, "x-id").types).toEqual(["string"]);
  expect(property(api, a, "default").types).toEqual(["string"]);
});

test("properties may stand in another file", async () => {
  const { api, reported } = await readApi({
    "api.yaml": withSchemas({
      A: { properties: { $ref: "b.yaml#/shared", own: { type: "string" } } },
    }),
    "b.yaml": { shared: { id: { type: "integer" } } },
  });
  expect(reported).toEqual([]);
  expect(
    component(api, "A").properties.map(({ wireName }) => wireName),
  ).toEqual(["id", "own"]);
});

test("a discriminator's mapping leads to files and to names", async () => {
  const { api, reported } = await readApi({
    "api.yaml": withSchemas({
      Dog: { type: "object" },
      Pet: {
        oneOf: [{ $ref: "cat.yaml" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "cat.yaml", dog: "Dog", fox: "./fox.yaml" },
          defaultMapping: "Dog",
        },
      },
    }),
    "cat.yaml": { type: "object" },
    "fox.yaml": { type: "object" },
  });
  expect(reported).toEqual([]);
  const { discriminator } = component(api, "Pet");
  expect(discriminator?.mapping.map(({ schema }) => schema)).toEqual([
    "cat.yaml#",
    "api.yaml#/components/schemas/Dog",
    "fox.yaml#",
  ]);
  expect(discriminator?.defaultMapping?.schema).toBe(
    "api.yaml#/components/schemas/Dog",
  );
});

test("a document of another version is read in its own dialect", async () => {
  const { api, reported } = await readApi({
    "api.yaml": withSchemas(
      { A: { $ref: "other.yaml#/components/schemas/B", minLength: 2 } },
      "3.0.3",
    ),
    "other.yaml": withSchemas({
      B: { $ref: "#/components/schemas/C", minLength: 3 },
      C: { type: "string" },
    }),
  });
  // What stands beside a reference counts in 3.1, and not in 3.0.
  expect(reported).toEqual([
    "schema/reference-siblings api.yaml#/components/schemas/A",
  ]);
  const b = api.schemas.get("other.yaml#/components/schemas/B" as never);
  expect(b?.constraints.minLength).toBe(3);
});

const withSecurity = (openapi: string) => ({
  openapi,
  info: { title: "Test", version: "1" },
  security: [{ "auth.yaml#/schemes/key": [] }, { "./own.yaml": [] }],
  paths: { "/a": { get: { responses: {} } } },
  components: {
    securitySchemes: { known: { $ref: "auth.yaml#/schemes/known" } },
  },
});
const schemeFiles = {
  "auth.yaml": {
    schemes: {
      key: { $ref: "#/schemes/known" },
      known: { type: "apiKey", in: "header", name: "X-Key" },
    },
  },
  "own.yaml": { type: "http", scheme: "basic" },
};

test("security schemes in other files, by URI since OpenAPI 3.2", async () => {
  const { api, reported } = await readApi({
    "api.yaml": withSecurity("3.2.0"),
    ...schemeFiles,
  });
  expect(reported).toEqual([]);
  expect(api.operations[0]?.security).toEqual([["known"], ["./own.yaml"]]);
  expect(api.securitySchemes.map(({ name }) => name)).toEqual([
    "known",
    "./own.yaml",
  ]);
});

test("before 3.2 a security requirement names a component, and reads no file", async () => {
  const { api, sources } = await readApi({
    "api.yaml": withSecurity("3.1.0"),
    ...schemeFiles,
  });
  expect(api.securitySchemes.map(({ name }) => name)).toEqual(["known"]);
  expect(sources.map(({ id }) => id)).toEqual(["api.yaml", "auth.yaml"]);
});
