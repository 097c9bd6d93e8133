import ts54 from "ts54";
import { expect, test } from "vitest";
import { camel, pascal, words } from "../../generator/5-plan/names/words.ts";

test("the oldest TypeScript takes every character that any name may be made of", () => {
  const latest = ts54.ScriptTarget.ESNext;
  const refused = new Set<string>();
  for (let code = 0; code <= 0x10ffff; code++) {
    const parts = words(String.fromCodePoint(code));
    if (parts.length === 0) continue;
    for (const character of `${camel(parts)}${pascal(parts)}`)
      if (!ts54.isIdentifierPart(character.codePointAt(0) ?? 0, latest))
        refused.add(character);
  }
  expect([...refused]).toEqual([]);
});

test.each([
  ["Größe der Straße", "größe der straße"],
  ["注文一覧", "注文一覧"],
  ["𠮷野家", "𠮷野家"],
  ["ɤ", "ɤ"],
  ["a\u{323b0}b", "a b"],
])("the words of %s are %s", (text, found) => {
  expect(words(text).join(" ")).toBe(found);
});
