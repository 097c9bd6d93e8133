import {
  StructureKind,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { TypeExpr } from "../ir/declaration-plan.ts";
import type { BodyChoicePlan, ParamsPlan } from "../ir/operation-plan.ts";
import { docs, interfaceStructure } from "./declarations.ts";
import type { Printer } from "./printer.ts";

/** The type of `params`: an interface, or, where the body is a choice, a union on top of one. */
export function paramsStatements(
  of: ParamsPlan,
  printer: Printer,
): readonly StatementStructures[] {
  const forms = of.forms.map((form) => interfaceStructure(form, printer));
  if (of.choice === undefined)
    return [...forms, interfaceStructure(of.declaration, printer)];
  const isEmpty = of.declaration.properties.length === 0;
  return [
    ...forms,
    ...(isEmpty ? [] : [interfaceStructure(of.declaration, printer)]),
    choiceAlias(of, of.choice, printer),
  ];
}

function choiceAlias(
  { declaration, name }: ParamsPlan,
  choice: BodyChoicePlan,
  printer: Printer,
): TypeAliasDeclarationStructure {
  const bodies: TypeExpr = {
    kind: "union",
    members: choice.bodies.map((properties) => ({
      kind: "object",
      properties,
    })),
  };
  const shared: TypeExpr = { kind: "name", name: declaration.name };
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: name.name,
    type: printer.type(
      declaration.properties.length === 0
        ? bodies
        : { kind: "intersection", members: [shared, bodies] },
    ),
    ...docs(choice.docs, 0),
    leadingTrivia: "\n",
  };
}
