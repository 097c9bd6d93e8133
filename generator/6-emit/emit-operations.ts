import {
  StructureKind,
  type FunctionDeclarationStructure,
  type StatementStructures,
} from "ts-morph";
import type { OperationPlan, ServerPlan } from "../ir/operation-plan.ts";
import { streamedOperation } from "../ir/streamed-operation.ts";
import { docs } from "./declarations.ts";
import { errorAlias } from "./emit-errors.ts";
import { pagesFunction } from "./emit-pages.ts";
import { paramsStatements } from "./emit-params.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { requestText } from "./request-text.ts";
import { object } from "./shape-text.ts";
import { runtimeType, runtimeValue } from "./runtime-name.ts";

/** One operation: the type of its parameters, of its errors, the function, and its page helper. */
export function operationStatements(
  of: OperationPlan,
  printer: Printer,
): readonly StatementStructures[] {
  const streamed = streamedOperation(of);
  return [
    ...(of.params === undefined ? [] : paramsStatements(of.params, printer)),
    errorAlias(of.error, printer),
    operationFunction(of, printer),
    ...(streamed === undefined ? [] : [operationFunction(streamed, printer)]),
    ...(of.pages === undefined ? [] : [pagesFunction(of, of.pages, printer)]),
  ];
}

function operationFunction(
  of: OperationPlan,
  printer: Printer,
): FunctionDeclarationStructure {
  const { params } = of;
  const call = printer.name(runtimeType("call", "Call"));
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: of.name.name,
    parameters: [
      { name: "client", type: printer.name(runtimeType("client", "Client")) },
      ...(params === undefined
        ? []
        : [
            {
              name: "params",
              type: printer.name(params.name),
              hasQuestionToken: params.optional,
            },
          ]),
      {
        name: "options",
        type: printer.name(runtimeType("client", "RequestOptions")),
        hasQuestionToken: true,
      },
    ],
    returnType: `${call}<${[printer.type(of.data), printer.name(of.error.name), ...(of.headers === undefined ? [] : [printer.name(of.headers)])].join(", ")}>`,
    statements: [
      `return ${printer.name(runtimeValue("send", "send"))}(client, ${of.name.name}, ${requestText(of, printer)}, ${params === undefined ? "{}" : "params"}, ${optionsText(of.request.server, printer)});`,
    ],
    ...docs(of.docs, 0),
  };
}

/** The caller's options; with them, where the request goes that has a server of its own. */
function optionsText(server: ServerPlan | undefined, printer: Printer): string {
  if (server === undefined) return "options";
  const defaults = server.variables.map(
    ({ name, default: text }): [string, string] => [name, literal(text)],
  );
  const args = [
    "client",
    "options",
    literal(server.url),
    ...(defaults.length === 0 ? [] : [object(defaults)]),
  ];
  return `${printer.name(runtimeValue("at-server", "atServer"))}(${args.join(", ")})`;
}
