import type { PagesPlan } from "../../ir/client-plan.ts";
import type { Operation } from "../../ir/openapi.ts";
import type { ObjectNode, Property, TypeId } from "../../ir/type-graph.ts";
import type { OperationName } from "../names/operation-names.ts";
import { camel, words } from "../names/words.ts";
import type { TypeModel } from "../types/model.ts";
import { typeExpr } from "../types/type-expr.ts";
import type { KeyedParameter } from "./parameters.ts";
import type { OperationContext } from "./plan-operation.ts";
import { jsonMedia } from "./plan-responses.ts";

/** Parameters that say where a page begins, by a token of an earlier page. */
const tokenParameters =
  /^((next|page|nextpage|continuation|pagination|start|starting|scroll)?(token|cursor)|after|aftercursor|pagecursor)$/;
/** Properties that carry the token of the next page. */
const nextTokens =
  /^(next(page)?(token|cursor)|next(page)?|continuation(token|cursor)?|endcursor|aftercursor|after|cursor)$/;
/** Objects that such a property may stand in. */
const envelopes =
  /^(pagination|paging|page|pageinfo|meta|metadata|cursors|links|responsemetadata|nextpage)$/;

/**
 * A cursor rule, inferred from both sides (DESIGN §6): a parameter in the role of a token *and* a
 * response with the next token and one array of items. One side alone is no rule.
 */
export function findPages(
  operation: Operation,
  { name, words: own }: OperationName,
  keyed: readonly KeyedParameter[],
  context: OperationContext,
): PagesPlan | undefined {
  const { model, resolved, module } = context;
  const parameter = keyed.find(
    ({ parameter: { in: place, name: wireName, schema } }) =>
      place === "query" &&
      tokenParameters.test(flat(wireName)) &&
      isText(schema && resolved.typeOf.get(schema), model),
  );
  const success = operation.responses.find(({ status }) =>
    status.startsWith("2"),
  );
  const schema = success && jsonMedia(success.content)?.schema;
  const body = schema && resolved.typeOf.get(schema);
  const page = body && objectAt(body, model);
  if (operation.method !== "GET") return undefined;
  const next = page && tokenPath(page, model);
  const items = page && itemsPath(page, model);
  if (parameter === undefined || next === undefined || items === undefined) {
    reportOneSided(operation, { parameter, next, items }, context);
    return undefined;
  }
  const verb =
    /^(list|get|fetch|find|retrieve|query|read|all)$/.test(own[0] ?? "") &&
    own.length > 1;
  const helper = verb
    ? camel(["paginate", ...own.slice(1)])
    : camel(["paginate", ...own]);
  return {
    name: {
      name: model.registry.claim([helper, camel(["paginate", ...words(name)])]),
      module,
      typeOnly: false,
    },
    items: items.path,
    next,
    parameter: parameter.key,
    item: typeExpr(items.item, "output", model),
  };
}

interface Sides {
  readonly parameter: KeyedParameter | undefined;
  readonly next: readonly string[] | undefined;
  readonly items: { readonly path: readonly string[] } | undefined;
}

/** Says what is missing where one side is there: a token without items is no list, and says nothing. */
function reportOneSided(
  operation: Operation,
  { parameter, next, items }: Sides,
  { report }: OperationContext,
): void {
  const { origin } = operation;
  if (parameter !== undefined) {
    const found = `the parameter ${JSON.stringify(parameter.parameter.name)}`;
    const missing =
      next === undefined
        ? "the response carries no token of the next page"
        : "the response has no one array of items";
    report("pagination/one-sided", origin, { found, missing });
  } else if (next !== undefined && items !== undefined) {
    const found = `${JSON.stringify(next.join("."))} in the response`;
    report("pagination/one-sided", origin, {
      found,
      missing: "no parameter takes it",
    });
  }
}

const flat = (wireName: string): string => words(wireName).join("");

function objectAt(type: TypeId, model: TypeModel): ObjectNode | undefined {
  const node = model.node(type);
  if (node.kind === "nullable") return objectAt(node.of, model);
  return node.kind === "object" ? node : undefined;
}

function isText(type: TypeId | undefined, model: TypeModel): boolean {
  const node = type && model.node(type);
  if (node?.kind === "nullable") return isText(node.of, model);
  return type === undefined || node?.kind === "string";
}

function tokenPath(
  page: ObjectNode,
  model: TypeModel,
): readonly string[] | undefined {
  const own = page.properties.find(
    (property) =>
      nextTokens.test(flat(property.wireName)) && isText(property.type, model),
  );
  if (own !== undefined) return [own.wireName];
  for (const property of page.properties) {
    const inner = envelopes.test(flat(property.wireName))
      ? objectAt(property.type, model)
      : undefined;
    const path = inner && tokenPath(inner, model);
    if (path !== undefined) return [property.wireName, ...path];
  }
  return undefined;
}

/** The one array of the page; of several, the one of objects, if it is the only one. */
function itemsPath(
  page: ObjectNode,
  model: TypeModel,
): { path: readonly string[]; item: TypeId } | undefined {
  const arrays = page.properties.flatMap((property: Property) => {
    const item = itemOf(property.type, model);
    return item === undefined ? [] : [{ path: [property.wireName], item }];
  });
  const ofObjects = arrays.filter(({ item }) => isObject(item, model));
  const candidates = ofObjects.length > 0 ? ofObjects : arrays;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function itemOf(type: TypeId, model: TypeModel): TypeId | undefined {
  const node = model.node(type);
  if (node.kind === "nullable") return itemOf(node.of, model);
  return node.kind === "array" ? node.items : undefined;
}

function isObject(type: TypeId, model: TypeModel): boolean {
  const { kind } = model.node(type);
  return (
    kind === "object" ||
    kind === "union" ||
    kind === "record" ||
    kind === "intersection"
  );
}
