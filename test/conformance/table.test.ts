import { expect, test } from "vitest";
import { misses } from "./misses.ts";
import type { Scenario } from "./scenarios.ts";
import { tableText, unexpected, type Faults } from "./table.ts";

const listed = misses.flatMap(({ scenarios }) => scenarios);
const scenario = (name: string): Scenario => ({
  area: "area",
  spec: "area/spec",
  scenario: name,
  passCondition: "response-success",
  operations: [],
  apis: [],
});
const all = [...listed, "Other"].map(scenario);
const faults = (...names: readonly string[]): Faults =>
  new Map([
    ["3.0.0", new Map(names.map((name) => [name, "wrong"]))],
    ["3.1.0", new Map(listed.map((name) => [name, "wrong"]))],
  ]);

test("misses that are listed are expected", () => {
  expect(unexpected(all, faults(...listed))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test("a new miss is a fault, with what was wrong", () => {
  expect(unexpected(all, faults(...listed, "Other"))).toEqual([
    "Other (3.0.0): wrong",
  ]);
});

test("an entry that passes is a fault, and so is one that is no scenario", () => {
  const [first = ""] = listed;
  const passing: Faults = new Map([
    ["3.1.0", new Map(listed.slice(1).map((name) => [name, "wrong"]))],
  ]);
  const expected = [`no longer a miss, take it off the list: ${first}`];
  expect(unexpected(all, passing)).toEqual(expected);
  expect(unexpected(all.slice(1), faults(...listed.slice(1)))).toEqual(
    expected,
  );
});

test("the table counts what passes", () => {
  const text = tableText(all, faults(...listed, "Other"));
  expect(text).toContain(`| area | ${all.length} | 0 | 1 |`);
  expect(text).toContain(`| all | ${all.length} | 0 | 1 |`);
});
