import { expect, test } from "vitest";
import { values } from "../../templates/runtime/shapes.ts";
import { tagged } from "../../templates/runtime/tagged.ts";

const union = tagged("kind", ({ type }) =>
  type === "a" ? "a" : "unrecognized",
);
const read = (text: string): unknown => JSON.parse(text);

test("every member of a map is looked at, whatever its name", () => {
  const text = '{ "__proto__": { "type": "a" }, "toString": { "type": "b" } }';
  const tagged = values(union).tag(read(text));
  const wanted =
    '{"__proto__":{"type":"a","kind":"a"},"toString":{"type":"b","kind":"unrecognized"}}';
  expect(JSON.stringify(tagged)).toBe(wanted);
  const sent = values(union).untag(read(wanted));
  expect(JSON.stringify(sent)).toBe(JSON.stringify(read(text)));
  expect(Object.getPrototypeOf(sent)).toBe(Object.prototype);
});

test("what is declared beside a map is no member of it", () => {
  const shape = values(union, ["own"]);
  const tagged = shape.tag({ own: { type: "a" }, other: { type: "a" } });
  expect(tagged).toEqual({
    own: { type: "a" },
    other: { type: "a", kind: "a" },
  });
});

test("what a prototype has is no member", () => {
  const value: unknown = Object.create({ inherited: { type: "a" } });
  expect(values(union).untag(value)).toBe(value);
});

test("what is sent is copied where it changes, once", () => {
  const value = {
    a: { type: "a", kind: "a" },
    b: { type: "a", kind: "a" },
    c: 1,
  };
  const kept = structuredClone(value);
  expect(values(union).untag(value)).toEqual({
    a: { type: "a" },
    b: { type: "a" },
    c: 1,
  });
  expect(value).toEqual(kept);
  const plain = { c: 1, d: null };
  expect(values(union).untag(plain)).toBe(plain);
});
