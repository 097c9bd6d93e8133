import { expect, test } from "vitest";
import { compileWide } from "./compile-wide.ts";

const variant = (name: string) => ({
  type: "object",
  required: [name],
  properties: { [name]: { type: "string" } },
});
const choice = (index: number) => ({
  anyOf: [variant(`left${index}`), variant(`right${index}`)],
});
const twenty = Array.from({ length: 20 }, (_, index) => index);

/** Two to the twentieth combinations, were they written out; so much time has nobody. */
async function expectQuick(schemas: object): Promise<void> {
  await compileWide({ Wide: { type: "object" } });
  const before = process.cpuUsage();
  const { summary, files, diagnostics } = await compileWide(schemas);
  // Of the processor: what else the machine does is not the compiler's fault.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
  expect(summary?.operations).toBe(1);
  expect(diagnostics.map(({ code }) => code)).toContain("union/too-large");
  const text = files.map((file) => file.text).join("");
  expect(text.length).toBeLessThan(1_000_000);
}

test("allOf of twenty choices between two", () =>
  expectQuick({ Wide: { allOf: twenty.map(choice) } }));

test("twenty choices between two, each in an allOf with the next", () => {
  const nested = twenty.reduceRight<object>(
    (inner, index) => ({ allOf: [choice(index), inner] }),
    variant("innermost"),
  );
  return expectQuick({ Wide: nested });
});

test("twenty components, each an allOf of a choice and the next", () =>
  expectQuick(
    Object.fromEntries(
      twenty.map((index) => [
        index === 0 ? "Wide" : `Part${index}`,
        {
          allOf: [
            choice(index),
            index === 19
              ? variant("last")
              : { $ref: `#/components/schemas/Part${index + 1}` },
          ],
        },
      ]),
    ),
  ));
