import { StructureKind, type FunctionDeclarationStructure } from "ts-morph";
import type { Json } from "../ir/source.ts";
import type { Name, TypeExpr } from "../ir/declaration-plan.ts";
import type { OperationPlan, PagesPlan } from "../ir/operation-plan.ts";
import type { PagePath, PageRule } from "../ir/page-rule.ts";
import { literal, objectKey } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { object } from "./shape-text.ts";
import { runtimeType, runtimeValue } from "./runtime-name.ts";

/** `paginate…`, beside an operation that has pages. */
export function pagesFunction(
  of: OperationPlan,
  pages: PagesPlan,
  printer: Printer,
): FunctionDeclarationStructure {
  const { params } = of;
  const failure: readonly string[] = [
    printer.name(of.error.name),
    printer.name(runtimeType("page-error", "PaginationError")),
  ];
  const paginator = printer.name(runtimeType("pagination", "Paginator"));
  const item: TypeExpr = pages.item;
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: pages.name.name,
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
        type: printer.name(runtimeType("pagination", "PageOptions")),
        hasQuestionToken: true,
      },
    ],
    returnType: `${paginator}<${printer.type(item)}, ${printer.type(of.data)}, ${failure.join(" | ")}>`,
    statements: [
      `return ${printer.name(runtimeValue("pagination", "paginate"))}(client, ${pages.name.name}, ${listText(of)}, ${strategyText(pages.rule, printer)}, ${paramsText(of, pages.rule)}, options);`,
    ],
    docs: [`Every item of {@link ${of.name.name}}, page after page.`],
  };
}

/** The operation as a pager calls it: one without parameters takes its options second. */
const listText = ({ name, params }: OperationPlan): string =>
  params === undefined
    ? `(client, _params, options) => ${name.name}(client, options)`
    : name.name;

/** The caller's parameters, and the flag that turns pages on. */
function paramsText({ params }: OperationPlan, { on }: PageRule): string {
  if (params === undefined) return "{}";
  return on === undefined ? "params" : `{ ...params, ${objectKey(on)}: true }`;
}

/** The runtime's strategy for a style, which a client has only where it has operations of that style. */
const strategies: Readonly<Record<PageRule["style"], Name>> = {
  cursor: runtimeValue("page-cursor", "cursor"),
  offset: runtimeValue("page-offset", "offset"),
  page: runtimeValue("page-number", "pageNumber"),
  url: runtimeValue("page-url", "pageUrl"),
  link: runtimeValue("page-link", "pageLink"),
  "last-item": runtimeValue("page-last-item", "lastItem"),
};

/** `cursor({ … })`, or `within(["body"], cursor({ … }))` where the parameter stands inside one. */
function strategyText(
  { style, on: _, xml, ...said }: PageRule,
  printer: Printer,
): string {
  const { inUrl, ...rule } = { inUrl: undefined, ...said };
  const path: PagePath = "parameter" in rule ? rule.parameter : [];
  const { keep = [] } = "keep" in rule ? rule : {};
  const written = {
    ...rule,
    parameter: path.at(-1),
    keep: keep.length === 0 ? undefined : keep,
  };
  const members = Object.entries(written)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]): [string, string] => [name, literal(member as Json)]);
  const order = ["items", "next", "parameter"];
  const rank = ([name]: readonly [string, string]) =>
    order.includes(name) ? order.indexOf(name) : order.length;
  const sorted = members.toSorted((a, b) => rank(a) - rank(b));
  const plain = `${printer.name(strategies[style])}(${object(sorted)})`;
  const text = inUrl
    ? `${printer.name(runtimeValue("page-in-url", "inUrl"))}(${literal(path.at(-1) ?? "")}, ${plain})`
    : plain;
  const placed =
    path.length < 2
      ? text
      : `${printer.name(runtimeValue("page-within", "within"))}(${literal(path.slice(0, -1))}, ${text})`;
  return xml
    ? `${printer.name(runtimeValue("page-xml", "inXml"))}(${placed})`
    : placed;
}
