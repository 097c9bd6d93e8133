import { expect, test } from "vitest";
import { keywords } from "../../generator/3-normalise/schemas/keywords.ts";
import type { SchemaNode } from "../../generator/ir/schema-graph.ts";
import { readApi, withSchemas } from "../bundle/read-api.ts";

/** Every keyword of the Schema Object, as the specifications list them. */
const specified: Readonly<Record<string, string>> = {
  "OpenAPI 3.0.4 §4.7.24, Schema Object": `
    title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems
    minItems uniqueItems maxProperties minProperties required enum type allOf oneOf anyOf not items
    properties additionalProperties description format default nullable discriminator readOnly writeOnly
    xml externalDocs example deprecated`,
  "OpenAPI 3.1 §4.8.24 and 3.2 §4.24, base vocabulary": `discriminator xml externalDocs example`,
  "JSON Schema 2020-12, core": `
    $id $schema $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs`,
  "JSON Schema 2020-12, applicator": `
    prefixItems items contains additionalProperties properties patternProperties dependentSchemas
    propertyNames if then else allOf anyOf oneOf not`,
  "JSON Schema 2020-12, unevaluated": `unevaluatedItems unevaluatedProperties`,
  "JSON Schema 2020-12, validation": `
    type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength
    pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required
    dependentRequired`,
  "JSON Schema 2020-12, meta-data": `
    title description default deprecated readOnly writeOnly examples`,
  "JSON Schema 2020-12, format annotation": `format`,
  "JSON Schema 2020-12, content": `contentEncoding contentMediaType contentSchema`,
};

const wordsOf = (text: string) => text.trim().split(/\s+/);

test.each(Object.entries(specified))(
  "%s: every keyword has a treatment",
  (_, list) => {
    expect(wordsOf(list).filter((keyword) => !keywords.has(keyword))).toEqual(
      [],
    );
  },
);

test("nothing has a treatment that no specification has, but two of earlier drafts", () => {
  const known = new Set(Object.values(specified).flatMap(wordsOf));
  expect([...keywords.keys()].filter((keyword) => !known.has(keyword))).toEqual(
    ["additionalItems", "definitions"],
  );
});

const schema = { type: "string" };

/** For each keyword that is read, a value of it that changes what a schema says. */
const effects: Readonly<Record<string, unknown>> = {
  $ref: "#/components/schemas/Other",
  $dynamicRef: "#/components/schemas/Other",
  type: "string",
  enum: ["a"],
  const: "a",
  nullable: true,
  properties: { a: schema },
  required: ["a"],
  additionalProperties: false,
  unevaluatedProperties: false,
  unevaluatedItems: false,
  patternProperties: { a: schema },
  items: schema,
  additionalItems: schema,
  prefixItems: [schema],
  allOf: [schema],
  anyOf: [schema],
  oneOf: [schema],
  discriminator: { propertyName: "a" },
  title: "A",
  description: "A.",
  default: "a",
  example: "a",
  examples: ["a"],
  deprecated: true,
  readOnly: true,
  writeOnly: true,
  format: "uuid",
  pattern: "^a$",
  minLength: 1,
  maxLength: 1,
  minimum: 1,
  maximum: 1,
  exclusiveMinimum: 1,
  exclusiveMaximum: 1,
  multipleOf: 2,
  minItems: 1,
  maxItems: 1,
  uniqueItems: true,
  minProperties: 1,
  maxProperties: 1,
};

/** What a keyword has its effect beside. */
const beside: Readonly<Record<string, object>> = {
  additionalItems: { items: [schema] },
};

const treated = (kind: string) =>
  [...keywords]
    .filter(([, it]) => it.kind === kind)
    .map(([keyword]) => keyword);

/** What a schema of this keyword alone says, and what is reported of it. */
async function read(keywordsOf: object) {
  const { api, reported } = await readApi({
    "api.yaml": withSchemas({ A: keywordsOf, Other: {} }),
  });
  const node = api.schemas.get(
    "api.yaml#/components/schemas/A" as SchemaNode["id"],
  );
  return { node, reported };
}

test("every keyword that is read has an effect to show", () => {
  expect(Object.keys(effects).toSorted()).toEqual(treated("read").toSorted());
});

test.each(Object.entries(effects))(
  "%s has an effect",
  async (keyword, value) => {
    const others = beside[keyword] ?? {};
    const { node, reported } = await read({ ...others, [keyword]: value });
    expect(reported).toEqual([]);
    expect(node).not.toEqual((await read(others)).node);
  },
);

test.each(treated("ignored"))(
  "%s is ignored, with a reason",
  async (keyword) => {
    const treatment = keywords.get(keyword);
    expect(treatment?.kind === "ignored" && treatment.because).toMatch(
      /\w+ \w+/,
    );
    const { node, reported } = await read({ [keyword]: {} });
    expect(reported).toEqual([]);
    expect(node).toEqual((await read({})).node);
  },
);

/** What says something where a schema would say nothing. */
const said: Readonly<Record<string, unknown>> = {
  dependentRequired: { a: ["b"] },
};

test.each(treated("reported"))(
  "%s is reported, and the schema is wider than it says",
  async (keyword) => {
    const value = said[keyword] ?? { minLength: 2 };
    const { node, reported } = await read({ [keyword]: value });
    expect(reported).toEqual([
      `unsupported/keyword api.yaml#/components/schemas/A/${keyword}`,
    ]);
    expect(node?.incomplete).toBe(true);
  },
);

test("a keyword of nobody is reported, an extension is not", async () => {
  const { reported } = await read({ nulable: true, "x-nullable": true });
  expect(reported).toEqual([
    "schema/unknown-keyword api.yaml#/components/schemas/A/nulable",
  ]);
});

test.each(
  [...keywords].flatMap(([keyword, it]) =>
    it.kind !== "ignored" && it.wants !== undefined
      ? [[keyword, it.wants]]
      : [],
  ),
)("%s wants %s; null is said to be none", async (keyword) => {
  const { node, reported } = await read({ [keyword]: null });
  expect(reported).toContain(
    `schema/keyword-type api.yaml#/components/schemas/A/${keyword}`,
  );
  expect({ ...node, incomplete: false }).toEqual((await read({})).node);
});
