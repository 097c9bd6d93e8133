import { describe, expect, test } from "vitest";
import { outcomeWords } from "../../generator/explain/outcome-words.ts";
import type { UnionExplanation } from "../../generator/index.ts";
import { explanationOf, object, ref } from "./documents.ts";

async function union(
  schemas: Readonly<Record<string, unknown>>,
  of: unknown = { oneOf: Object.keys(schemas).map(ref) },
): Promise<UnionExplanation> {
  const { unions } = await explanationOf({ ...schemas, Whole: of });
  const found = unions.find(({ name }) => name === "Whole");
  if (found === undefined) throw new Error("no union");
  return found;
}

const text = { type: "string" };

describe("a native union", () => {
  test("is proven by its literals, and needs no advice", async () => {
    const found = await union({
      Cat: object({ type: { const: "cat" } }),
      Dog: object({ type: { const: "dog" } }),
    });
    expect(found).toMatchObject({
      outcome: "native",
      telltale: { by: "literal", property: "type" },
      advice: [],
      pairs: [
        {
          state: "apart",
          proofs: [{ kind: "literal", path: ["type"] }],
          evidence: [],
          witness: undefined,
        },
      ],
      tree: {
        kind: "look",
        property: "type",
        branches: [
          { words: 'is "cat"', tree: { kind: "leaf", variants: [0] } },
          { words: 'is "dog"', tree: { kind: "leaf", variants: [1] } },
        ],
      },
    });
    expect(found.place).toMatchObject({
      source: "api.json",
      pointer: "/components/schemas/Whole",
      column: 7,
    });
    expect(found.variants.map(({ name }) => name)).toEqual(["Cat", "Dog"]);
  });

  test("with a tag that may be absent is told to require it, and has a witness", async () => {
    const found = await union({
      Cat: object({ type: { const: "cat" } }, []),
      Dog: object({ type: { const: "dog" } }, []),
    });
    expect(found.outcome).toBe("native");
    expect(found.pairs[0]).toMatchObject({
      state: "likely",
      proofs: [],
      witness: {},
    });
    expect(found.advice[0]?.words).toMatch(/"type" under required/);
    expect(found.advice[0]?.edits).toEqual([
      { variant: 0, yaml: "required: [type]" },
      { variant: 1, yaml: "required: [type]" },
    ]);
  });
});

test("a union without a name that is free for a tag is told apart by guards", async () => {
  const named = { additionalProperties: text };
  const found = await union({
    Link: { ...object({ url: text }), ...named },
    Note: { ...object({ text }), ...named },
  });
  expect(found).toMatchObject({
    outcome: "tagged",
    telltale: { by: "elimination", tag: undefined },
  });
  expect(outcomeWords(found)).toBe(
    "guards and a match tell, after a look at url, text",
  );
});

describe("a component under two discriminators", () => {
  const pets = {
    Cat: object({ type: text, friend: ref("Cat") }, ["type"]),
    Dog: object({ type: text, friend: ref("Dog") }, ["type"]),
    Other: object({ type: text, friend: ref("Other") }, []),
  };
  const mapped = (mapping: object, others: object = {}) => ({
    discriminator: { propertyName: "type", mapping, ...others },
  });

  test("has in each union's pairs the tags of that one, and elsewhere all of them", async () => {
    const oneOf = [ref("Cat"), ref("Dog")];
    const { unions } = await explanationOf({
      ...pets,
      Pet: { oneOf, ...mapped({ c: "Cat", d: "Dog" }) },
      Animal: { oneOf, ...mapped({ d: "Cat", c: "Dog" }) },
    });
    expect(unions.map(({ name }) => name)).toEqual(["Pet", "Animal"]);
    for (const { pairs } of unions)
      expect(pairs).toEqual([
        {
          left: 0,
          right: 1,
          state: "apart",
          winner: undefined,
          proofs: [{ kind: "literal", path: ["type"] }],
          evidence: [],
          witness: undefined,
        },
      ]);
  });

  test("and what stands for every other tag is no variant that has its own", async () => {
    const { pairs } = await union(pets, {
      oneOf: [ref("Cat"), ref("Other")],
      ...mapped({ c: "Cat" }, { defaultMapping: "Other" }),
    });
    expect(pairs[0]).toMatchObject({ state: "apart", witness: undefined });
  });

  test("as one of those always has its own, though its component may lack it", async () => {
    const properties = { t: { const: "c" } };
    const { pairs } = await union(
      { ...pets, Cat: { type: "object", properties } },
      {
        oneOf: [ref("Cat"), ref("Other")],
        discriminator: {
          propertyName: "t",
          mapping: { c: ref("Cat").$ref },
          defaultMapping: ref("Other").$ref,
        },
      },
    );
    expect(pairs[0]).toMatchObject({ state: "apart", witness: undefined });
  });

  test("of what others inherit, the tag that it has in the union", async () => {
    const { unions } = await explanationOf({
      Act: {
        ...object({ type: text }),
        discriminator: { propertyName: "type" },
      },
      Exec: { allOf: [ref("Act")], properties: { policy: text } },
      Copy: { allOf: [ref("Exec")], properties: { source: text } },
      Stop: object({ type: { const: "Stop" } }),
      Next: { oneOf: [ref("Exec"), ref("Stop")] },
    });
    expect(unions.find(({ name }) => name === "Next")).toMatchObject({
      telltale: { by: "literal", property: "type" },
      pairs: [{ state: "apart", witness: undefined }],
    });
  });
});

