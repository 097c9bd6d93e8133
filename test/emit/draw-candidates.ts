import fc from "fast-check";
import type { Candidate } from "../../generator/6-emit/decide-text.ts";
import type {
  Condition,
  PropertyTest,
  Scalar,
} from "../../generator/ir/type-graph.ts";
import type { Value } from "./decided.ts";

/** As a parser makes it: a member called `__proto__` is one like all others. */
const objectOf = (members: readonly (readonly [string, unknown])[]): Value =>
  JSON.parse(
    `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",")}}`,
  ) as Value;

/** Names that a variable may not have, or that something else has. */
const names = [
  ...[
    "a",
    "b",
    "constructor",
    "__proto__",
    "found",
    "value",
    "every",
    "inside",
  ],
  ...["x-y", "x_y", "0", "", "if", "importedEvery", "a_b", "toString", "Array"],
];
const scalars: readonly Scalar[] = ["a", "ab", "b", "", 1, 2, 2.5, true, false];
const name = fc.constantFrom(...names);

const bounds = fc.record(
  { min: fc.constantFrom(0, 1, 2), max: fc.constantFrom(1, 2, 3) },
  { requiredKeys: [] },
);
const literals = fc.uniqueArray(fc.constantFrom(...scalars), {
  minLength: 1,
  maxLength: 10,
});

/** Anything or null is anything, and so is one of several of which one is anything: the resolver makes no such thing. */
const isSome = ({ kind }: Condition): boolean => kind !== "any";

const { condition } = fc.letrec<{
  condition: Condition;
  test: PropertyTest;
}>((tie) => ({
  test: fc.record({
    wireName: name,
    required: fc.boolean(),
    condition: tie("condition"),
  }),
  condition: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant("literal"), values: literals }),
    },
    fc.constantFrom<Condition>({ kind: "any" }, { kind: "absent" }),
    fc.record({
      kind: fc.constant("types"),
      types: fc.uniqueArray(
        fc.constantFrom(
          "null",
          "boolean",
          "number",
          "string",
          "array",
          "object",
        ),
        { minLength: 1 },
      ),
    }),
    fc.record({
      kind: fc.constant("prefix"),
      prefixes: fc.uniqueArray(fc.constantFrom("a", "b", "ab"), {
        minLength: 1,
      }),
    }),
    bounds.map((each) => ({ kind: "text" as const, ...each })),
    fc
      .tuple(
        bounds,
        fc.boolean(),
        fc.constantFrom(undefined, "min", "max", "both"),
      )
      .map(([each, integer, open]) => ({
        kind: "number" as const,
        integer,
        ...each,
        // Of integers no bound is open.
        ...(!integer && { open }),
      })),
    fc
      .tuple(bounds, literals)
      .map(([each, values]) => ({ kind: "items" as const, values, ...each })),
    fc
      .tuple(bounds, tie("condition"))
      .map(([each, of]) => ({ kind: "each" as const, of, ...each })),
    fc
      .tuple(bounds, fc.array(tie("condition"), { minLength: 1, maxLength: 2 }))
      .map(([each, of]) => ({ kind: "places" as const, of, ...each })),
    fc.record({
      kind: fc.constant("object"),
      tests: fc.uniqueArray(tie("test"), {
        maxLength: 3,
        selector: ({ wireName }) => wireName,
      }),
      closed: fc.boolean(),
    }),
    fc.record({ kind: fc.constant("values"), of: tie("condition") }),
    fc.record({
      kind: fc.constant("nullable"),
      of: tie("condition").filter(isSome),
    }),
    fc.record({
      kind: fc.constant("either"),
      of: fc.array(tie("condition").filter(isSome), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  ) as fc.Arbitrary<Condition>,
}));

const most = 9;

/** The tests of each; often a literal of one property is among those of most. */
const testsOfAll = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.uniqueArray(
          fc.record({ wireName: name, required: fc.boolean(), condition }),
          { maxLength: 3, selector: ({ wireName }) => wireName },
        ),
        fc.uniqueArray(fc.constantFrom(...scalars), { maxLength: 1 }),
        fc.integer({ min: 0, max: 8 }),
      ),
      { minLength: 1, maxLength: most },
    ),
    fc.option(name, { freq: 2 }),
  )
  .map(([all, property]) =>
    all.map(([tests, more, chance], at): readonly PropertyTest[] =>
      property === null || chance === 0
        ? tests
        : [
            ...tests.filter(({ wireName }) => wireName !== property),
            {
              wireName: property,
              required: true,
              condition: {
                kind: "literal",
                values: [...new Set([scalars[at] ?? "a", ...more])],
              },
            },
          ],
    ),
  );

/** What wins over another comes before it here, so that nothing wins over itself. */
export const candidates: fc.Arbitrary<readonly Candidate[]> = fc
  .tuple(
    testsOfAll,
    fc.array(fc.array(fc.boolean(), { minLength: most, maxLength: most }), {
      minLength: most,
      maxLength: most,
    }),
  )
  .chain(([all, wins]) =>
    fc.shuffledSubarray(
      all.map((tests, at): Candidate => ({
        label: `label ${at}`,
        tests,
        over: all.flatMap((_, other) =>
          other > at && wins[at]?.[other] === true ? [`label ${other}`] : [],
        ),
      })),
      { minLength: all.length },
    ),
  );

const json = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 5, arbitrary: fc.constantFrom<unknown>(null, ...scalars) },
    fc.array(tie("json"), { maxLength: 3 }),
    fc.array(fc.tuple(name, tie("json")), { maxLength: 3 }).map(objectOf),
  ),
})).json;
export const object = fc
  .array(fc.tuple(name, json), { maxLength: 5 })
  .map(objectOf);

/** A value that the conditions are about, more or less. */
export const likely = (all: readonly Candidate[]): fc.Arbitrary<Value> =>
  fc
    .tuple(fc.constantFrom(...all), object)
    .chain(([{ tests: of }, others]) =>
      fc
        .tuple(...of.map((each) => valueFor(each.condition)))
        .map((values) =>
          objectOf([
            ...Object.entries(others),
            ...of.map(
              ({ wireName }, at) => [wireName, values[at] ?? null] as const,
            ),
          ]),
        ),
    );

function valueFor(of: Condition): fc.Arbitrary<unknown> {
  switch (of.kind) {
    case "literal":
      return fc.constantFrom(...of.values);
    case "items":
      return fc.array(fc.constantFrom(...of.values), { maxLength: 2 });
    case "each":
      return fc.array(valueFor(of.of), { maxLength: 2 });
    case "places":
      return fc.tuple(...of.of.map(valueFor));
    case "object":
      return fc
        .tuple(...of.tests.map((each) => valueFor(each.condition)))
        .map((values) =>
          objectOf(
            of.tests.map(({ wireName }, at) => [wireName, values[at] ?? null]),
          ),
        );
    case "values":
      return valueFor(of.of).map((value) => ({ a: value ?? null }));
    case "nullable":
      return fc.oneof(fc.constant(null), valueFor(of.of));
    case "either":
      return fc.oneof(...of.of.map(valueFor));
    default:
      return json;
  }
}
