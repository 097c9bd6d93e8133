import { expect, test } from "vitest";
import type { Api, Operation } from "../../generator/ir/openapi.ts";
import { component, followed, property, readApi } from "../bundle/read-api.ts";

const swagger = (document: Record<string, unknown>) => ({
  "api.yaml": {
    swagger: "2.0",
    info: { title: "Test", version: "1" },
    paths: {},
    ...document,
  },
});

async function operation(
  of: Record<string, unknown>,
  document: Record<string, unknown> = {},
): Promise<{ api: Api; operation: Operation; reported: readonly string[] }> {
  const { api, reported } = await readApi(
    swagger({
      paths: { "/a": { post: { responses: {}, ...of } } },
      ...document,
    }),
  );
  return { api, operation: api.operations[0] as Operation, reported };
}

test.each([
  [
    {
      host: "a.example:8080",
      basePath: "/v1",
      schemes: ["http", "https", "ws"],
    },
    ["https://a.example:8080/v1", "http://a.example:8080/v1"],
  ],
  [{ host: "a.example" }, ["https://a.example/"]],
  [{ host: "a.example", basePath: "v1" }, ["https://a.example/v1"]],
  [{ basePath: "/v1" }, ["/v1"]],
  [{}, []],
])("host, basePath and schemes are servers: %j", async (document, urls) => {
  const { api } = await readApi(swagger(document));
  expect(api.servers.map(({ url }) => url)).toEqual(urls);
});

test.each([
  ["query", undefined, "form", false],
  ["query", "csv", "form", false],
  ["query", "multi", "form", true],
  ["query", "ssv", "spaceDelimited", false],
  ["query", "tsv", "tabDelimited", false],
  ["query", "pipes", "pipeDelimited", false],
  ["header", undefined, "simple", false],
  ["header", "pipes", "pipeDelimited", false],
  ["path", "csv", "simple", false],
])(
  "collectionFormat in %s: %s is %s",
  async (place, format, style, explode) => {
    const parameter = {
      name: "a",
      in: place,
      required: true,
      type: "array",
      items: { type: "string" },
      ...(format === undefined ? {} : { collectionFormat: format }),
    };
    const { api, reported } = await readApi(
      swagger({
        paths: {
          [place === "path" ? "/{a}" : "/"]: {
            parameters: [parameter],
            get: { responses: {} },
          },
        },
      }),
    );
    expect(reported).toEqual([]);
    const [read] = api.operations[0]?.parameters ?? [];
    expect(read).toMatchObject({ in: place, style, explode, required: true });
    expect(followed(api, read?.schema ?? "").types).toEqual(["array"]);
  },
);

test("a parameter is its own schema, and its own fields are no keywords", async () => {
  const {
    api,
    operation: read,
    reported,
  } = await operation({
    parameters: [
      {
        name: "limit",
        in: "query",
        description: "How many.",
        allowEmptyValue: true,
        type: "integer",
        format: "int32",
        minimum: 0,
        exclusiveMinimum: true,
        maximum: 10,
        default: 5,
        enum: [5, 10],
      },
    ],
  });
  expect(reported).toEqual([]);
  const [limit] = read.parameters;
  const schema = followed(api, limit?.schema ?? "");
  expect(schema.constraints).toEqual({
    format: "int32",
    exclusiveMinimum: 0,
    maximum: 10,
  });
  expect(schema.enum).toEqual([5, 10]);
  expect(limit?.description).toBe("How many.");
});

test("a body goes out as each media type that is consumed", async () => {
  const parameters = [
    {
      name: "pet",
      in: "body",
      required: true,
      schema: { $ref: "#/definitions/Pet" },
    },
  ];
  const document = {
    consumes: ["application/xml", "application/json"],
    definitions: { Pet: { type: "object" } },
  };
  const inherited = await operation({ parameters }, document);
  expect(inherited.operation.requestBody).toMatchObject({
    required: true,
    content: [{ type: "application/xml" }, { type: "application/json" }],
  });
  const own = await operation({ parameters, consumes: [] }, document);
  expect(own.operation.requestBody?.content.map(({ type }) => type)).toEqual([
    "application/json",
  ]);
});

test("form fields are the properties of one object", async () => {
  const {
    api,
    operation: read,
    reported,
  } = await operation(
    {
      consumes: ["multipart/form-data", "application/x-www-form-urlencoded"],
      parameters: [
        { name: "name", in: "formData", required: true, type: "string" },
        {
          name: "tags",
          in: "formData",
          description: "Tags.",
          type: "array",
          items: { type: "string" },
          collectionFormat: "pipes",
        },
        { name: "q", in: "query", type: "string" },
      ],
    },
    { definitions: {} },
  );
  expect(reported).toEqual([]);
  expect(read.parameters.map(({ name }) => name)).toEqual(["q"]);
  const content = read.requestBody?.content ?? [];
  expect(content.map(({ type }) => type)).toEqual([
    "multipart/form-data",
    "application/x-www-form-urlencoded",
  ]);
  expect(content[1]?.encoding).toMatchObject([
    { property: "tags", style: "pipeDelimited", explode: false },
  ]);
  const form = followed(api, content[0]?.schema ?? "");
  expect(form.required).toEqual(["name"]);
  expect(property(api, form, "tags").annotations.description).toBe("Tags.");
  expect(form.origin.pointer).toBe("/paths/~1a/post/parameters");
});

