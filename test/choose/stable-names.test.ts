import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import type { GenerateOptions } from "../../generator/options.ts";
import { checkTypes } from "../scenarios/check-types.ts";

const cwd = fileURLToPath(new URL(".", import.meta.url));

async function emit(options: GenerateOptions) {
  const { files, summary, diagnostics } = await compile("api.yaml", {
    cwd,
    ...options,
  });
  expect(diagnostics.filter(({ code }) => code.startsWith("choice/"))).toEqual(
    [],
  );
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return { texts, operations: summary?.operations };
}

/** The declarations of a file, without the imports that they happen to need. */
const declarations = (text = ""): readonly string[] =>
  ts
    .createSourceFile("file.ts", text, ts.ScriptTarget.ES2023, true)
    .statements.filter((statement) => !ts.isImportDeclaration(statement))
    .map((statement) => statement.getText());

const ids = [
  ...["listPets", "createPet", "listHooks", "getShape", "putShape", "upload"],
];
const choices: readonly (readonly [GenerateOptions, number])[] = [
  ...ids.map((id) => [{ include: [{ operationId: id }] }, 1] as const),
  ...ids.map((id) => [{ exclude: [{ operationId: id }] }, 5] as const),
  [{ include: [{ tag: "Pets" }, { method: "Put" }] }, 3],
  [{ include: [{ path: "/*" }], exclude: [{ tag: "Hooks" }] }, 3],
];

test.each([{}, { unions: { tag: false } }] as const)(
  "with %j, what a choice keeps is what it is without one, and type-checks",
  async (options) => {
    const whole = await emit(options);
    const folders = new Map<string, ReadonlyMap<string, string>>();
    for (const [choice, operations] of choices) {
      const chosen = await emit({ ...options, ...choice });
      const name = JSON.stringify(choice);
      expect(chosen.operations, name).toBe(operations);
      expect(chosen.texts.size, name).toBeLessThan(whole.texts.size + 1);
      folders.set(String(folders.size), chosen.texts);
      for (const [path, text] of chosen.texts) {
        if (!/^(?:types|operations)\//.test(path)) continue;
        const known = declarations(whole.texts.get(path));
        const changed = declarations(text).filter((it) => !known.includes(it));
        expect(changed, `${name}: ${path}`).toEqual([]);
      }
    }
    const errors = [...checkTypes(folders)].map(([folder, files]) => [
      JSON.stringify(choices[Number(folder)]),
      ...files,
    ]);
    expect(errors).toEqual([]);
  },
);

test("what only left-out operations reach is left out", async () => {
  const { texts } = await emit({ include: [{ operationId: "getShape" }] });
  const paths = [...texts.keys()].filter((path) => path.startsWith("types/"));
  expect(paths.toSorted()).toEqual([
    "types/circle.ts",
    "types/color.ts",
    "types/shape.ts",
    "types/square.ts",
  ]);
});
