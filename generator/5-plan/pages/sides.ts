import type { Operation, Response } from "../../ir/openapi.ts";
import type { PagePath } from "../../ir/page-rule.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { words } from "../names/words.ts";
import type { OperationName } from "../names/operation-names.ts";
import type { KeyedParameter } from "../operations/parameters.ts";
import type { PlannedBody } from "../operations/plan-body.ts";
import { jsonMedia } from "../operations/plan-responses.ts";
import { typeOf } from "../operations/schema-kinds.ts";
import { askedOf } from "./asked.ts";
import type { PageContext } from "./context.ts";
import type { Field } from "./fields.ts";
import { dominantItems, type Items } from "./items.ts";
import { type Switch, switchOf } from "./switch.ts";
import { toldBy } from "./told.ts";

/** Both sides of an operation, as evidence for pages. */
export interface Sides {
  readonly asked: readonly Field<PagePath>[];
  readonly told: readonly Field[];
  readonly items: Items | undefined;
  /** The flag that turns pages on, where there is one. */
  readonly turnedOn: Switch | undefined;
  /** The body of a page. */
  readonly body: TypeId | undefined;
  /** Whether it is XML, and nothing else. */
  readonly isXml: boolean;
  readonly reads: boolean;
  /** Whether a URL is enough to ask again. */
  readonly isGet: boolean;
  readonly prose: string;
}

export function sidesOf(
  operation: Operation,
  name: OperationName,
  keyed: readonly KeyedParameter[],
  sends: PlannedBody | undefined,
  context: PageContext,
): Sides {
  const success = pageOf(operation.responses);
  const body = typeOf(
    success && jsonMedia(success.content)?.schema,
    context.resolved,
  );
  const items =
    body === undefined
      ? undefined
      : dominantItems(body, operation.path, context.model);
  const asked = askedOf(operation, keyed, sends, context);
  // Nobody asks what is said of pages where there are none, and nothing that could ask for one.
  const mayHavePages = items !== undefined || asked.length > 0;
  return {
    asked,
    told:
      success === undefined || !mayHavePages
        ? []
        : toldBy(success, body, items?.path ?? [], context),
    items,
    turnedOn: switchOf(asked),
    body,
    isXml: isXmlAlone(success),
    isGet: isGet(operation),
    reads: reads(operation, name),
    prose: [
      operation.summary,
      operation.description,
      success?.description,
      ...asked.map(({ description }) => description),
    ].join("\n"),
  };
}

const isGet = ({ method }: Operation): boolean => /^(GET|QUERY)$/.test(method);

/** Whether calling an operation changes nothing, so that it may be called again and again. */
export const reads = (
  operation: Operation,
  { words: own }: OperationName,
): boolean =>
  isGet(operation) || (operation.method === "POST" && isSearch(operation, own));

const isXmlAlone = (page: Response | undefined): boolean =>
  page !== undefined &&
  page.content.length > 0 &&
  page.content.every(({ type }) => /[/+]xml\b/i.test(type));

/** The first success that has a body to read. */
const pageOf = (responses: readonly Response[]): Response | undefined => {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  return (
    successes.find(({ content }) => jsonMedia(content)?.schema !== undefined) ??
    successes[0]
  );
};

const searches =
  /^(search|query|list|find|filter|scan|scroll|browse|lookup|fetch|get|read)$/;

const asksBy =
  /^(search|query|list|find|filter|scan|scroll|browse|retrieve|returns?|get|read)(e?s)?\b/i;
const changes =
  /\b(or|and|then) (\w+ )?(creat|add|updat|delet|start|send|sav)/i;

/** A POST that asks, with more than a URL can hold: its name or its summary begins so, or its path ends so. */
function isSearch(
  { path, summary = "" }: Operation,
  own: readonly string[],
): boolean {
  const last = path.split(/[/:]/).findLast((segment) => segment !== "") ?? "";
  return (
    searches.test(own[0] ?? "") ||
    words(last).some((word) => searches.test(word)) ||
    (asksBy.test(summary) && !changes.test(summary))
  );
}
