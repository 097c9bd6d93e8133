import { expect, test } from "vitest";
import {
  explained,
  explanationOf,
  object,
  receiving,
  ref,
} from "./documents.ts";

const text = { type: "string" };

async function union(schemas: Readonly<Record<string, unknown>>) {
  const { unions } = await explanationOf({
    ...schemas,
    Whole: { oneOf: Object.keys(schemas).map(ref) },
  });
  const found = unions.find(({ name }) => name === "Whole");
  if (found === undefined) throw new Error("no union");
  return found;
}

test("advice is no const that all variants share", async () => {
  const found = await union({
    A: object({ version: { const: "1" }, type: text, data: text }),
    B: {
      ...object({ version: { const: "1" }, type: text, data: text }),
      minProperties: 4,
    },
  });
  expect(found.advice[0]).toEqual({
    words: 'give "type" a const of its own in each variant, and require it',
    edits: [
      { variant: 0, yaml: "properties:\n  type: { const: a }" },
      { variant: 1, yaml: "properties:\n  type: { const: b }" },
    ],
  });
});

test("advice is to leave null out where literals would tell without it", async () => {
  const found = await union({
    A: object({ type: { enum: ["a", "b", null] }, x: text }),
    B: object({ type: { const: "c" }, y: text }, ["y"]),
  });
  expect(found.advice[0]).toEqual({
    words:
      'leave null out of "type", if the API never sends it: its literals tell the variants apart',
    edits: [
      { variant: 0, yaml: "properties:\n  type: { enum: [a, b] }" },
      { variant: 1, yaml: "required: [type]" },
    ],
  });
});

test("a tag is not to be required where its absence says which variant it is", async () => {
  const schemas = {
    A: object({ type: { const: "a" }, x: text }, ["x"]),
    B: object({ type: { const: "b" }, x: text }, ["x"]),
    Other: object({ o: text }),
    Whole: {
      oneOf: ["A", "B", "Other"].map(ref),
      discriminator: {
        propertyName: "type",
        mapping: { a: "A", b: "B" },
        defaultMapping: "Other",
      },
    },
  };
  const { explanation } = await explained({
    ...receiving(schemas),
    openapi: "3.2.0",
  });
  expect(explanation?.unions[0]).toMatchObject({
    outcome: "native",
    advice: [],
  });
});
