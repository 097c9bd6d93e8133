import { expect, test } from "vitest";
import { nearest } from "../../generator/choose/nearest.ts";
import { matchesPath, matchesText } from "../../generator/choose/pattern.ts";

test.each([
  ["/users", "/users", true],
  ["/users", "/users/", true],
  ["/users", "/users/{id}", false],
  ["/users/*", "/users/{id}", true],
  ["/users/*", "/users", false],
  ["/users/*", "/users/{id}/toys", false],
  ["/users/**", "/users/{id}/toys", true],
  ["/users/**", "/users", true],
  ["/users/**", "/usersettings", false],
  ["/**/toys", "/users/{id}/toys", true],
  ["/**/toys", "/toys", true],
  ["/v*/users/{id}", "/v1/users/{id}", true],
  ["/v1/users/{id}", "/v1/users/x", false],
  ["/a.b+c", "/a.b+c", true],
  ["/a.b", "/aXb", false],
  ["/**", "/", true],
  ["users/**", "/users/x", true],
])("the path pattern %s, held against %s: %s", (pattern, path, matches) => {
  expect(matchesPath(pattern, path)).toBe(matches);
});

test.each([
  ["list*", "listPets", true],
  ["list*", "enlist", false],
  ["*", "", true],
  ["Pets", "pets", false],
  ["a.b", "aXb", false],
  ["repos/*", "repos/a/b", true],
  ["[x]-$1", "[x]-$1", true],
])("the pattern %s, held against %s: %s", (pattern, text, matches) => {
  expect(matchesText(pattern, text)).toBe(matches);
});

test("what is most like a misspelling comes first", () => {
  const tags = ["Orders", "Pets", "Users", "Admin"];
  expect(nearest("pet", tags)[0]).toBe("Pets");
  expect(nearest("Usres", tags)[0]).toBe("Users");
  expect(nearest("x", [])).toEqual([]);
});
