import { fileURLToPath } from "node:url";
import { format } from "oxfmt";
import { expect, test } from "vitest";
import { emit } from "../../generator/6-emit/emit.ts";
import { literal } from "../../generator/6-emit/literal.ts";
import { isLaidOut } from "../../generator/7-write/laid-out.ts";
import { understand } from "../../generator/understand.ts";
import { shared } from "../shared.ts";

const cwd = fileURLToPath(new URL("../..", import.meta.url));

const laidOut = async (text: string): Promise<string> =>
  (await format("module.ts", text, { printWidth: 80 })).code;

/** Documents that between them have most of what modules of types are made of. */
const documents = [
  "quo/quo-public-api-v1.json",
  "digitalocean/DigitalOcean-public.v2.yaml",
  "openai/openapi.yaml",
  "figma/openapi.yaml",
].flatMap((path) => shared(`corpus/${path}`) ?? []);

test.each([
  "specs/quo/openapi.yaml",
  "specs/bird/openapi.json",
  ...documents.map((url) => fileURLToPath(url)),
])("what is left as it was printed is laid out: %s", async (description) => {
  const { made } = await understand(description, { cwd });
  if (made === undefined) throw new Error(`${description} cannot be read`);
  const left: string[] = [];
  for await (const { text } of emit(made.client, ".js"))
    if (isLaidOut(text)) left.push(text);
  expect(left.length).toBeGreaterThan(0);
  for (const text of left) expect(text).toBe(await laidOut(text));
});

const wide = `"${"x".repeat(40)}"`;

test.each([
  ["nothing in an interface", "export interface A {\n}\n"],
  [
    "a property that is too long",
    `export interface A {\n  a: ${wide} | ${wide};\n}\n`,
  ],
  ["an alias that is too long", `export type A = ${wide} | ${wide};\n`],
  ["parentheses that say nothing", "export type A = (string)[];\n"],
  ["a text with a quote", 'export interface A {\n  "\\"": string;\n}\n'],
  ["an object in a type", "export type A = { a: string; };\n"],
  ["another indentation", "export interface A {\n    a: string;\n}\n"],
  [
    "imports that are too long",
    `import { A${"a".repeat(40)}, B } from ${wide};\n`,
  ],
  ["code", "export const a = () => 1\n"],
])("%s is to be laid out", async (_, text) => {
  expect(await laidOut(text)).not.toBe(text);
  expect(isLaidOut(text)).toBe(false);
});

test("comments and an import of one name may be longer than a line", async () => {
  const text = `import type { A } from "./${"x".repeat(80)}.js";\n\n/** ${"x".repeat(80)} */\nexport type B = A;\n`;
  expect(await laidOut(text)).toBe(text);
  expect(isLaidOut(text)).toBe(true);
});

test.each([1e21, -1.5e300, 1e-7, 5e-324, 0.1, 1e20])(
  "the number %d is written as it is laid out",
  async (value) => {
    const text = `export type A = ${literal(value)};\n`;
    expect(await laidOut(text)).toBe(text);
    expect(Number(literal(value))).toBe(value);
  },
);
