import {
  StructureKind,
  VariableDeclarationKind,
  type FunctionDeclarationStructure,
  type StatementStructures,
  type VariableStatementStructure,
} from "ts-morph";
import type { GuardCase, GuardsDeclaration } from "../ir/declaration-plan.ts";
import { decideText } from "./decide-text.ts";
import { literal, objectKey, propertyKey } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { runtimeValue } from "./runtime-name.ts";

/** A guard for each variant of a union without a tag, and one function that chooses among them. */
export function guardStatements(
  of: GuardsDeclaration,
  printer: Printer,
): readonly StatementStructures[] {
  return [
    variantOf(of, printer),
    ...of.cases.map((each) => guard(each, of, printer)),
    match(of, printer),
  ];
}

function variantOf(
  of: GuardsDeclaration,
  printer: Printer,
): VariableStatementStructure {
  const decide = decideText(of.cases, printer);
  const made = printer.name(runtimeValue("variants", "variantOf"));
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [
      {
        name: of.variantOf.name,
        type: "(value: unknown) => string",
        initializer: `/* @__PURE__ */ ${made}(${decide})`,
      },
    ],
  };
}

const guard = (
  { guard: name, label, type }: GuardCase,
  of: GuardsDeclaration,
  printer: Printer,
): FunctionDeclarationStructure => ({
  kind: StructureKind.Function,
  isExported: true,
  name: name.name,
  parameters: [{ name: "value", type: printer.name(of.union) }],
  returnType: `value is ${printer.type(type)}`,
  statements: [
    `return ${printer.name(of.variantOf)}(value) === ${literal(label)};`,
  ],
});

/** Guards narrow one after the other; what none of them takes is unrecognized. */
function match(
  of: GuardsDeclaration,
  printer: Printer,
): FunctionDeclarationStructure {
  const rest = [printer.name(of.arm), ...of.others.map(printer.type)];
  const arms = [
    ...of.cases.map(
      ({ label, type }) =>
        `readonly ${propertyKey(label)}: (value: ${printer.type(type)}) => Result`,
    ),
    `readonly unrecognized: (value: ${rest.join(" | ")}) => Result`,
  ];
  const access = (label: string): string =>
    objectKey(label) === label && propertyKey(label) === label
      ? `on.${label}`
      : `on[${literal(label)}]`;
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: of.name.name,
    typeParameters: ["Result"],
    parameters: [
      { name: "value", type: printer.name(of.union) },
      { name: "on", type: `{ ${arms.join("; ")} }` },
    ],
    returnType: "Result",
    statements: [
      ...of.cases.map(
        ({ guard: name, label }) =>
          `if (${printer.name(name)}(value)) return ${access(label)}(value);`,
      ),
      "return on.unrecognized(value);",
    ],
    docs: [
      `Calls the function for the variant that a {@link ${of.union.name}} is.`,
    ],
  };
}
