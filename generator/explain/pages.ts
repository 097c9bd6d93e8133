import type { OperationPlan, PagesPlan } from "../ir/client-plan.ts";
import type { Operation } from "../ir/openapi.ts";
import type { TypeId, TypeNode } from "../ir/type-graph.ts";
import type { ExplainContext } from "./context.ts";
import type { PagesExplanation, UnpagedExplanation } from "./explanation.ts";

/** Each rule for pages that was found, with what it was found from on both sides (DESIGN §6). */
export function explainPages(
  context: ExplainContext,
): readonly PagesExplanation[] {
  return planned(context).flatMap(([operation, plan]) => {
    if (plan?.pages === undefined) return [];
    return [
      {
        operation: plan.name.name,
        method: operation.method,
        path: operation.path,
        place: context.placeOf(operation.origin),
        name: plan.pages.name.name,
        evidence: evidenceOf(plan.pages),
      },
    ];
  });
}

const evidenceOf = ({ parameter, next, items }: PagesPlan) => [
  `the request takes ${JSON.stringify(parameter)}`,
  `the response carries the next one in ${JSON.stringify(next.join("."))}`,
  `and its items in ${JSON.stringify(items.join("."))}`,
];

/** Request parameters that say where a page begins or how long it is. */
const pageParameter =
  /^(?:page|per_?page|page_?(?:size|number|token|cursor)|limit|offset|cursor|after|before|starting_after|next_?token|start)$/i;
/** Response properties that say whether there is more. */
const pageProperty =
  /^(?:next.*|has_?(?:more|next.*)|cursor.*|total.*|count|page.*|paging|pagination|meta|metadata|links|end_?cursor)$/i;

/** Reads that return a list and take a page's parameter, or say there is more, and got no rule. */
export function explainUnpaged(
  context: ExplainContext,
): readonly UnpagedExplanation[] {
  return planned(context).flatMap(([operation, plan]) => {
    if (plan === undefined || plan.pages !== undefined) return [];
    if (operation.method !== "GET") return [];
    const { method, path, origin } = operation;
    const entry = { method, path, place: context.placeOf(origin) };
    const oneSided = context
      .notesAt(origin)
      .filter(({ code }) => code === "pagination/one-sided")
      .map(({ message }) => message);
    if (oneSided.length > 0)
      return [{ ...entry, found: [], missing: oneSided }];
    const body = bodyOf(operation, context);
    const { lists, says } = sidesOf(body, context);
    const asks = operation.parameters
      .filter((each) => each.in === "query" && pageParameter.test(each.name))
      .map(({ name }) => name);
    if (lists.length === 0 || asks.length + says.length === 0) return [];
    const found = [
      ...asks.map((name) => `the request takes ${JSON.stringify(name)}`),
      ...says.map((name) => `the response has ${JSON.stringify(name)}`),
    ];
    const missing = [
      ...(asks.length === 0 ? ["no parameter asks for a page"] : []),
      ...(says.length === 0
        ? ["nothing in the response leads to the next page or counts them"]
        : []),
      ...(lists.length > 1
        ? [`the response has several lists: ${lists.join(", ")}`]
        : []),
    ];
    return [{ ...entry, found, missing }];
  });
}

function planned({
  api,
  client,
}: ExplainContext): readonly (readonly [
  Operation,
  OperationPlan | undefined,
])[] {
  const plans = new Map(
    client.operationFiles
      .flatMap((file) => file.operations)
      .map((plan) => [`${plan.method} ${plan.path}`, plan]),
  );
  return api.operations.map((operation) => [
    operation,
    plans.get(`${operation.method} ${operation.path}`),
  ]);
}

function bodyOf(
  { responses }: Operation,
  { resolved }: ExplainContext,
): TypeId | undefined {
  const success = responses.find(({ status }) => status.startsWith("2"));
  const schema = success?.content.find(({ type }) =>
    /json/i.test(type),
  )?.schema;
  return schema && resolved.typeOf.get(schema);
}

/** The lists of a page, and what says that there are more pages. */
function sidesOf(
  body: TypeId | undefined,
  { node }: ExplainContext,
): { readonly lists: readonly string[]; readonly says: readonly string[] } {
  const behind = (type: TypeId): TypeNode => {
    const found = node(type);
    return found.kind === "nullable" ? node(found.of) : found;
  };
  const page = body && behind(body);
  if (page?.kind === "array") return { lists: ["the body itself"], says: [] };
  if (page?.kind !== "object") return { lists: [], says: [] };
  const of = (test: (name: string, kind: TypeNode["kind"]) => boolean) =>
    page.properties
      .filter(({ wireName, type }) => test(wireName, behind(type).kind))
      .map(({ wireName }) => wireName);
  return {
    lists: of((_, kind) => kind === "array"),
    says: of((name, kind) => kind !== "array" && pageProperty.test(name)),
  };
}
