import { expect, test } from "vitest";
import { sample } from "./draw.ts";
import { generateUnion } from "./generate-union.ts";
import { labelsOf, namesOf, type Label, type Names } from "./names-of.ts";
import type { GeneratedUnion, Schema } from "./schema.ts";

/** Variants that say nothing that another says. */
const unrelated: Readonly<Record<string, Schema>> = {
  titled: {
    type: "object",
    title: "Unrelated",
    required: ["unrelatedThing"],
    properties: { unrelatedThing: { type: "string" } },
  },
  untitled: {
    type: "object",
    required: ["unrelatedThing"],
    properties: { unrelatedThing: { type: "integer", minimum: 1000 } },
  },
  tagged: {
    type: "object",
    required: ["unrelatedType"],
    properties: { unrelatedType: { const: "unrelated" } },
  },
  optional: {
    type: "object",
    properties: { unrelatedThing: { type: "string" } },
    additionalProperties: false,
  },
  component: { $ref: "#/components/schemas/UnrelatedThing" },
};

let number = 0;
const unions = sample((draw) => generateUnion(draw, `V${number++}`), {
  seed: 7,
  count: 300,
});

const withVariants = (
  union: GeneratedUnion,
  variants: readonly Schema[],
): GeneratedUnion => ({ ...union, variants });

/** The union with one variant more. */
const inserted = (
  union: GeneratedUnion,
  place: number,
  variant: Schema,
): GeneratedUnion => ({
  ...withVariants(union, union.variants.toSpliced(place, 0, variant)),
  components: {
    ...union.components,
    UnrelatedThing: {
      type: "object",
      required: ["unrelatedThing"],
      properties: { unrelatedThing: { type: "string" } },
    },
  },
});

const places = ({ variants }: GeneratedUnion): readonly number[] => [
  ...new Set([0, Math.ceil(variants.length / 2), variants.length]),
];

/** The shortest of what went wrong. */
const shortest = (faults: readonly unknown[]): readonly string[] =>
  faults
    .map((fault) => JSON.stringify(fault))
    .sort((a, b) => a.length - b.length)
    .slice(0, 3);

const only = (names: readonly Label[]): readonly string[] =>
  names.map(({ label }) => label);

test("an unrelated variant, added at any place or removed again, changes no name", async () => {
  const moved: unknown[] = [];
  let compared = 0;
  for (const [index, union] of unions.entries()) {
    const before = only(await labelsOf(union));
    if (before.length === 0) continue;
    const kinds = Object.keys(unrelated);
    const kind = kinds[index % kinds.length] as string;
    for (const place of places(union)) {
      const more = inserted(union, place, unrelated[kind] as Schema);
      const after = only(await labelsOf(more));
      compared += 1;
      // One more, and the others as they were, each at its place among them.
      const kept = after.filter((label) => before.includes(label));
      if (after.length !== before.length + 1 || kept.join() !== before.join())
        moved.push({ kind, place, before, after, union });
    }
  }
  console.log(`${compared} additions, ${moved.length} with other names`);
  expect(compared).toBeGreaterThan(600);
  expect(shortest(moved)).toEqual([]);
});

test("types and tags of a client stay as well", async () => {
  const moved: unknown[] = [];
  let compared = 0;
  for (const union of unions) {
    const before = await namesOf(union);
    const place = compared % (union.variants.length + 1);
    const titled = unrelated["titled"] as Schema;
    const after = await namesOf(inserted(union, place, titled));
    // A plain union or one of scalars may come to be tagged by it.
    if (before.tag === undefined || after.tag === undefined) continue;
    compared += 1;
    if (!isKept(before, after)) moved.push({ place, before, after, union });
  }
  console.log(`${compared} unions, ${moved.length} of them with other names`);
  expect(compared).toBeGreaterThan(100);
  expect(shortest(moved)).toEqual([]);
});

const isKept = (before: Names, after: Names): boolean =>
  before.tag === after.tag &&
  isWithin(before.labels, after.labels) &&
  isWithin(before.types, after.types);

/** Whether all of them are there, in their order, and one more. */
const isWithin = (few: readonly string[], more: readonly string[]): boolean =>
  more.length === few.length + 1 &&
  more.filter((name) => few.includes(name)).join() === few.join();

/** Unions in which each variant that is written is one: null is none, and an `allOf` beside a union may be several. */
async function plainUnions(): Promise<
  readonly (readonly [GeneratedUnion, readonly Label[]])[]
> {
  const named = await Promise.all(
    unions.map(async (union) => [union, await labelsOf(union)] as const),
  );
  return named.filter(
    ([{ variants }, names]) =>
      names.length === variants.length &&
      !variants.some(({ type }) => type === "null"),
  );
}

test("a variant named by itself keeps its name whichever other is removed", async () => {
  const moved: unknown[] = [];
  let compared = 0;
  for (const [union, names] of await plainUnions()) {
    for (const place of union.variants.keys()) {
      const less = withVariants(union, union.variants.toSpliced(place, 1));
      const after = await labelsOf(less);
      if (after.length !== names.length - 1) continue;
      const before = names.toSpliced(place, 1);
      for (const [index, { by, label }] of before.entries()) {
        if (by !== "itself") continue;
        compared += 1;
        if (after[index]?.label !== label)
          moved.push({ place, label, names, after, union });
      }
    }
  }
  console.log(`${compared} names beside a removal, ${moved.length} moved`);
  expect(compared).toBeGreaterThan(2000);
  expect(shortest(moved)).toEqual([]);
});

/** Of the drawn variants: many differ by nothing but what no name could hold. */
const mostByPlace = 0.02;

test("names are each one's own, and of no place but where nothing else is left", async () => {
  const moved: unknown[] = [];
  const twice: unknown[] = [];
  const count = { itself: 0, siblings: 0, place: 0 };
  for (const [union, names] of await plainUnions()) {
    if (new Set(only(names)).size < names.length) twice.push({ names, union });
    const turned = withVariants(union, union.variants.toReversed());
    const after = (await labelsOf(turned)).toReversed();
    for (const [index, { by, label }] of names.entries()) {
      count[by] += 1;
      if (by !== "place" && after[index]?.label !== label)
        moved.push({ label, names, after, union });
    }
  }
  const all = count.itself + count.siblings + count.place;
  console.log(
    `${all} variants: ${count.itself} named by themselves, ${count.siblings} by what siblings leave them, ${count.place} by place`,
  );
  expect(shortest(twice)).toEqual([]);
  expect(shortest(moved)).toEqual([]);
  expect(count.place / all).toBeLessThan(mostByPlace);
});