describe("proof is kept apart from evidence", () => {
  const pair = async (a: unknown, b: unknown) =>
    (await union({ A: a, B: b })).pairs[0];

  test.each([
    ["jsonType", object({ x: text }), object({ x: { type: "number" } })],
    [
      "items",
      object({ x: { type: "array", minItems: 1, items: { enum: ["a"] } } }),
      object({ x: { type: "array", items: { enum: ["b"] } } }),
    ],
    [
      "prefix",
      object({ x: { type: "string", pattern: "^WH" } }),
      object({ x: { type: "string", pattern: "^US" } }),
    ],
    [
      "range",
      object({ x: { type: "integer", maximum: 3 } }),
      object({ x: { type: "integer", minimum: 4 } }),
    ],
    [
      "length",
      object({ x: { type: "array", maxItems: 1, items: text } }),
      object({ x: { type: "array", minItems: 2, items: text } }),
    ],
    [
      "absent",
      { ...object({ x: text }), additionalProperties: false },
      object({ y: text }),
    ],
  ])("%s is proof", async (kind, a, b) => {
    const found = await pair(a, b);
    expect(found?.state).toBe("apart");
    expect(found?.proofs.map((proof) => proof.kind)).toContain(kind);
    expect(found?.witness).toBeUndefined();
  });

  test("what is required in one and not declared in the other is evidence, with a witness", async () => {
    const found = await pair(object({ x: text }), object({ y: text }));
    expect(found).toMatchObject({ state: "likely", proofs: [] });
    expect(found?.evidence).toEqual([
      { kind: "presence", path: ["x"], of: 1 },
      { kind: "presence", path: ["y"], of: 0 },
    ]);
    expect(found?.witness).toEqual({ x: "a", y: "a" });
  });

  test("an empty list is the witness of lists with different items", async () => {
    const list = (value: string) =>
      object({ events: { type: "array", items: { enum: [value] } } });
    const found = await pair(list("a"), list("b"));
    expect(found?.evidence.map(({ kind }) => kind)).toContain("emptyArray");
    expect(found?.witness).toEqual({ events: [] });
  });

  test("a more specific variant wins, and the witness is one of its values", async () => {
    const found = await union({
      General: object({ id: text }),
      Special: object({ id: text, more: text }),
    });
    expect(found.pairs[0]).toMatchObject({ state: "ranked", winner: 1 });
    expect(found.variants[1]?.over).toEqual([0]);
    expect(found.pairs[0]?.witness).toEqual({ id: "a", more: "a" });
  });

  test("nothing tells equal requirements apart", async () => {
    const found = await union({
      A: object({ x: text }, []),
      B: object({ y: text }, []),
    });
    expect(found).toMatchObject({ outcome: "plain", tree: undefined });
    expect(found.pairs[0]).toMatchObject({ state: "open", witness: {} });
  });

  test("no witness is shown where a keyword is beyond the types", async () => {
    const found = await pair(
      { ...object({ x: text }), not: { required: ["y"] } },
      object({ y: text }),
    );
    expect(found?.witness).toBeUndefined();
  });
});

