import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { understand } from "../../generator/understand.ts";
import { unionRows } from "./unions.ts";

const list = (items: unknown) => ({ type: "array", items });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };

test("a union counts as a JSON type only where values say what they are", async () => {
  const cwd = await mkdtemp(join(tmpdir(), "telltale-rows-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const schemas = {
    Left: { type: "object", properties: { a: text } },
    Right: { type: "object", properties: { b: text } },
    Typed: { oneOf: [text, list(text)] },
    Items: { oneOf: [list(text), list({ type: "integer" })] },
    Alike: { oneOf: [list(ref("Left")), list(ref("Right"))] },
    Map: {
      oneOf: [ref("Left"), { type: "object", additionalProperties: text }],
    },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "Example", version: "1" },
    paths: {},
    components: { schemas },
  };
  await writeFile(join(cwd, "api.json"), JSON.stringify(document));
  const { made } = await understand("api.json", { cwd });
  const rows = made === undefined ? [] : unionRows(made);
  expect(
    Object.fromEntries(
      rows.map(({ where, outcome, reason }) => [
        where.split("/").at(-1),
        [outcome, reason],
      ]),
    ),
  ).toEqual({
    Typed: ["JSON type", undefined],
    Items: ["JSON type", undefined],
    Alike: [
      "plain",
      "variant 1 and variant 2: what they hold is not told apart",
    ],
    Map: ["plain", "variant 2 (record) may be an object of any kind"],
  });
});
