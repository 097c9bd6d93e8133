import { describe, expect, test } from "vitest";
import { decidersOf } from "./deciders.ts";
import { readUnions } from "./document.ts";
import type { GeneratedUnion, Schema } from "./schema.ts";

const object = (properties: Schema, more: Schema = {}): Schema => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  ...more,
});

/** Two schemas of one value that nothing satisfies both, by each of the facts of DESIGN §5.3. */
const facts: readonly (readonly [fact: string, left: Schema, right: Schema])[] =
  [
    ["JSON type", { type: "string" }, { type: "integer" }],
    [
      "JSON types",
      { type: ["string", "null"] },
      { type: ["integer", "array"] },
    ],
    ["literal", { const: "a" }, { const: "b" }],
    ["literals of mixed types", { enum: ["1", 2] }, { enum: [1, "2"] }],
    ["literal against type", { const: 1 }, { type: "string" }],
    ["literal against range", { enum: [1, 2] }, { type: "number", minimum: 3 }],
    [
      "literal against prefix",
      { const: "AC1" },
      { type: "string", pattern: "^WH" },
    ],
    [
      "items",
      { type: "array", items: { const: "a" }, minItems: 1 },
      { type: "array", items: { const: "b" } },
    ],
    [
      "items of another type",
      { type: "array", items: { type: "string" }, minItems: 1 },
      { type: "array", items: { type: "integer" } },
    ],
    [
      "length",
      { type: "array", items: { type: "string" }, maxItems: 2 },
      { type: "array", items: { type: "string" }, minItems: 3 },
    ],
    [
      "tuple length",
      { type: "array", prefixItems: [{ type: "string" }], items: false },
      { type: "array", prefixItems: [{}, {}], minItems: 2 },
    ],
    [
      "prefix",
      { type: "string", pattern: "^WH" },
      { type: "string", pattern: "^AC|^AD" },
    ],
    [
      "range",
      { type: "integer", maximum: 2 },
      { type: "integer", exclusiveMinimum: 2 },
    ],
    [
      "range without its bound",
      { type: "number", maximum: 2.5 },
      { type: "number", exclusiveMinimum: 2.5 },
    ],
    [
      "the first item of a tuple",
      { type: "array", prefixItems: [{ const: "a" }, {}], minItems: 2 },
      { type: "array", prefixItems: [{ const: "b" }, {}], minItems: 1 },
    ],
    [
      "the type of a later item of a tuple",
      { type: "array", prefixItems: [{}, { type: "string" }], minItems: 2 },
      { type: "array", prefixItems: [{}, { type: "integer" }] },
    ],
    [
      "a tuple against items",
      { type: "array", prefixItems: [{ type: "string" }], minItems: 1 },
      { type: "array", items: { type: "integer" } },
    ],
    ["an integer among numbers", { const: 1.5 }, { type: "integer" }],
  ];

const levels: readonly (readonly [string, (schema: Schema) => Schema])[] = [
  ["a property", (schema) => object({ code: schema })],
  ["one level down", (schema) => object({ data: object({ code: schema }) })],
  [
    "two levels down",
    (schema) => object({ data: object({ body: object({ code: schema }) }) }),
  ],
];

async function isToldApart(left: Schema, right: Schema): Promise<boolean> {
  const union: GeneratedUnion = {
    family: "fact",
    keyword: "oneOf",
    variants: [left, right],
    components: {},
  };
  const [decider] = decidersOf([union], await readUnions([union]));
  return decider?.by === "literal" || decider?.by === "elimination";
}

describe.each(levels)("what differs soundly is told apart: %s", (_, at) => {
  test.each(facts)("%s", async (_, left, right) => {
    expect(await isToldApart(at(left), at(right))).toBe(true);
  });
});

test.each(levels.slice(0, 2))(
  "required against impossible: %s",
  async (_, at) => {
    expect(
      await isToldApart(
        at(object({ a: {} }, { required: [], additionalProperties: false })),
        at(object({ b: {} })),
      ),
    ).toBe(true);
  },
);
