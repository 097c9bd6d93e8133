import {
  StructureKind,
  VariableDeclarationKind,
  type InterfaceDeclarationStructure,
  type PropertySignatureStructure,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
  type VariableStatementStructure,
} from "ts-morph";
import type {
  Declaration,
  Docs,
  InterfaceDeclaration,
  PropertyPlan,
} from "../ir/declaration-plan.ts";
import { docsText } from "./docs-text.ts";
import { guardStatements } from "./guards.ts";
import { patternLiteral, propertyKey } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { lazyShapeText } from "./shape-text.ts";

/** Declarations of types as ts-morph structures, handed over whole. */
export function declarationStatements(
  of: Declaration,
  printer: Printer,
): readonly StatementStructures[] {
  switch (of.kind) {
    case "interface":
      return [interfaceStructure(of, printer)];
    case "alias":
      return [
        {
          kind: StructureKind.TypeAlias,
          isExported: true,
          name: of.name.name,
          type: printer.type(of.type),
          ...docs(of.docs, 0),
        } satisfies TypeAliasDeclarationStructure,
      ];
    case "shape":
      return [shapeStructure(of, printer)];
    case "guards":
      return guardStatements(of, printer);
    default:
      return of satisfies never;
  }
}

export function interfaceStructure(
  of: InterfaceDeclaration,
  printer: Printer,
): InterfaceDeclarationStructure {
  const indexes = [
    ...(of.index === undefined ? [] : [{ keys: "string", type: of.index }]),
    ...(of.patterns ?? []).map(({ prefix, type }) => ({
      keys: patternLiteral(prefix, ""),
      type,
    })),
  ];
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: of.name.name,
    extends: of.extends.map((base) => printer.name(base)),
    properties: of.properties.map((property) =>
      propertyStructure(property, printer),
    ),
    ...(indexes.length > 0 && {
      indexSignatures: indexes.map(({ keys, type }) => ({
        keyName: "key",
        keyType: keys,
        returnType: printer.type(type),
      })),
    }),
    ...docs(of.docs, 0),
  };
}

const propertyStructure = (
  of: PropertyPlan,
  printer: Printer,
): PropertySignatureStructure => ({
  kind: StructureKind.PropertySignature,
  name: propertyKey(of.name),
  type: printer.type(of.type),
  isReadonly: of.readonly,
  hasQuestionToken: of.optional,
  ...docs(of.docs, 2),
});

function shapeStructure(
  of: Declaration & { kind: "shape" },
  printer: Printer,
): VariableStatementStructure {
  const shape = printer.name({
    name: "UnionShape",
    module: "runtime/shape",
    typeOnly: true,
  });
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [
      {
        name: of.name.name,
        type: shape,
        initializer: lazyShapeText(of.shape, printer),
      },
    ],
    docs: [
      `Where the tags of a ${of.isAlone === true ? "union" : `{@link ${of.of}}`} go.`,
    ],
  };
}

export function docs(of: Docs, indent: number): { docs?: string[] } {
  const text = docsText(of, indent);
  return text === undefined ? {} : { docs: [text] };
}
