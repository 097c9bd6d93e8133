import { StructureKind, type FunctionDeclarationStructure } from "ts-morph";
import type { Json } from "../ir/source.ts";
import type {
  Name,
  OperationPlan,
  PagesPlan,
  TypeExpr,
} from "../ir/client-plan.ts";
import type { PagePath, PageRule } from "../ir/page-rule.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { object } from "./shape-text.ts";

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
      `return ${printer.name(value("pagination", "paginate"))}(client, ${pages.name.name}, ${of.name.name}, ${strategyText(pages.rule, printer)}, params, options);`,
    ],
    docs: [`Every item of {@link ${of.name.name}}, page after page.`],
  };
}

/** The runtime's strategy for a style, which a client has only where it has operations of that style. */
const strategies: Readonly<Record<PageRule["style"], Name>> = {
  cursor: value("page-cursor", "cursor"),
  offset: value("page-offset", "offset"),
  page: value("page-number", "pageNumber"),
  url: value("page-url", "pageUrl"),
  link: value("page-link", "pageLink"),
  "last-item": value("page-last-item", "lastItem"),
};

/** `cursor({ … })`, or `within(["body"], cursor({ … }))` where the parameter stands inside one. */
function strategyText({ style, ...rule }: PageRule, printer: Printer): string {
  const path: PagePath = "parameter" in rule ? rule.parameter : [];
  const { keep = [] } = "keep" in rule ? rule : {};
  const said = {
    ...rule,
    parameter: path.at(-1),
    keep: keep.length === 0 ? undefined : keep,
  };
  const members = Object.entries(said)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]): [string, string] => [name, literal(member as Json)]);
  const order = ["items", "next", "parameter"];
  const rank = ([name]: readonly [string, string]) =>
    order.includes(name) ? order.indexOf(name) : order.length;
  const sorted = members.toSorted((a, b) => rank(a) - rank(b));
  const text = `${printer.name(strategies[style])}(${object(sorted)})`;
  return path.length < 2
    ? text
    : `${printer.name(value("page-within", "within"))}(${literal(path.slice(0, -1))}, ${text})`;
}
