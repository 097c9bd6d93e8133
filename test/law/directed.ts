import type { Json } from "../../generator/ir/source.ts";
import { patterns } from "./patterns.ts";
import { refTo, type GeneratedUnion, type Schema } from "./schema.ts";

/**
 * Unions that every run begins with: one for each thing that a rule has to look at. What stands under
 * `examples` are values on either side of it, and instances are made of them.
 */
export function directedUnions(
  name: (index: number) => string,
): readonly GeneratedUnion[] {
  const made = [...patternUnions, ...includedUnions, ...others];
  return made.map((variants, index): GeneratedUnion => {
    const text = { type: "string" };
    const components = { [name(index)]: text };
    // `@text` stands for a reference to a component that is a string.
    const written = JSON.stringify(variants).replaceAll(
      '{"$ref":"@text"',
      JSON.stringify(refTo(name(index))).slice(0, -1),
    );
    return {
      family: "directed",
      keyword: index % 2 === 0 ? "oneOf" : "anyOf",
      variants: JSON.parse(written) as readonly Schema[],
      components,
    };
  });
}

const object = (
  properties: Schema,
  required: readonly string[] = Object.keys(properties),
  more: Schema = {},
): Schema => ({ type: "object", properties, required, ...more });

const told = (schema: Schema): readonly Schema[] => [
  object({ code: schema }),
  object({ code: { type: "boolean" } }),
];

/** Every text that matches has to pass what a prefix says of the pattern. */
const patternUnions = Object.entries(patterns).map(([pattern, texts]) =>
  told({ type: "string", pattern, examples: texts }),
);

const id: Schema = { id: { type: "string" } };

/** One includes the other, and adds a property of this schema. */
const including = (schema: Schema, ...examples: readonly Json[]) => [
  object(id),
  object({ ...id, p: { ...schema, examples } }),
];

/** One includes the other, and adds a property and this. */
const includingWith = (more: Schema, ...examples: readonly Json[]) => [
  object(id),
  object({ ...id, p: { type: "string" } }, ["id", "p"], { ...more, examples }),
];

