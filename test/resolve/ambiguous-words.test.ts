import { expect, test } from "vitest";
import { explained, object, receiving, ref } from "../explain/documents.ts";

const text = { type: "string" };

async function ambiguous(...variants: readonly object[]) {
  const schemas = Object.fromEntries(
    variants.map((variant, index) => [`V${index}`, variant]),
  );
  const { diagnostics } = await explained(
    receiving({ ...schemas, Whole: { oneOf: Object.keys(schemas).map(ref) } }),
  );
  return diagnostics
    .filter(({ code }) => code === "union/ambiguous")
    .map(({ message }) => message.replace(/ for .*/, ""));
}

test("what a value of both has is what either requires", async () => {
  const properties = { email: text, phone: text };
  expect(
    await ambiguous(
      object(properties, ["email"]),
      object(properties, ["phone"]),
    ),
  ).toEqual([expect.stringMatching(/^a value that has both .* is valid$/)]);
  expect(
    await ambiguous(object({ a: text, x: text }), object({ b: text })),
  ).toEqual(['a value that has "a", "b" and "x" is valid']);
});

test("what schemas say beyond types may forbid it", async () => {
  const closed = (name: string) => ({
    allOf: [ref("Base")],
    required: [name],
    properties: { [name]: text },
    unevaluatedProperties: false,
  });
  const { diagnostics } = await explained(
    receiving({
      Base: object({ id: text }),
      X: closed("x"),
      Y: closed("y"),
      Whole: { oneOf: [ref("X"), ref("Y")] },
    }),
  );
  const found = diagnostics.find(({ code }) => code === "union/ambiguous");
  expect(found?.message).toMatch(/^a value that has both .* may be valid for /);
});

test("of very many pairs the same is said at once", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
  const said = await ambiguous(
    ...names.map((name) => object({ [name]: text })),
  );
  expect(said.length).toBeLessThan(names.length);
  expect(said[0]).toBe(
    'a value that has "p0" and all else that either requires is valid',
  );
});
