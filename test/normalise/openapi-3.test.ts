import { expect, test } from "vitest";
import {
  component,
  followed,
  readApi,
  withSchemas,
} from "../bundle/read-api.ts";

const read = (document: Record<string, unknown>, openapi = "3.2.0") =>
  readApi({ "api.yaml": { ...withSchemas({}, openapi), ...document } });

test("QUERY, additional operations and what is no method", async () => {
  const { api, reported } = await read({
    paths: {
      "/a": {
        query: { operationId: "search", responses: {} },
        additionalOperations: { LINK: { operationId: "link", responses: {} } },
        gett: { operationId: "lost", responses: {} },
        "x-internal": true,
      },
    },
  });
  expect(
    api.operations.map(({ method, operationId }) => [method, operationId]),
  ).toEqual([
    ["QUERY", "search"],
    ["LINK", "link"],
  ]);
  expect(reported).toEqual([
    "operation/unknown-method api.yaml#/paths/~1a/gett",
  ]);
});

test.each([
  ["application/x-www-form-urlencoded", "form"],
  ["application/json", "wholeJson"],
])("the whole query as %s goes out as %s", async (type, style) => {
  const { api, reported } = await read({
    paths: {
      "/a": {
        get: {
          parameters: [
            {
              name: "q",
              in: "querystring",
              content: { [type]: { schema: { type: "object" } } },
            },
          ],
          responses: {},
        },
      },
    },
  });
  expect(reported).toEqual([]);
  expect(api.operations[0]?.parameters).toMatchObject([
    { name: "q", in: "query", style, explode: style === "form" },
  ]);
});

test("media types by reference, item schemas and encoding", async () => {
  const { api, reported } = await read({
    components: {
      mediaTypes: {
        lines: { itemSchema: { type: "integer" } },
        form: {
          schema: { type: "object" },
          encoding: {
            tags: { style: "spaceDelimited", explode: false },
            picture: {
              contentType: "image/png",
              headers: { "X-Id": { schema: { type: "string" } } },
            },
            odd: { style: "odd", allowReserved: true },
          },
        },
      },
    },
    paths: {
      "/a": {
        post: {
          requestBody: {
            content: {
              "multipart/form-data": { $ref: "#/components/mediaTypes/form" },
            },
          },
          responses: {
            200: {
              summary: "Lines",
              content: {
                "application/jsonl": { $ref: "#/components/mediaTypes/lines" },
              },
            },
          },
        },
      },
    },
  });
  expect(reported.toSorted()).toEqual([
    "operation/unknown-style api.yaml#/components/mediaTypes/form/encoding/odd",
  ]);
  const [operation] = api.operations;
  expect(operation?.requestBody?.content[0]?.encoding).toMatchObject([
    { property: "tags", style: "spaceDelimited", explode: false, headers: [] },
    {
      property: "picture",
      contentType: "image/png",
      headers: [{ name: "X-Id" }],
      style: undefined,
    },
    { property: "odd", style: undefined, allowReserved: true },
  ]);
  const [response] = operation?.responses ?? [];
  expect(response?.description).toBe("Lines");
  const items = response?.content[0]?.itemSchema ?? "";
  expect(followed(api, items).types).toEqual(["integer"]);
});

test("tags have a hierarchy", async () => {
  const { api } = await read({
    tags: [
      { name: "pets", summary: "Pets", kind: "nav" },
      { name: "cats", parent: "pets", description: "Cats." },
    ],
  });
  expect(api.tags).toMatchObject([
    { name: "pets", summary: "Pets", kind: "nav", parent: undefined },
    { name: "cats", parent: "pets", description: "Cats." },
  ]);
});

test.each([
  ["https://spec.openapis.org/oas/3.1/dialect/base", []],
  ["https://spec.openapis.org/oas/3.2/dialect/2025-09-17", []],
  ["https://json-schema.org/draft/2020-12/schema", []],
  [
    "http://json-schema.org/draft-07/schema#",
    ["schema/unknown-dialect api.yaml#/jsonSchemaDialect"],
  ],
])("jsonSchemaDialect %s", async (jsonSchemaDialect, expected) => {
  expect((await read({ jsonSchemaDialect })).reported).toEqual(expected);
});

test("servers of operations and paths, the nearest ones", async () => {
  const get = (servers?: unknown) => ({ get: { responses: {}, servers } });
  const { api } = await read({
    servers: [{ url: "https://document.example" }],
    paths: {
      "/own": {
        ...get([
          {
            url: "https://own.example/{v}",
            variables: { v: { default: "1" } },
          },
        ]),
        servers: [{ url: "https://path.example" }],
      },
      "/path": { ...get(), servers: [{ url: "https://path.example" }] },
      "/none": get(),
    },
  });
  expect(
    api.operations.map(({ servers }) => servers.map(({ url }) => url)),
  ).toEqual([["https://own.example/{v}"], ["https://path.example"], []]);
  expect(api.operations[0]?.servers[0]?.variables).toMatchObject([
    { name: "v", default: "1" },
  ]);
});

