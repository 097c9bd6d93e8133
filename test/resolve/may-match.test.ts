import { expect, test } from "vitest";
import { mayMatch } from "../../generator/4-resolve/unions/may-match.ts";

test.each([
  ["^x-", "x-name", true],
  ["^x-", "name", false],
  ["am", "name", true],
  ["^[a-zA-Z0-9_.-]+$", "a b", false],
  ["^(get|put)$", "name", false],
  ["^(?:get|put)-.*$", "get-it", true],
  [String.raw`^\d{3}$`, "200", true],
  [String.raw`^\d{3}$`, "default", false],
  [String.raw`^\(\)\+$`, "()+", true],
  ["^[(+*]$", "name", false],
])("%s of %s: %s", (pattern, name, may) => {
  expect(mayMatch(pattern, name)).toBe(may);
});

test.each([
  "^(a+)+$",
  "^(a|a)*$",
  "^a*a*a*b$",
  "^(?:a|a)(?:a|a)b$",
  "^(?=a)b",
  "^(?<!a)b",
  String.raw`^(a)\1$`,
  "^a{2000}b$",
  `^${"a".repeat(300)}$`,
  "(",
  String.raw`^\-$`,
])("what may take its time, or is no pattern, is not tried: %s", (pattern) => {
  expect(mayMatch(pattern, "name")).toBe(true);
});

test("a long name is not tried", () => {
  expect(mayMatch("^x", "n".repeat(65))).toBe(true);
});