test("a file is binary, and goes by multipart whatever is consumed", async () => {
  const { api, operation: read } = await operation({
    consumes: ["application/x-www-form-urlencoded"],
    parameters: [{ name: "file", in: "formData", type: "file" }],
  });
  const [media] = read.requestBody?.content ?? [];
  expect(media?.type).toBe("multipart/form-data");
  const file = property(api, followed(api, media?.schema ?? ""), "file");
  expect(file.types).toEqual(["string"]);
  expect(file.constraints.format).toBe("binary");
});

test("form fields without consumes are urlencoded, and an operation's replace its path's", async () => {
  const { api } = await readApi(
    swagger({
      paths: {
        "/a": {
          parameters: [
            { name: "x", in: "formData", type: "string" },
            { $ref: "#/parameters/y" },
          ],
          post: {
            parameters: [{ name: "x", in: "formData", type: "integer" }],
            responses: {},
          },
        },
      },
      parameters: { y: { name: "y", in: "formData", type: "boolean" } },
    }),
  );
  const [media] = api.operations[0]?.requestBody?.content ?? [];
  expect(media?.type).toBe("application/x-www-form-urlencoded");
  const form = followed(api, media?.schema ?? "");
  expect(property(api, form, "x").types).toEqual(["integer"]);
  expect(property(api, form, "y").types).toEqual(["boolean"]);
});

test("responses have content by what is produced, none without a schema, and headers", async () => {
  const {
    api,
    operation: read,
    reported,
  } = await operation(
    {
      responses: {
        200: {
          description: "ok",
          schema: { type: "file" },
          headers: { "X-Rate": { type: "integer", description: "Left." } },
        },
        204: { description: "nothing" },
        404: { $ref: "#/responses/absent" },
      },
    },
    {
      produces: ["application/octet-stream"],
      responses: { absent: { description: "absent", schema: {} } },
    },
  );
  expect(reported).toEqual([]);
  const [ok, nothing, absent] = read.responses;
  expect(ok?.content.map(({ type }) => type)).toEqual([
    "application/octet-stream",
  ]);
  expect(followed(api, ok?.content[0]?.schema ?? "").constraints.format).toBe(
    "binary",
  );
  expect(ok?.headers).toMatchObject([{ name: "X-Rate", description: "Left." }]);
  expect(nothing?.content).toEqual([]);
  expect(absent?.description).toBe("absent");
});

test("security, its schemes, tags and definitions", async () => {
  const {
    api,
    operation: read,
    reported,
  } = await operation(
    { security: [{ oauth: ["read"] }, {}], tags: ["pets"] },
    {
      securityDefinitions: {
        login: { type: "basic" },
        key: { type: "apiKey", in: "query", name: "k" },
        oauth: { type: "oauth2", flow: "implicit" },
      },
      security: [{ login: [], key: [] }],
      definitions: { Pet: { type: "string" } },
    },
  );
  expect(reported).toEqual([]);
  expect(api.securitySchemes).toMatchObject([
    { name: "login", kind: "http", scheme: "basic" },
    { name: "key", kind: "apiKey", in: "query", parameter: "k" },
    { name: "oauth", kind: "oauth2" },
  ]);
  expect(read.security).toEqual([["oauth"], []]);
  expect(api.components.map(({ name }) => name)).toEqual(["Pet"]);
});

test("x-nullable and a discriminator's name alone", async () => {
  const { api, reported } = await readApi(
    swagger({
      definitions: {
        Pet: {
          type: "object",
          discriminator: "petType",
          required: ["petType"],
          properties: {
            petType: { type: "string" },
            name: { type: "string", "x-nullable": true },
            owner: { $ref: "#/definitions/Owner", "x-nullable": true },
          },
        },
        Owner: { type: "object" },
      },
    }),
  );
  expect(reported).toEqual([]);
  const pet = component(api, "Pet");
  expect(pet.discriminator?.propertyName).toBe("petType");
  expect(property(api, pet, "name").types).toEqual(["string", "null"]);
  const owner = pet.properties.find(({ wireName }) => wireName === "owner");
  expect(api.schemas.get(owner?.schema as never)).toMatchObject({
    nullable: true,
    ref: "api.yaml#/definitions/Owner",
  });
});

test("definitions may stand in other files", async () => {
  const { api, reported } = await readApi({
    ...swagger({
      paths: { "/a": { $ref: "a.yaml" } },
      definitions: { Pet: { $ref: "pet.json" } },
    }),
    "a.yaml": {
      get: {
        responses: { 200: { description: "", schema: { $ref: "pet.json" } } },
      },
    },
    "pet.json": '{"type":"object","x-nullable":true}',
  });
  expect(reported).toEqual([]);
  expect(component(api, "Pet").types).toEqual(["object", "null"]);
});

test("what stands beside the body parameter is left out, and said", async () => {
  const { operation: read, reported } = await operation({
    parameters: [
      { name: "field", in: "formData", type: "string" },
      { name: "first", in: "body", schema: { type: "string" } },
      { name: "second", in: "body", schema: { type: "integer" } },
    ],
  });
  expect(read.requestBody?.origin.pointer).toBe("/paths/~1a/post/parameters/2");
  expect(reported).toEqual([
    "operation/second-body api.yaml#/paths/~1a/post/parameters/0",
    "operation/second-body api.yaml#/paths/~1a/post/parameters/1",
  ]);
});

test("a header that no request can have is left out", async () => {
  const header = (name: string) => ({ name, in: "header", type: "string" });
  const { operation: read, reported } = await operation({
    parameters: [header("X Trace"), header("X-Trace")],
  });
  expect(read.parameters.map(({ name }) => name)).toEqual(["X-Trace"]);
  expect(reported).toEqual([
    "operation/impossible-header api.yaml#/paths/~1a/post/parameters/0",
  ]);
});
