import { cp, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decideText } from "../../generator/6-emit/decide-text.ts";
import { createPrinter } from "../../generator/6-emit/printer.ts";
import * as own from "../../templates/runtime/own.ts";
import * as tests from "../../templates/runtime/tests.ts";
import * as variants from "../../templates/runtime/variants.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { typeCheck } from "../types/type-check.ts";
import { decided, type Value } from "./decided.ts";
import { candidates, likely, object } from "./draw-candidates.ts";

const runtime = { ...own, ...tests, ...variants };

function functionOf(text: string): (value: Value) => string {
  const expression = stripTypeScriptTypes(`(${text})`);
  return new Function(...Object.keys(runtime), `return ${expression};`)(
    ...Object.values(runtime),
  ) as (value: Value) => string;
}

test("what is written decides as the conditions say, whatever names there are", () => {
  const drawn = candidates.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.oneof(object, likely(all)), { minLength: 6, maxLength: 6 }),
    ),
  );
  let named = 0;
  fc.assert(
    fc.property(drawn, ([all, values]) => {
      const decide = functionOf(decideText(all, createPrinter("m", ".js")));
      for (const value of values) {
        const expected = decided(value, all);
        if (expected !== "unrecognized") named += 1;
        expect(decide(value)).toBe(expected);
      }
    }),
    { numRuns: 3000 },
  );
  expect(named).toBeGreaterThan(3000);
});

test("and is TypeScript that compilers have nothing to say about", async () => {
  const folder = await temporaryFolder();
  const templates = new URL("../../templates/runtime/", import.meta.url);
  await cp(fileURLToPath(templates), join(folder, "runtime"), {
    recursive: true,
  });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const printer = createPrinter("decided", ".js");
  const texts = fc
    .sample(candidates, { numRuns: 400, seed: 1 })
    .map(
      (all, at) =>
        `export const decide${at}: Decide = ${decideText(all, printer)};`,
    );
  const imports = printer.imports().map(({ text }) => text);
  await writeFile(
    join(folder, "decided.ts"),
    [
      'import type { Decide } from "./runtime/variants.js";',
      ...imports,
      ...texts,
    ].join("\n"),
  );
  for (const compiler of ["typescript", "ts7", "ts54"] as const) {
    const said = await typeCheck({
      compiler,
      mode: "nodenext",
      folder,
      include: ["decided.ts"],
      options: { allowUnreachableCode: false },
    });
    expect(said).toBe("");
  }
});
