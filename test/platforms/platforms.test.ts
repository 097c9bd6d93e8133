import { afterAll, describe, expect, test } from "vitest";
import { typeCheck } from "../types/type-check.ts";
import { makeProgram } from "./bundle.ts";
import { knownFailures } from "./known-failures.ts";
import { isThere, platforms, runOn } from "./platforms.ts";
import { unexpected } from "./verdict.ts";

const program = await makeProgram();
afterAll(() => program.remove());

describe("the acceptance file", () => {
  for (const platform of platforms)
    test.skipIf(!isThere(platform))(`runs on ${platform.name}`, async () => {
      const outcomes = await runOn(platform, program);
      expect(unexpected(platform.name, outcomes)).toEqual([]);
      expect(outcomes.length).toBeGreaterThan(100);
    });

  test("has the types of its client", async () => {
    const said = await typeCheck({
      compiler: "ts7",
      mode: "bundler",
      folder: program.folder,
      include: ["acceptance", "client"],
      options: {
        allowImportingTsExtensions: true,
        lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"],
      },
    });
    expect(said).toBe("");
  });
});

describe("the list of what platforms do not do", () => {
  const known = { listed: "a reason" };
  const outcome = { name: "listed", ok: false, detail: "why" };

  test("names platforms that there are", () => {
    const names = platforms.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(knownFailures)));
  });

  test.each([
    ["a case that fails as it is listed", [outcome], []],
    [
      "a listed case that passes",
      [{ ...outcome, ok: true }],
      ["listed: passes, and is listed"],
    ],
    [
      "a case that fails and is not listed",
      [outcome, { ...outcome, name: "other" }],
      ["other: why"],
    ],
    [
      "a listed case that is none",
      [],
      ["listed: is listed, and there is no such case"],
    ],
  ])("%s", (_, outcomes, expected) => {
    expect(unexpected("any", outcomes, known)).toEqual(expected);
  });
});
