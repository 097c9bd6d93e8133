import { StructureKind, type FunctionDeclarationStructure } from "ts-morph";
import type {
  Name,
  OperationPlan,
  PagesPlan,
  TypeExpr,
} from "../ir/client-plan.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";

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

/** `paginate…`, beside an operation that has pages. */
export function pagesFunction(
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
        type: params === undefined ? "object" : printer.name(params.name),
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