test("a decoder's tests are said in words, and its tree has every variant once", async () => {
  const events = (...values: readonly string[]) =>
    object({ events: { type: "array", minItems: 1, items: { enum: values } } });
  const found = await union({
    Call: events("call.ringing", "call.completed"),
    Task: events("task.done"),
  });
  expect(found).toMatchObject({
    outcome: "tagged",
    telltale: { by: "elimination", tag: "kind", properties: ["events"] },
  });
  expect(found.variants[1]?.tests).toEqual([
    {
      property: "events",
      required: true,
      words: 'is a non-empty list of "task.done"',
    },
  ]);
  expect(found.tree).toMatchObject({
    property: "events",
    branches: [{ tree: { variants: [0] } }, { tree: { variants: [1] } }],
  });
});

test("advice builds on a property that is there: a const where it is missing, and required", async () => {
  const found = await union({
    A: object({ type: { const: "a" }, x: text }),
    B: object({ type: text, y: text }),
  });
  expect(found.outcome).toBe("tagged");
  expect(found.advice[0]).toEqual({
    words: 'give "type" a const of its own in each variant, and require it',
    edits: [{ variant: 1, yaml: "properties:\n  type: { const: b }" }],
  });
});

test("JSON types are told apart by the value itself", async () => {
  const found = await union(
    { A: object({ x: text }) },
    {
      oneOf: [
        ref("A"),
        text,
        { type: "array", items: text },
        { type: "boolean" },
        { type: "integer" },
        object({ y: text }),
      ],
    },
  );
  expect(found.tree).toMatchObject({
    property: undefined,
    branches: [
      { words: "is an object" },
      { words: "is a string", tree: { variants: [1] } },
      { words: "is a list" },
      { words: "is a boolean" },
      { words: "is a number" },
    ],
  });
});

test("allOf of note: bases, closed members, contradictions, unions inside", async () => {
  const { allOf } = await explanationOf({
    Base: object({ id: text }),
    Derived: { allOf: [ref("Base"), object({ name: text })] },
    Closed: {
      allOf: [
        { ...object({ a: text }), additionalProperties: false },
        object({ b: text }),
      ],
    },
    Never: { allOf: [{ type: "string" }, { type: "number" }] },
    Spread: {
      allOf: [
        ref("Base"),
        {
          oneOf: [object({ t: { const: "a" } }), object({ t: { const: "b" } })],
        },
      ],
    },
  });
  const kinds = Object.fromEntries(
    allOf.map(({ name, place, effects }) => [
      name ?? place.pointer.split("/").at(-1),
      effects.map(({ kind }) => kind),
    ]),
  );
  expect(kinds).toEqual({
    Derived: ["extends"],
    Closed: ["closedMember"],
    Never: ["contradiction"],
    Spread: ["distributed"],
  });
});

test("where no property splits the variants, each is tried by what only it asks", async () => {
  const found = await union({
    A: object({ a: text }),
    B: object({ b: text }),
    C: object({ c: { type: "integer" } }),
  });
  expect(found.tree).toEqual({
    kind: "try",
    branches: ["a is a string", "b is a string", "c is an integer"].map(
      (words, index) => ({
        words,
        tree: { kind: "leaf", variants: [index], also: [] },
      }),
    ),
  });
});

test("a union that gets no tag since it is one of several in an intersection is said to be that", async () => {
  const choice = (index: number) => ({
    oneOf: [object({ [`l${index}`]: text }), object({ [`r${index}`]: text })],
  });
  const { unions, allOf } = await explanationOf({
    Wide: { allOf: Array.from({ length: 7 }, (_, index) => choice(index)) },
  });
  expect(allOf[0]?.effects.map(({ kind }) => kind)).toEqual(["intersection"]);
  expect(unions).toHaveLength(7);
  for (const one of unions) {
    expect(one.telltale).toEqual({ by: "nothing", intersected: true });
    expect(outcomeWords(one)).toContain("none is added");
  }
});