const includedUnions: readonly (readonly Schema[])[] = [
  including({ type: "string", minLength: 2 }, "a", "ab", "\u{1F600}", ""),
  including({ type: "string", maxLength: 1 }, "a", "ab", "\u{1F600}"),
  including({ type: "string", pattern: "^WH" }, "WH1", "AC1"),
  including({ type: "integer" }, 1, 1.5, "1"),
  including({ type: "integer", minimum: 0 }, 0, 1, -1, 0.5),
  including({ type: "integer", exclusiveMinimum: 1 }, 1, 2, 3, 1.5),
  including({ type: "integer", exclusiveMaximum: 1 }, 1, 0, 2, 0.5),
  including({ type: "number", exclusiveMaximum: 3 }, 3, 2.5, 4),
  including({ type: "number", exclusiveMinimum: 3 }, 3, 2.5, 4),
  including({ type: "number", minimum: 0 }, 0, 1.5, -1),
  including({ type: "number", maximum: 2 }, 0, 2, 3),
  including({ type: "number", multipleOf: 2 }, 2, 3),
  including({ type: "boolean" }, true, 0, "true"),
  including({ enum: [1, true] }, 1, "1", true, "true"),
  including({ enum: ["a", "WH1"], pattern: "^WH" }, "a", "WH1"),
  including({ type: ["string", "null"], enum: ["a"] }, "a", null, "b"),
  including(
    { type: "array", items: { type: "integer" }, minItems: 2 },
    [],
    [1],
    [1, 2],
  ),
  including(
    { type: "array", items: { type: "integer" }, maxItems: 1 },
    [],
    [1],
    [1, 2],
  ),
  including(
    { type: "array", items: { type: "number" }, uniqueItems: true },
    [1, 1],
    [1, 2],
  ),
  including({ type: "array", items: { enum: [1, 2] } }, [1, 3], [1, 2], ["1"]),
  including(
    { type: "array", prefixItems: [{ const: 1 }], items: { type: "integer" } },
    [1],
    [1, 2],
    [1, "a"],
  ),
  including(
    { type: "array", prefixItems: [{ type: "integer" }], uniqueItems: true },
    [1, 1],
    [1, 2],
  ),
  including(
    {
      oneOf: [
        { type: "array", prefixItems: [{ type: "string" }] },
        { type: "array", prefixItems: [{ type: "integer" }] },
      ],
    },
    [],
    ["a"],
    [1],
  ),
  including({ type: "array", prefixItems: [{ type: "string" }] }, ["a"], [1]),
  including(
    {
      type: "array",
      prefixItems: [{ const: 1 }, { type: "string" }],
      items: false,
    },
    [],
    [1],
    [2],
    [1, "a"],
    [1, 2],
    [1, "a", 3],
  ),
  including(
    { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 2 },
    1,
    1.5,
    2,
  ),
  including(object({ a: { type: "integer" } }, []), {}, { a: 1 }, { a: "1" }),
  including(
    object({ a: {} }, ["a"], { additionalProperties: false }),
    { a: 1 },
    { a: 1, b: 1 },
  ),
  including(
    object({ a: {} }, ["a"], { minProperties: 2 }),
    { a: 1 },
    { a: 1, b: 1 },
  ),
  including(
    object({ a: {} }, ["a"], { maxProperties: 1 }),
    { a: 1 },
    { a: 1, b: 1 },
  ),
  including(
    object({ a: {} }, ["a"], { not: { required: ["b"] } }),
    { a: 1 },
    { a: 1, b: 1 },
  ),
  including(
    object({ a: {} }, ["a"], { dependentRequired: { b: ["c"] } }),
    { a: 1 },
    { a: 1, b: 1 },
  ),
  including(
    object({ a: {} }, ["a"], { additionalProperties: { type: "string" } }),
    { a: 1, b: "b" },
    { a: 1, b: 1 },
  ),
  including(
    { type: "object", additionalProperties: { type: "integer" } },
    { a: 1 },
    { a: "a" },
  ),
  including(
    { properties: { a: { type: "integer" } } },
    { a: 1 },
    { a: "a" },
    "other",
  ),
  including({ items: { type: "integer" } }, [1], ["a"], "other"),
  including({ minLength: 2 }, "a", "ab", 1),
  including({ not: { type: "string" } }, "a", 1),
  including(
    { anyOf: [{ pattern: "^WH" }, { type: "null" }] },
    "a",
    "WH1",
    null,
    1,
  ),
  including(
    {
      oneOf: [
        { type: "number", minimum: 1 },
        { type: "number", maximum: 2 },
      ],
    },
    1,
    3,
    0,
  ),
  including(
    { oneOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
    "a",
    "b",
    "c",
  ),
  including(
    { oneOf: [{ type: ["string", "null"] }, { type: "null" }] },
    "a",
    null,
  ),
  including({ oneOf: [{ type: "string" }, { type: "integer" }] }, "a", 1, 1.5),
  including({ $ref: "@text", minLength: 2 }, "a", "ab"),
  including(
    { allOf: [{ enum: ["a", "WH1"] }, { pattern: "^WH" }] },
    "a",
    "WH1",
  ),
  including(
    { allOf: [{ type: "object", minProperties: 2 }, object({ a: {} })] },
    { a: 1 },
    { a: 1, b: 1 },
  ),
  includingWith(
    { additionalProperties: false },
    { id: "1", p: "p" },
    { id: "1", p: "p", x: 1 },
  ),
  includingWith(
    { minProperties: 3 },
    { id: "1", p: "p" },
    { id: "1", p: "p", x: 1 },
  ),
  includingWith(
    { maxProperties: 2 },
    { id: "1", p: "p" },
    { id: "1", p: "p", x: 1 },
  ),
  includingWith(
    { not: { required: ["x"] } },
    { id: "1", p: "p" },
    { id: "1", p: "p", x: 1 },
  ),
  includingWith(
    { dependentRequired: { x: ["y"] } },
    { id: "1", p: "p" },
    { id: "1", p: "p", x: 1 },
  ),
  includingWith(
    { additionalProperties: { type: "string" } },
    { id: "1", p: "p", x: "x" },
    { id: "1", p: "p", x: 1 },
  ),
  [
    object(id),
    object(
      {
        ...id,
        p: { type: "string" },
        q: { type: "integer", examples: [1, "q"] },
      },
      ["id", "p"],
    ),
  ],
  [
    object({ ...id, q: { type: "number" } }, ["id"]),
    object(
      {
        ...id,
        p: { type: "string" },
        q: { type: "integer", examples: [1, 1.5] },
      },
      ["id", "p"],
    ),
  ],
];

const deep: Schema = {
  type: "array",
  items: object({ a: { type: "array", items: { type: "integer" } } }),
  examples: [[{ a: [1] }], [{ a: ["a"] }]],
};

const others: readonly (readonly Schema[])[] = [
  told({
    type: "array",
    prefixItems: [{ type: "string" }],
    minItems: 1,
    examples: [["a"], ["a", "b"]],
  }),
  told({ type: "integer", exclusiveMinimum: 1, examples: [1, 2, 3] }),
  told({
    type: "array",
    items: { enum: ["a", "b"] },
    minItems: 1,
    maxItems: 2,
    examples: [["a"], ["b", "a"]],
  }),
  told({ anyOf: [{ enum: ["a"] }, { type: "integer" }], examples: ["a", 1] }),
  told({
    properties: { a: { type: "string" } },
    required: ["a"],
    examples: [{ a: "a" }, "other", 1],
  }),
  [
    object({ data: object({ body: object({ type: { const: "a" } }) }) }),
    object({ data: object({ body: object({ type: { const: "b" } }) }) }),
  ],
  // What is inside is looked at as a whole where it is enough that it is there.
  [
    object({
      p: { ...object({ a: {} }), examples: [{ a: 1 }, { a: 1, x: 1 }] },
    }),
    object({ q: { type: "string" } }),
  ],
  [
    object({
      p: {
        ...object({ a: {} }),
        additionalProperties: { type: "integer" },
        examples: [{ a: 1 }, { a: 1, x: 1 }],
      },
    }),
    object({ q: { type: "string" } }),
  ],
  // One includes another; what fits both, as far as a decoder looks, may be the third alone.
  [
    object({ x: deep }),
    object({ x: deep, y: { type: "string" } }),
    object({ v: { type: "string" } }, ["v"], {
      examples: [{ v: "v", x: [{ a: ["a"] }], y: "y" }],
    }),
  ],
];
