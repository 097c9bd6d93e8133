import { expect, test } from "vitest";
import {
  collect,
  type Diagnostic,
} from "../../generator/diagnostics/diagnostic.ts";
import { resolve } from "../../generator/4-resolve/resolve.ts";
import { readApi, withSchemas } from "../bundle/read-api.ts";

test.each([
  [
    { type: "integer", enum: ["1", 2] },
    'enum has "1", which integer does not allow; left out',
  ],
  [
    { type: "string", enum: [true, false] },
    'enum has true, false, which string does not allow; read as "true", "false"',
  ],
  [
    { type: "integer", enum: ["1", "low"] },
    'enum has "1", "low", which integer does not allow; read as 1, the rest left out',
  ],
  [
    { type: "array", items: { type: "string" }, enum: ["name", 1] },
    'enum has "name", 1, which array does not allow; read as "name", "1", one of which each item is',
  ],
  [
    { type: "integer", const: "low" },
    'enum has "low", which integer does not allow; read as integer alone',
  ],
])("what is made of %j is said", async (schema, message) => {
  const { api } = await readApi({ "api.yaml": withSchemas({ A: schema }) });
  const diagnostics: Diagnostic[] = [];
  resolve(api, collect(diagnostics));
  expect(diagnostics.map((said) => said.message)).toEqual([message]);
});
