import { beforeAll, expect, test } from "vitest";
import type { Json } from "../../generator/ir/source.ts";
import type { Place } from "./instances.ts";
import { isList, isSchema } from "./schema.ts";
import { isRecursive } from "./whole.ts";
import {
  decideAll,
  generateBatches,
  inWords,
  slice,
  total,
  type Batch,
  type Outcome,
} from "./run.ts";

/**
 * The law (DESIGN §5): if a value is valid for exactly one variant, the decoder, or the native switch,
 * names that variant or says unrecognized; it never names another. And a variant is struck out by
 * proof alone: never one that the value is valid for. A JSON Schema validator judges.
 *
 * `LAW_UNIONS` makes it a longer run, `LAW_SEED` another one.
 */
const size = {
  ...slice,
  seed: Number(process.env["LAW_SEED"] ?? slice.seed),
  unions: Number(process.env["LAW_UNIONS"] ?? slice.unions),
};

let batches: readonly Batch[] = [];
let outcomes: readonly Outcome[] = [];
const all = () =>
  batches.flatMap(({ cases }) => cases.flatMap(({ instances }) => instances));

beforeAll(async () => {
  batches = await generateBatches(size);
  outcomes = batches.map((batch) => decideAll(batch));
}, 600_000);

test("no value is called a variant that it is not", () => {
  console.log(`${all().length} instances, seed ${size.seed}`);
  const found = outcomes.flatMap(({ violations }) => violations);
  const smallest = found
    .map(inWords)
    .sort((a, b) => a.length - b.length)
    .slice(0, 3);
  expect(smallest, `${found.length} violations`).toEqual([]);
});

test("values of one variant are named, 95 in a hundred at least", () => {
  const counts = total(outcomes);
  const told = ["declared", "literal", "elimination"].map((by) => {
    const count = counts.get(by) ?? { unions: 0, valid: 0, named: 0 };
    expect(count.unions, by).toBeGreaterThan(0);
    return { by, ...count };
  });
  const lines = told.map(
    ({ by, unions, valid, named }) =>
      `${by}: ${unions} unions, ${percent(named, valid)} of ${valid} named`,
  );
  const sum = (of: (one: (typeof told)[number]) => number) =>
    told.reduce((before, one) => before + of(one), 0);
  const named = sum((one) => one.named);
  const valid = sum((one) => one.valid);
  const plain = counts.get("nothing")?.unions ?? 0;
  console.log(
    [
      ...lines,
      `in all: ${percent(named, valid)}`,
      `plain: ${plain} unions`,
    ].join("\n"),
  );
  expect(named / valid).toBeGreaterThanOrEqual(0.95);
});

test("a third of what is made from a variant carries what only others declare, at every depth that is looked at", () => {
  const made = batches.flatMap(({ cases }, batch) =>
    cases.flatMap(({ instances }, index) =>
      instances
        .filter(({ from, valid }) => from !== undefined && valid.includes(from))
        .map((instance) => ({
          ...instance,
          looksAt: outcomes[batch]?.looksAt[index] ?? [],
        })),
    ),
  );
  const carrying = made.filter(({ foreign }) => foreign.length > 0);
  console.log(`${percent(carrying.length, made.length)} carry it`);
  expect(carrying.length / made.length).toBeGreaterThanOrEqual(1 / 3);
  for (const depth of [0, 1, 2]) {
    const seen = made.flatMap(({ value, foreign, looksAt }) => {
      const places = looksAt.filter(
        (place) => levelsOf(place) === depth && hasObject(value, place),
      );
      return places.length === 0
        ? []
        : [places.some((place) => foreign.includes(place))];
    });
    const carried = seen.filter((carries) => carries);
    console.log(
      `${percent(carried.length, seen.length)} of the ${seen.length} that are looked at ${depth} levels down carry it there`,
    );
    expect.soft(carried.length / seen.length).toBeGreaterThanOrEqual(1 / 3);
  }
});

const levelsOf = (place: Place): number => place.split("/").length - 1;

/** Whether an object stands at a place of a value. */
function hasObject(value: Json, place: Place): boolean {
  const [, name, ...deeper] = place.split("/");
  if (name === undefined) return isSchema(value);
  const rest = deeper.map((each) => `/${each}`).join("");
  if (isList(value)) return value.some((item) => hasObject(item, rest));
  if (!isSchema(value)) return false;
  const member = Object.hasOwn(value, name) ? value[name] : undefined;
  return member !== undefined && hasObject(member, rest);
}

test("a tenth of the unions are recursive, and values go three levels down", () => {
  const cases = batches.flatMap(({ cases }) => cases);
  const recursive = cases.filter(({ union }) => isRecursive(union));
  const depths = recursive.flatMap(({ instances }) =>
    instances
      .filter(({ valid }) => valid.length > 0)
      .map(({ value }) => depthOf(value)),
  );
  const deep = depths.filter((depth) => depth >= 3);
  console.log(
    [
      `${percent(recursive.length, cases.length)} of ${cases.length} unions are recursive`,
      `${percent(deep.length, depths.length)} of their ${depths.length} valid values go three levels down, the deepest ${Math.max(...depths)}`,
    ].join("\n"),
  );
  expect(recursive.length / cases.length).toBeGreaterThanOrEqual(1 / 10);
  expect(deep.length / depths.length).toBeGreaterThanOrEqual(1 / 5);
});

/** Levels of objects and arrays inside of each other. */
const depthOf = (value: Json): number =>
  typeof value === "object" && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0;

test("instances are valid for one variant, for several and for none", () => {
  const counts = [0, 1, 2].map(
    (count) =>
      all().filter(({ valid }) => Math.min(valid.length, 2) === count).length,
  );
  for (const count of counts)
    expect(count / all().length).toBeGreaterThan(0.05);
});

const percent = (part: number, whole: number): string =>
  `${((100 * part) / whole).toFixed(1)} %`;
