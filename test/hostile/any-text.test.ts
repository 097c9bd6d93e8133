import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { typeCheck } from "../types/type-check.ts";
import { documentValues } from "./document-values.ts";
import { faultsOf, valuesOf } from "./emitted-code.ts";

/** What ends a literal, a comment, a line or a template somewhere, and what must not run. */
const pieces = [
  ...["'", '"', "`", "${", "}", "\\", "\\u", "*/", "/*", "//", "#", "-->"],
  ...["\n", "\r", "\u0085", "\u2028", "\u2029", "\0", "\u202e", "\ufeff"],
  ...["\ud800", "é", "e\u0301", "𝒜", "{", "[", ":", ";", ",", " ", ".."],
  ...[
    "__proto__",
    "constructor",
    "globalThis.__PWNED=1",
    // A text that descriptions get here, no directive: at the head of an emitted file it would switch its type-check off,
    // and hide what else went wrong.
    "@ts-nocheck",
    "a",
    "1",
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" })), {
    maxLength: 6,
  })
  .map((each) => each.join(""));

/** More may be asked for. */
const runs = Number(process.env["HOSTILE_RUNS"] ?? 60);

interface Texts {
  readonly values: readonly string[];
  readonly names: readonly string[];
  readonly prose: readonly string[];
}

/** A description with texts in every place that reaches emitted code. */
function documentOf({ values, names, prose }: Texts): object {
  const [title, tag, operationId, description, summary, segment, name] = prose;
  const schema = {
    type: "object",
    description,
    properties: Object.fromEntries(
      names.map((each) => [each, { const: values[0], title, description }]),
    ),
  };
  const parameters = names.map((each) => ({
    name: each,
    in: "query",
    description,
    schema: { type: "string", enum: values, default: values[0] },
  }));
  const path = `/x/${segment?.replace(/[{}?#]/g, "")}`;
  const content = { "application/json": { schema } };
  // Told apart by what each has: a decoder reads the names.
  const oneOf = names.map((each) => ({
    type: "object",
    required: [each],
    properties: { [each]: { type: "string" } },
  }));
  const either = { "application/json": { schema: { oneOf } } };
  const responses = {
    200: { description: summary, content },
    201: { description: summary, content: either },
  };
  const get = { operationId, tags: [tag], summary, parameters, responses };
  return {
    openapi: "3.1.0",
    info: { title, version: tag, description },
    servers: [{ url: "https://api.example.com", description }],
    paths: { [path]: { get } },
    components: { schemas: { [`N${name}`]: { enum: values, description } } },
  };
}

const texts = fc.record({
  values: fc.uniqueArray(text, { minLength: 1, maxLength: 8 }),
  names: fc.uniqueArray(text, { minLength: 1, maxLength: 8 }),
  prose: fc.uniqueArray(text, { minLength: 7, maxLength: 7 }),
});

/** What was found once. */
const found: readonly Texts[] = [
  { values: ["/*", ""], names: ["\\", "b"], prose: ["\u{323b0}"] },
];

test("any text is a value as it is, or words in a comment, and never code", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const judge = async (drawn: Texts): Promise<void> => {
    const document = documentOf(drawn);
    const cwd = await mkdtemp(join(folder, "client-"));
    await writeFile(join(cwd, "api.json"), JSON.stringify(document));
    const { files, diagnostics } = await compile("api.json", { cwd });
    expect(files.length, JSON.stringify(diagnostics)).toBeGreaterThan(0);
    const values = new Set<string | number>();
    for (const { path, text: code } of files) {
      expect(join(cwd, path).startsWith(`${cwd}/`), path).toBe(true);
      const target = join(cwd, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, code);
      if (path.startsWith("runtime/")) continue;
      expect(faultsOf(path, code), path).toEqual([]);
      for (const value of valuesOf(path, code)) values.add(value);
    }
    const lost = documentValues(document).filter(
      ({ value, pointer }) =>
        !values.has(value) &&
        !diagnostics.some(
          ({ origin, severity }) =>
            severity !== "info" &&
            `${pointer}/`.startsWith(`${origin.pointer}/`),
        ),
    );
    expect(lost).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(texts, judge), {
    numRuns: runs,
    examples: found.map((each): [Texts] => [each]),
  });
  const include = ["client-*/**/*.ts"];
  const program = { mode: "nodenext", folder, include } as const;
  expect(await typeCheck({ compiler: "ts7", ...program })).toBe("");
});
