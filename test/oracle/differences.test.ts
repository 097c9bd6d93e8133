import { describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { readSides } from "./program.ts";

/** What the comparison says of a type of ours and one of theirs. */
function compared(ours: string, theirs: string): readonly string[] {
  const sides = readSides(
    new Map([
      ["ours.ts", `export interface Ours { It: ${ours} }`],
      [
        "theirs.ts",
        `export interface components { schemas: { It: ${theirs} } }`,
      ],
    ]),
  );
  expect(sides.errors).toEqual([]);
  const [our, their] = [
    sides.ours.get("It"),
    sides.theirs("theirs.ts").get("It"),
  ];
  if (our === undefined || their === undefined) throw new Error("no type");
  return differences(our, their, sides.checker).map(
    (each) =>
      `${each.path} ${each.kind}${"side" in each ? ` ${each.side}` : ""}`,
  );
}

describe("types that say the same", () => {
  test.each([
    ["string | null", "null | string"],
    ["{ a: string; b?: number }", "{ a: string } & { b?: number }"],
    ['"a" | (string & {})', "string"],
    ["[number, ...number[]]", "[number, ...number[]]"],
    ["({ a?: 1 } | { b?: 2 })[]", "({ b?: 2 } | { a?: 1 })[]"],
  ])("%s and %s", (ours, theirs) => {
    expect(compared(ours, theirs)).toEqual([]);
  });
});

describe("types that do not", () => {
  test.each([
    ["{ a: { b: string } }", "{ a: { b: number } }", ".a.b type"],
    ["{ a: string }", "{ a?: string }", ".a optional theirs"],
    ["{ a?: string }", "{ a?: string; b?: string }", ".b property theirs"],
    ["{ a: (string | null)[] }", "{ a: string[] }", ".a[] members"],
    ["[number, ...number[]]", "number[]", " type"],
    ["Record<string, { a: 1 }>", "Record<string, { a: 2 }>", "[*].a type"],
    ["{ a: 1 }", "{ a: 1; [key: string]: unknown }", " index theirs"],
    ['{ a: "x" | "y" }', '{ a: "x" | "y" | "z" }', ".a members"],
  ])("%s and %s", (ours, theirs, said) => {
    expect(compared(ours, theirs)).toEqual([said]);
  });
});

test("a module with an error is not taken for one that agrees", () => {
  const files = new Map([
    ["ours.ts", 'export interface Ours { It: import("./none.js").None }'],
    ["theirs.ts", "export interface components { schemas: { It: string } }"],
  ]);
  expect(readSides(files).errors).toHaveLength(1);
});
