import { StructureKind, type StatementStructures } from "ts-morph";
import type { Declaration } from "../ir/declaration-plan.ts";
import type { OperationPlan } from "../ir/operation-plan.ts";
import { lineComment } from "./comment.ts";
import { declarationStatements } from "./declarations.ts";
import { clientStatements } from "./emit-client.ts";
import { operationStatements } from "./emit-operations.ts";
import {
  moduleName,
  type Edition,
  type EmittedModule,
  type ModulePlan,
} from "./module-plan.ts";
import { blockComment } from "./docs-text.ts";
import { createPrinter, specifier, type Printer } from "./printer.ts";
import { structurePrinter } from "./structure-printer.ts";

const print = structurePrinter();

/** One module as TypeScript, what it declares printed by ts-morph from one whole structure, its layout still to be done. */
export function emitModule(of: ModulePlan, edition: Edition): EmittedModule {
  const { origin, extension } = edition;
  const module = moduleName(of);
  const printer = createPrinter(module, extension, declaredNames(of));
  const statements = moduleStatements(of, printer, extension);
  const imports = printer.imports();
  const header = lineComment(`Generated from ${origin}. Do not edit.`);
  const said = of.kind === "operations" ? blockComment(of.docs) : undefined;
  const head = [
    header,
    ...(said === undefined ? [] : [said]),
    ...(imports.length === 0
      ? []
      : [imports.map(({ text }) => text).join("\n")]),
  ];
  return {
    path: `${module}.ts`,
    text: [...head, print({ statements: [...statements] })].join("\n\n"),
    uses: [
      ...imports.map((each) => each.specifier),
      ...(of.kind === "index" ? of.modules : []),
    ].flatMap((name) => /runtime\/[\w-]+/.exec(name)?.[0] ?? []),
  };
}

function moduleStatements(
  of: ModulePlan,
  printer: Printer,
  extension: string,
): readonly StatementStructures[] {
  switch (of.kind) {
    case "index":
      return of.modules.map((module) => reexport(module, extension));
    case "client":
      return clientStatements(of.client, of.title, printer);
    case "operations":
      return of.operations.flatMap((operation) =>
        operationStatements(operation, printer),
      );
    case "types":
      return of.declarations.flatMap((each) =>
        declarationStatements(each, printer),
      );
    default:
      return of satisfies never;
  }
}

/** Types of the runtime are reserved names; its functions are not. */
function declaredNames(of: ModulePlan): ReadonlySet<string> {
  switch (of.kind) {
    case "operations":
      return new Set(of.operations.flatMap(functionNames));
    case "types":
      return new Set(of.declarations.flatMap(namesOf));
    default:
      return new Set();
  }
}

const namesOf = (of: Declaration): readonly string[] => [
  of.name.name,
  ...(of.kind === "guards"
    ? [of.variantOf.name, ...of.cases.map(({ guard }) => guard.name)]
    : []),
];

const functionNames = ({ name, pages }: OperationPlan): readonly string[] => [
  name.name,
  ...(pages === undefined ? [] : [pages.name.name]),
];

const reexport = (module: string, extension: string): StatementStructures => ({
  kind: StructureKind.ExportDeclaration,
  moduleSpecifier: specifier("index", module, extension),
});
