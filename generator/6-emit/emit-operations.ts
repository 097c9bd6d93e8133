import {
  StructureKind,
  type FunctionDeclarationStructure,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type {
  ErrorPlan,
  Name,
  OperationPlan,
  PagesPlan,
  ParameterPlan,
  ResponsePlan,
  TypeExpr,
} from "../ir/client-plan.ts";
import { docs, interfaceStructure } from "./declarations.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { object, shapeText } from "./shape-text.ts";

const value = (module: string, name: string): Name => ({
  name,
  module: `runtime/${module}`,
  typeOnly: false,
});
const type = (module: string, name: string): Name => ({
  name,
  module: `runtime/${module}`,
  typeOnly: true,
});

/** One operation: the type of its parameters, of its errors, the function, and its page helper. */
export function operationStatements(
  of: OperationPlan,
  printer: Printer,
): readonly StatementStructures[] {
  return [
    ...(of.params === undefined
      ? []
      : [interfaceStructure(of.params.declaration, printer)]),
    errorAlias(of.error, printer),
    operationFunction(of, printer),
    ...(of.pages === undefined ? [] : [pagesFunction(of, of.pages, printer)]),
  ];
}

function errorAlias(
  of: ErrorPlan,
  printer: Printer,
): TypeAliasDeclarationStructure {
  const apiError = printer.name(type("errors", "ApiError"));
  const range = (status: string) =>
    `${printer.name(type("status", "RangeStatus"))}<${literal(status)}>`;
  const exact = of.documented.map(String);
  const arms = of.arms.map(({ status, body }) => {
    const statuses =
      typeof status === "number"
        ? String(status)
        : exact.length === 0
          ? range(status)
          : `Exclude<${range(status)}, ${exact.join(" | ")}>`;
    return `${apiError}<${statuses}, ${printer.type(body)}>`;
  });
  const other = printer.name(type("status", "OtherStatus"));
  const known = [...exact, ...of.ranges.map(range)];
  const rest = `${apiError}<${other}${known.length === 0 ? "" : `<${known.join(" | ")}>`}, ${printer.type(of.otherwise)}>`;
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: of.name.name,
    type: [...arms, rest, printer.name(type("errors", "RequestError"))].join(
      " | ",
    ),
  };
}

function operationFunction(
  of: OperationPlan,
  printer: Printer,
): FunctionDeclarationStructure {
  const { params } = of;
  const call = printer.name(type("call", "Call"));
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: of.name.name,
    parameters: [
      { name: "client", type: printer.name(type("client", "Client")) },
      ...(params === undefined
        ? []
        : [
            {
              name: "params",
              type: printer.name(params.declaration.name),
              hasQuestionToken: params.optional,
            },
          ]),
      {
        name: "options",
        type: printer.name(type("client", "RequestOptions")),
        hasQuestionToken: true,
      },
    ],
    returnType: `${call}<${printer.type(of.data)}, ${printer.name(of.error.name)}>`,
    statements: [
      `return ${printer.name(value("send", "send"))}(client, ${of.name.name}, ${requestText(of, printer)}, ${params === undefined ? "{}" : "params"}, options);`,
    ],
    ...docs(of.docs, 0),
  };
}

/** The wire form, as data. */
function requestText(
  { method, path, request }: OperationPlan,
  printer: Printer,
): string {
  const styles = (parameters: readonly ParameterPlan[]): string | undefined => {
    const members = parameters
      .filter(({ implied }) => !implied)
      .map(({ wireName, key, style }): [string, string] => {
        const encoder = printer.name(style);
        return [
          wireName,
          key === wireName ? encoder : `[${encoder}, ${literal(key)}]`,
        ];
      });
    return members.length === 0 ? undefined : object(members);
  };
  const { body, security } = request;
  const members: readonly (readonly [string, string | undefined])[] = [
    ["method", literal(method)],
    ["path", literal(path)],
    ["pathParameters", styles(request.pathParameters)],
    ["query", styles(request.query)],
    ["header", styles(request.header)],
    ["cookie", styles(request.cookie)],
    [
      "body",
      body &&
        bodyText(
          body.shape === undefined
            ? undefined
            : shapeArgument(body.shape, printer),
          printer,
        ),
    ],
    [
      "bodyKey",
      body === undefined || body.key === "body" ? undefined : literal(body.key),
    ],
    [
      "responses",
      object(
        request.responses.map((response) => [
          response.status,
          readerText(response, printer),
        ]),
      ),
    ],
    ["security", security.length === 0 ? undefined : literal(security)],
  ];
  return object(
    members.flatMap(([name, text]) =>
      text === undefined ? [] : [[name, text] as const],
    ),
  );
}

const bodyText = (shape: string | undefined, printer: Printer): string =>
  shape === undefined
    ? printer.name(value("body", "jsonBody"))
    : `${printer.name(value("body", "jsonBodyOf"))}(${shape})`;

function readerText({ reader, shape }: ResponsePlan, printer: Printer): string {
  if (shape === undefined) return printer.name(value("read", reader));
  return `${printer.name(value("read", "jsonOf"))}(${shapeArgument(shape, printer)})`;
}

/** Inside a function nothing is circular: a reference is the shape itself. */
const shapeArgument = (
  shape: NonNullable<ResponsePlan["shape"]>,
  printer: Printer,
): string =>
  shape.kind === "reference"
    ? printer.name(shape.name)
    : shapeText(shape, printer);

function pagesFunction(
  of: OperationPlan,
  pages: PagesPlan,
  printer: Printer,
): FunctionDeclarationStructure {
  const { params } = of;
  const failure: readonly string[] = [
    printer.name(of.error.name),
    printer.name(type("page-error", "PaginationError")),
  ];
  const paginator = printer.name(type("pagination", "Paginator"));
  const cursor = `${printer.name(value("page-cursor", "cursor"))}({ items: ${literal(pages.items)}, next: ${literal(pages.next)}, parameter: ${literal(pages.parameter)} })`;
  const item: TypeExpr = pages.item;
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: pages.name.name,
    parameters: [
      { name: "client", type: printer.name(type("client", "Client")) },
      {
        name: "params",
        type:
          params === undefined
            ? "object"
            : printer.name(params.declaration.name),
        hasQuestionToken: params?.optional !== false,
      },
      {
        name: "options",
        type: printer.name(type("pagination", "PageOptions")),
        hasQuestionToken: true,
      },
    ],
    returnType: `${paginator}<${printer.type(item)}, ${printer.type(of.data)}, ${failure.join(" | ")}>`,
    statements: [
      `return ${printer.name(value("pagination", "paginate"))}(client, ${pages.name.name}, ${of.name.name}, ${cursor}, params, options);`,
    ],
    docs: [`Every item of {@link ${of.name.name}}, page after page.`],
  };
}
