import { expect, test } from "vitest";
import { reportInt64 } from "../../generator/3-normalise/normalise.ts";
import {
  collect,
  type Diagnostic,
} from "../../generator/diagnostics/diagnostic.ts";
import { readApi, withSchemas } from "../bundle/read-api.ts";

const int64 = { type: "integer", format: "int64" };

async function said(schemas: Readonly<Record<string, unknown>>, paths = {}) {
  const document = { ...withSchemas(schemas), paths };
  const { api } = await readApi({ "api.yaml": document });
  const diagnostics: Diagnostic[] = [];
  reportInt64(api, collect(diagnostics));
  return diagnostics.map(({ message }) => message);
}

test("where 64-bit integers stand is said once, and not of each", async () => {
  const parameters = [{ name: "after", in: "query", schema: int64 }];
  const paths = { "/pets": { get: { parameters } } };
  const schemas = {
    Pet: { properties: { id: int64, ids: { type: "array", items: int64 } } },
    Id: { type: "number", format: "uint64" },
  };
  const [message, ...others] = await said(schemas, paths);
  expect(others).toEqual([]);
  expect(message).toMatch(
    /which 4 64-bit schemas let through: \/pets, Id, Pet\.id, …; typed as number$/,
  );
});

test("one alone is one", async () => {
  const [message] = await said({ Pet: { properties: { id: int64 } } });
  expect(message).toContain("which one 64-bit schema lets through: Pet.id;");
});

test.each([
  { ...int64, maximum: Number.MAX_SAFE_INTEGER },
  { ...int64, exclusiveMaximum: Number.MAX_SAFE_INTEGER + 1 },
  { ...int64, enum: [1, 2] },
  { ...int64, const: 1 },
  { ...int64, type: "string" },
  { type: "integer", format: "int32" },
  { format: "int64" },
])("%j is exact, or no number", async (schema) => {
  expect(await said({ Id: schema })).toEqual([]);
});

test.each([
  { ...int64, maximum: 2 ** 63 },
  { ...int64, exclusiveMaximum: 2 ** 53 + 2 },
  { ...int64, minimum: 0 },
  { ...int64, type: ["integer", "null"] },
])("%j may be rounded", async (schema) => {
  expect(await said({ Id: schema })).toHaveLength(1);
});
