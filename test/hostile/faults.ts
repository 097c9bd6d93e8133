/** Faults of schemas, each another one. */
const schemas: readonly unknown[] = [
  7,
  "string",
  [],
  null,
  { type: "strnig" },
  { type: 5 },
  { type: "string", enum: [1] },
  { type: "string", enum: "a" },
  { enum: [{ a: 1 }] },
  { type: "object", required: "id" },
  { type: "object", required: ["id"] },
  { properties: [] },
  { properties: { a: 3 } },
  { type: "array", items: 3 },
  { allOf: {} },
  { allOf: [{ type: "string" }, { type: "integer" }] },
  { $ref: "#/components/schemas/Absent" },
  { $ref: "absent.yaml" },
  { $ref: "../../etc/passwd" },
  { $ref: "http://127.0.0.1:9/x.json" },
  { $ref: "#/components/schemas/Fault20" },
  { allOf: [{ $ref: "#/components/schemas/Fault21" }, { type: "object" }] },
  { oneOf: [3, { type: "string" }] },
  { type: "string", pattern: "(", example: "a" },
  { type: "integer", minimum: "1" },
  { type: "string", maxLength: "x" },
  { oneOf: [{ type: "object" }], discriminator: {} },
  {
    oneOf: [{ $ref: "#/components/schemas/Pet" }],
    discriminator: { propertyName: "kind", mapping: { a: "#/nowhere" } },
  },
  { type: "string", pattern: "^a$", example: "b" },
  { additionalProperties: 3 },
];

const ok = { responses: { 200: { description: "ok" } } };
const parameter = (more: object): object => ({
  get: { ...ok, parameters: [more] },
});

/** Faults of path items, each another one. */
const pathItems: readonly unknown[] = [
  [],
  7,
  null,
  { gte: ok },
  { get: [] },
  { get: { ...ok, parameters: { a: 1 } } },
  { get: { responses: { "2OO": { description: "ok" } } } },
  { get: { responses: ["200"] } },
  { get: { responses: { 200: 3 } } },
  { get: { ...ok, operationId: { a: 1 } } },
  { get: { ...ok, tags: "pets" } },
  { get: { ...ok, security: [{ nobody: [] }] } },
  { post: { ...ok, requestBody: { required: true } } },
  { post: { ...ok, requestBody: 3 } },
  parameter({}),
  parameter({ name: "a" }),
  parameter({ name: "a", in: "qeury", schema: {} }),
  parameter({ name: "a", in: "path", required: true, schema: {} }),
  parameter({ name: "a", in: "query", style: "sqiggly", schema: {} }),
  parameter({ name: "a b", in: "header", schema: {} }),
  parameter({ $ref: "#/components/parameters/Absent" }),
  {
    get: {
      responses: {
        200: { description: "ok", links: { next: { operationId: "absent" } } },
      },
    },
  },
];

/** A description with one sound operation, and where each of its faults is. */
export function faultyDescription(): {
  readonly document: object;
  readonly pointers: readonly string[];
} {
  const named = (values: readonly unknown[], name: string) =>
    values.map((value, index) => [`${name}${index}`, value] as const);
  const faulty = {
    schemas: named(schemas, "Fault"),
    paths: named(pathItems, "/fault"),
  };
  const schema = { $ref: "#/components/schemas/Pet" };
  const content = { "application/json": { schema } };
  const get = {
    operationId: "getPet",
    responses: { 200: { description: "ok", content } },
  };
  const Pet = { type: "object", properties: { name: { type: "string" } } };
  return {
    document: {
      openapi: "3.1.0",
      info: { title: "Faulty", version: "1" },
      servers: [{ url: "https://api.example.com" }],
      paths: { "/pet": { get }, ...Object.fromEntries(faulty.paths) },
      components: { schemas: { Pet, ...Object.fromEntries(faulty.schemas) } },
    },
    pointers: [
      ...faulty.schemas.map(([name]) => `/components/schemas/${name}`),
      ...faulty.paths.map(([path]) => `/paths/~1${path.slice(1)}`),
    ],
  };
}
