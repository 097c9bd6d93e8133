import { expect, test } from "vitest";
import { explanationText } from "../../generator/explain/text/text.ts";
import { explained, object, receiving, ref } from "./documents.ts";

/** Each is a choice of two, beside the one before it: there are 2^20 values of the last. */
const choices = Array.from({ length: 20 }, (_, at) => [
  `Choice${at}`,
  {
    oneOf: ["left", "right"].map((side) => ({
      allOf: [
        object({ [side + at]: { type: "string" } }),
        ref(at === 0 ? "End" : `Choice${at - 1}`),
      ],
    })),
  },
]);

test("choices inside choices are explained, and what was not looked for is said", async () => {
  const found = await explained(
    receiving({
      End: object({ end: { const: 1 } }),
      ...Object.fromEntries(choices),
    }),
  );
  const { explanation } = found;
  if (explanation === undefined) throw new Error("not explained");
  const pairs = explanation.unions.flatMap((union) => union.pairs);
  const unsearched = pairs.filter((pair) => pair.unsearched);
  expect(unsearched.length).toBeGreaterThan(0);
  expect(unsearched.every(({ witness }) => witness === undefined)).toBe(true);
  expect(pairs.some(({ witness }) => witness !== undefined)).toBe(true);
  expect(explanationText(explanation, { color: false })).toMatch(
    /of \d+ pairs, no value that is valid for both was looked for to the end/,
  );
  // What is valid for both variants of thousands of pairs is said once.
  const said = found.diagnostics.filter(
    ({ code }) => code === "union/ambiguous",
  );
  const messages = said.map(({ message }) => message);
  expect(messages.length).toBeLessThan(100);
  expect(messages.join("\n")).toMatch(
    /(?:is|may be) valid for .+ and for .+, and for both of \d{3,} more such pairs; /,
  );
}, 60_000);
