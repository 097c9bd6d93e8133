import { beforeAll, expect, test } from "vitest";
import { generatePairs, pairSlice } from "./pairs.ts";
import { refutedInWords, verdictsOn, type Verdicts } from "./verdicts.ts";

/**
 * Proof is never evidence (DESIGN §5.3): of two variants that a verdict proves apart no value is valid for
 * both. A JSON Schema validator judges values of one variant that met values of the other.
 *
 * `LAW_UNIONS` makes it a longer run, `LAW_SEED` another one.
 */
const size = {
  ...pairSlice,
  seed: Number(process.env["LAW_SEED"] ?? pairSlice.seed),
  unions: Number(process.env["LAW_UNIONS"] ?? pairSlice.unions),
};

let verdicts: readonly Verdicts[] = [];

beforeAll(async () => {
  const documents = await generatePairs(size);
  verdicts = documents.map((document) => verdictsOn(document));
}, 600_000);

test("of variants that are proven apart no value is valid for both", () => {
  const found = verdicts.flatMap(({ refuted }) => refuted);
  const smallest = found
    .map(refutedInWords)
    .sort((a, b) => a.length - b.length)
    .slice(0, 3);
  expect(smallest, `${found.length} false proofs`).toEqual([]);
});

test("every kind of proof is given, and most of the other pairs have a value in common", () => {
  const given = verdicts.flatMap(({ proven }) => proven.flat());
  const kinds = [...new Set(given)].sort();
  const sum = (of: (one: Verdicts) => number) =>
    verdicts.reduce((before, one) => before + of(one), 0);
  const proven = sum((one) => one.proven.length);
  const [shared, open] = [sum((one) => one.shared), sum((one) => one.open)];
  const counts = kinds.map(
    (kind) => `${kind} ${given.filter((each) => each === kind).length}`,
  );
  console.log(
    [
      `${proven} pairs proven apart: ${counts.join(", ")}`,
      `${shared} pairs with a value in common, ${open} with neither, seed ${size.seed}`,
    ].join("\n"),
  );
  expect(kinds).toEqual([
    "absent",
    "items",
    "jsonType",
    "length",
    "literal",
    "prefix",
    "range",
  ]);
  expect(shared / (shared + open)).toBeGreaterThanOrEqual(0.75);
});
