import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, type Compiled } from "../../generator/compile.ts";

/** Compiles a document of components, in which one operation sends and receives `Wide`. */
async function compileWide(schemas: object): Promise<Compiled> {
  const content = {
    "application/json": { schema: { $ref: "#/components/schemas/Wide" } },
  };
  const post = {
    operationId: "postWide",
    requestBody: { content },
    responses: { 200: { description: "ok", content } },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "Wide", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: { "/wide": { post } },
    components: { schemas },
  };
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  await writeFile(join(cwd, "wide.json"), JSON.stringify(document));
  const compiled = await compile("wide.json", { cwd });
  await rm(cwd, { recursive: true });
  return compiled;
}

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