test("response headers and links", async () => {
  const { api, reported } = await read({
    paths: {
      "/a": {
        get: {
          responses: {
            200: {
              description: "",
              headers: {
                "X-Rate": {
                  required: true,
                  description: "Left.",
                  schema: { type: "integer" },
                },
                "Content-Type": { schema: { type: "string" } },
              },
              links: {
                next: {
                  operationId: "list",
                  description: "More.",
                  parameters: { page: "$response.body#/next" },
                },
              },
            },
          },
        },
      },
    },
  });
  expect(reported).toEqual([]);
  const [response] = api.operations[0]?.responses ?? [];
  expect(response?.headers).toMatchObject([
    { name: "X-Rate", required: true, description: "Left." },
  ]);
  expect(response?.links).toMatchObject([
    {
      name: "next",
      target: "list",
      parameters: [["page", "$response.body#/next"]],
      description: "More.",
    },
  ]);
});

test("webhooks and callbacks are requests that come in", async () => {
  const { api } = await read({
    webhooks: {
      created: {
        post: {
          operationId: "onCreated",
          requestBody: {
            content: { "application/json": { schema: { type: "object" } } },
          },
          responses: { 200: { description: "" } },
        },
      },
    },
    paths: {
      "/a": {
        post: {
          callbacks: {
            done: {
              "{$request.body#/url}": {
                put: {
                  requestBody: { content: { "text/plain": {} } },
                  responses: {},
                },
              },
            },
          },
          responses: {},
        },
      },
    },
  });
  expect(api.webhooks).toMatchObject([
    {
      name: "created",
      method: "POST",
      operationId: "onCreated",
      expression: undefined,
      requestBody: { content: [{ type: "application/json" }] },
    },
  ]);
  expect(api.operations[0]?.callbacks).toMatchObject([
    { name: "done", method: "PUT", expression: "{$request.body#/url}" },
  ]);
});

test("what has the wrong JSON type is said, and nothing is made of it", async () => {
  const { api, reported } = await read({
    info: { title: { toString: "x" }, version: ["1"] },
    paths: {
      "/x": {
        get: { operationId: { a: 1 }, responses: { 200: null } },
        post: "none",
      },
      "/y": null,
    },
    components: {
      schemas: {
        A: {
          type: 5,
          minLength: "1;x",
          properties: ["a"],
          required: true,
          allOf: {},
          items: "x",
          readOnly: "yes",
        },
        B: { allOf: [null], properties: { a: "string" } },
      },
    },
  });
  expect(api.title).toBe("API");
  expect(reported.toSorted()).toEqual([
    "operation/not-an-object api.yaml#/paths/~1x/get/responses/200",
    "operation/not-an-object api.yaml#/paths/~1x/post",
    "operation/not-an-object api.yaml#/paths/~1y",
    "operation/not-text api.yaml#/info/title",
    "operation/not-text api.yaml#/info/version",
    "operation/not-text api.yaml#/paths/~1x/get/operationId",
    "schema/keyword-type api.yaml#/components/schemas/A/allOf",
    "schema/keyword-type api.yaml#/components/schemas/A/items",
    "schema/keyword-type api.yaml#/components/schemas/A/minLength",
    "schema/keyword-type api.yaml#/components/schemas/A/properties",
    "schema/keyword-type api.yaml#/components/schemas/A/readOnly",
    "schema/keyword-type api.yaml#/components/schemas/A/required",
    "schema/not-a-schema api.yaml#/components/schemas/B/allOf/0",
    "schema/not-a-schema api.yaml#/components/schemas/B/properties/a",
    "schema/unknown-type api.yaml#/components/schemas/A/type",
  ]);
  expect(component(api, "A")).toMatchObject({
    types: undefined,
    properties: [],
    required: [],
    items: undefined,
  });
});

test("names of Object.prototype are names", async () => {
  const names = ["__proto__", "constructor", "toString"];
  const schemas = JSON.parse(
    `{${names.map((name) => `"${name}":{"properties":{"${name}":{"type":"string"}}}`).join()}}`,
  ) as object;
  const text = JSON.stringify({ ...withSchemas({}), components: {} }).replace(
    '"components":{}',
    () => `"components":{"schemas":${JSON.stringify(schemas)}}`,
  );
  const { api } = await readApi({ "api.json": text });
  expect(api.components.map(({ name }) => name)).toEqual(names);
  for (const name of names)
    expect(
      component(api, name).properties.map(({ wireName }) => wireName),
    ).toEqual([name]);
});

test("allowReserved is kept", async () => {
  const { api } = await read({
    paths: {
      "/a": {
        get: {
          parameters: [
            { name: "a", in: "query", allowReserved: true, schema: {} },
            { name: "b", in: "query", schema: {} },
          ],
          responses: {},
        },
      },
    },
  });
  expect(
    api.operations[0]?.parameters.map(({ allowReserved }) => allowReserved),
  ).toEqual([true, false]);
});

test("a header that is there already is named as it is written there", async () => {
  const header = (name: string) => ({ name, in: "header", schema: {} });
  const parameters = ["x-team", "X-Team", "x-team"].map(header);
  const { diagnostics } = await read({
    paths: { "/a": { get: { parameters, responses: {} } } },
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"X-Team" is a header parameter already, as "x-team"; the first one counts',
    '"x-team" is a header parameter already; the first one counts',
  ]);
});
