import type { GeneratedUnion, Schema } from "./schema.ts";

const object = (
  properties: Schema,
  required: readonly string[] = Object.keys(properties),
  more: Schema = {},
): Schema => ({ type: "object", properties, required, ...more });

const text = (pattern: string): Schema => ({ type: "string", pattern });

const list = (items: Schema, minItems = 0): Schema => ({
  type: "array",
  items,
  minItems,
});

const tuple = (prefixItems: readonly Schema[], minItems = 0): Schema => ({
  type: "array",
  prefixItems,
  minItems,
});

const nullable = (schema: Schema): Schema => ({
  anyOf: [schema, { type: "null" }],
});

const [a, b, x] = ["a", "b", "x"].map((value): Schema => ({
  const: value,
})) as [Schema, Schema, Schema];
const string: Schema = { type: "string" };
const integer: Schema = { type: "integer" };
const boolean: Schema = { type: "boolean" };

/** Schemas of one value that nearly exclude each other. */
const values: readonly (readonly [left: Schema, right: Schema])[] = [
  // JSON types.
  [{ type: ["string", "integer"] }, { type: ["integer", "boolean"] }],
  [{ type: "number" }, integer],
  [list({ anyOf: [x, boolean] }, 1), list(boolean, 1)],
  [list({ anyOf: [boolean, x] }, 1), list(string, 1)],
  [{ items: string }, { type: "null" }],
  [{ items: string }, integer],
  [
    { type: "object", additionalProperties: string },
    object({ code: string }, []),
  ],
  [nullable(string), nullable(integer)],
  [nullable(string), { type: "null" }],
  [{ anyOf: [string, list(a)] }, list(b)],
  [{ anyOf: [list(a), string] }, list(b)],
  [{ anyOf: [string, boolean] }, { anyOf: [integer, boolean] }],
  // Literals.
  [{ enum: ["a", "b"] }, { enum: ["b", "x"] }],
  [{ enum: ["a", "WH1"] }, text("^WH")],
  [{ const: "AC1" }, text("^WH|^AC")],
  [{ const: 1.5 }, { type: "number", minimum: 1 }],
  [{ const: 1 }, integer],
  [a, {}],
  [
    {
      allOf: [
        { anyOf: [{ enum: ["a", "b"] }, boolean] },
        { enum: ["b", true] },
      ],
    },
    b,
  ],
  // Prefixes.
  [text("^WH"), text("^WHx")],
  [text("^WHx"), text("^WH")],
  [text("^WH|^AC"), text("^AC[0-9]+$")],
  [text("^ab?c"), text("^ac|^ad")],
  [text("WH"), { ...text("^AC"), examples: ["ACWH"] }],
  // Ranges and lengths.
  [
    { type: "number", maximum: 2 },
    { type: "number", minimum: 2 },
  ],
  [
    { type: "number", maximum: 3 },
    { type: "number", minimum: 1 },
  ],
  [
    { type: "integer", maximum: 2 },
    { type: "integer", exclusiveMinimum: 1 },
  ],
  [{ ...list(string), maxItems: 2 }, list(string, 2)],
  [tuple([string]), { ...tuple([string, string]), minItems: 2 }],
  [
    { ...tuple([string, string]), items: false },
    { ...list(string), maxItems: 1 },
  ],
  // Items.
  [list(a), list(b)],
  [list({ enum: ["a", "b"] }, 1), list(a, 1)],
  [tuple([a]), tuple([b])],
  [tuple([string, a], 1), tuple([string, b], 1)],
  [tuple([a], 2), tuple([{}, b], 2)],
  [tuple([nullable(a)], 1), tuple([nullable(b)], 1)],
];

const inside = (code: Schema, type: Schema = { type: "object" }): Schema => ({
  ...type,
  properties: { code },
  required: ["code"],
  examples: [null, 1, [], {}, { code: "a" }, { code: "b" }],
});

const untyped = (code: Schema): Schema => inside(code, {});

/** Variants that nearly exclude each other by what they require, forbid, or say further down. */
const variants: readonly (readonly [left: Schema, right: Schema])[] = [
  // Presence.
  [object({ a: string }), object({ b: string })],
  [object({ a: string }), object({ b: string }, [])],
  [
    object({ a: string }, ["a"], { additionalProperties: string }),
    object({ b: string }),
  ],
  [
    object({ a: string }, [], { additionalProperties: false }),
    object({ b: string }, []),
  ],
  [
    object({ b: string }, []),
    object({ a: string }, [], { additionalProperties: false }),
  ],
  [
    object({ a: string }, [], {
      additionalProperties: false,
      patternProperties: { "^b": string },
    }),
    object({ b: string }),
  ],
  // Properties.
  [object({ code: a }, []), object({ code: b }, [])],
  [object({ code: a }, []), object({ code: integer }, [])],
  [object({ code: nullable(a) }), object({ code: nullable(b) }, [])],
  [object({ code: list(a) }), object({ code: list(b) })],
  // What is inside of one.
  [object({ data: inside(a) }, []), object({ data: inside(b) }, [])],
  [object({ data: untyped(a) }), object({ data: untyped(b) })],
  [
    object({ data: nullable(inside(a)) }),
    object({ data: nullable(inside(b)) }, []),
  ],
  [object({ data: nullable(inside(a)) }), object({ data: untyped(b) })],
  [object({ data: untyped(a) }, []), object({ data: nullable(inside(b)) })],
  [
    object({ data: object({ body: nullable(inside(a)) }) }),
    object({ data: object({ body: untyped(b) }) }),
  ],
  // The values themselves.
  [list(a), list(b)],
  [nullable(list(a)), list(b)],
];

/** Pairs that every run begins with: at least one for each rule of proof, with a value that is just not beyond it. */
export const directedPairs: readonly GeneratedUnion[] = [
  ...values.map((pair) => pair.map((code) => object({ code }))),
  ...variants,
].map((pair, index) => ({
  family: "directed",
  keyword: index % 2 === 0 ? "oneOf" : "anyOf",
  variants: pair,
  components: {},
}));
