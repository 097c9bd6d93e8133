import { StructureKind, type StatementStructures } from "ts-morph";
import type { ClientPlan, OperationPlan } from "../ir/client-plan.ts";
import type { EmittedFile } from "../ir/emitted-file.ts";
import { lineComment } from "./comment.ts";
import { declarationStatements } from "./declarations.ts";
import { clientStatements } from "./emit-client.ts";
import { operationStatements } from "./emit-operations.ts";
import { createPrinter, specifier, type Printer } from "./printer.ts";
import { runtimeFiles } from "./runtime-files.ts";
import { structurePrinter } from "./structure-printer.ts";

/**
 * 6-emit
 * Before: a plan in which everything has its name and its file. After: TypeScript, printed by ts-morph
 * from whole structures, its layout still to be done. A fault in the description is past: there is
 * nothing to report here.
 */
export function emit(
  plan: ClientPlan,
  extension: string,
): readonly EmittedFile[] {
  const print = structurePrinter();
  const header = lineComment(`Generated from ${plan.origin}. Do not edit.`);
  const used = new Set<string>();
  const file = (
    module: string,
    build: (printer: Printer) => readonly StatementStructures[],
    declared?: ReadonlySet<string>,
  ): EmittedFile => {
    const printer = createPrinter(module, extension, declared);
    const statements = build(printer);
    const imports = printer.imports();
    for (const { moduleSpecifier } of imports) {
      const runtime = /runtime\/[\w-]+/.exec(moduleSpecifier)?.[0];
      if (runtime !== undefined) used.add(runtime);
    }
    const text = print({
      statements: [...imports, ...apart(statements, imports.length > 0)],
    });
    return { path: `${module}.ts`, text: `${header}\n\n${text}` };
  };
  const files = [
    file("client", (printer) =>
      clientStatements(plan.client, plan.title, printer),
    ),
    ...plan.operationFiles
      .filter(({ operations }) => operations.length > 0)
      .map(({ module, operations }) =>
        file(
          module,
          (printer) =>
            operations.flatMap((operation) =>
              operationStatements(operation, printer),
            ),
          new Set(operations.flatMap(functionNames)),
        ),
      ),
    ...plan.typeFiles.map(({ module, declarations }) =>
      file(module, (printer) =>
        declarations.flatMap((each) => declarationStatements(each, printer)),
      ),
    ),
  ];
  const modules = files.map(({ path }) => path.replace(/\.ts$/, ""));
  const named = ["runtime/index"];
  // What a caller may name of the runtime, where there are event streams.
  if (used.has("runtime/event-stream")) named.push("runtime/streams");
  named.forEach((module) => used.add(module));
  const index = file("index", () =>
    [...modules, ...named].map((module) => reexport(module, extension)),
  );
  return [index, ...files, ...runtimeFiles(used, extension)];
}

/** Types of the runtime are reserved names; its functions are not. */
const functionNames = ({ name, pages }: OperationPlan): readonly string[] => [
  name.name,
  ...(pages === undefined ? [] : [pages.name.name]),
];

const reexport = (module: string, extension: string): StatementStructures => ({
  kind: StructureKind.ExportDeclaration,
  moduleSpecifier: specifier("index", module, extension),
});

/** A blank line between the imports and the first declaration. */
function apart(
  statements: readonly StatementStructures[],
  hasImports: boolean,
): readonly StatementStructures[] {
  const [first, ...others] = statements;
  if (first === undefined || !hasImports) return statements;
  return [{ ...first, leadingTrivia: "\n" }, ...others];
}
