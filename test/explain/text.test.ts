import { expect, test } from "vitest";
import { explanationText } from "../../generator/explain/text/text.ts";
import { explanationOf, object, ref } from "./documents.ts";

const text = { type: "string" };
const pets = {
  Cat: object({ type: { const: "cat" } }),
  Dog: object({ type: { const: "dog" } }),
  Pet: { oneOf: [ref("Cat"), ref("Dog")] },
};

test("a union is a few lines: its name, its place, its tree, its pairs", async () => {
  const written = explanationText(await explanationOf(pets), { color: false });
  const [head, counts, , ...lines] = written.split("\n");
  expect(head).toBe("Example 1  api.json");
  expect(counts).toBe("1 union: 1 native · 0 allOf of note · 0 paginated");
  expect(lines.join("\n")).toMatch(
    /^Pet {2}native {2}the literals of type narrow; no discriminator is declared\n {2}api\.json:\d+:\d+ {2}#\/components\/schemas\/Pet\n {2}type\n {2}├─ is "cat" {2}→ Cat\n {2}└─ is "dog" {2}→ Dog\n {2}1 pair: 1 proven apart \(by literal\)\n$/,
  );
});

test("colour only where it is asked for", async () => {
  const explanation = await explanationOf(pets);
  const plain = explanationText(explanation, { color: false });
  const painted = explanationText(explanation, { color: true });
  expect(plain).not.toContain("\u001B");
  expect(painted.replaceAll(/\u001B\[\d+m/g, "")).toBe(plain);
  expect(painted).not.toBe(plain);
});

test("doubt is shown with its witness; many doubts are counted", async () => {
  const names = Array.from({ length: 8 }, (_, index) => `Part${index}`);
  const parts = Object.fromEntries(
    names.map((name) => [name, object({ [name]: text }, [])]),
  );
  const written = explanationText(
    await explanationOf({ ...parts, Whole: { anyOf: names.map(ref) } }),
    { color: false },
  );
  expect(written).toContain("28 pairs: 28 not told apart");
  expect(written).toContain("valid for both: {}");
  expect(written).toContain("and 23 more in doubt (--json has all)");
  expect(written).toContain(
    'to make it native: give each variant a required "type"',
  );
});

test("equal unions of scalars are one line", async () => {
  const scalar = { type: ["string", "integer"] };
  const properties = object({ a: scalar, b: scalar, c: scalar });
  const written = explanationText(await explanationOf({ Box: properties }), {
    color: false,
  });
  expect(written).toMatch(
    /\n {2}string \| number {2}api\.json:\d+:\d+, and 2 more\n$/,
  );
});

test("only what JSON types tell apart is said to be told by them", async () => {
  const list = (items: unknown) => ({ type: "array", items });
  const written = explanationText(
    await explanationOf({
      Left: object({ a: text }, []),
      Right: object({ b: text }, []),
      Whole: object({
        typed: { oneOf: [text, list(text)] },
        items: { oneOf: [list(text), list({ type: "integer" })] },
        alike: { oneOf: [list(ref("Left")), list(ref("Right"))] },
      }),
    }),
    { color: false },
  );
  const place = String.raw`api\.json:\d+:\d+`;
  expect(written).toContain("3 unions: 2 JSON types, 1 plain");
  expect(written).toMatch(
    new RegExp(
      `JSON types, which typeof and Array\\.isArray tell apart\n  string \\| string\\[\\]  ${place}\n\n` +
        `Scalars and lists, which say by their values or items what they are\n  string\\[\\] \\| number\\[\\]  ${place}\n$`,
    ),
  );
  expect(written).toContain(
    "Left[] | Right[]  plain  nothing tells the variants apart\n",
  );
  expect(written).toContain(
    "    Left[] · Right[]  open: nothing tells the two apart\n      valid for both: []\n" +
      "  warning: nothing tells a list of Left and a list of Right apart; emitted as a plain union\n",
  );
});

test("text of a description cannot act on a terminal", async () => {
  const evil = "\u001B]0;owned\u0007\u202E";
  const schemas = {
    A: object({ [evil]: { const: `a${evil}` } }),
    B: object({ [evil]: { const: `b${evil}` } }),
    Whole: { oneOf: [ref("A"), ref("B")] },
  };
  const written = explanationText(await explanationOf(schemas), {
    color: false,
  });
  expect(written).toContain("owned");
  expect(written).not.toMatch(/[\u001B\u0007\u202E]/);
});
