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
  /** Whether calling it changes nothing, so that it may be called again and again. */
  readonly reads: boolean;
  /** Whether a URL is enough to ask again. */
  readonly isGet: boolean;
  readonly prose: string;
}

export function sidesOf(
  operation: Operation,
  { words: own }: OperationName,
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
  const isGet = /^(GET|QUERY)$/.test(operation.method);
  return {
    asked,
    told:
      success === undefined
        ? []
        : toldBy(success, body, items?.path ?? [], context),
    items,
    turnedOn: switchOf(asked),
    body,
    isXml: isXmlAlone(success),
    isGet,
    reads: isGet || (operation.method === "POST" && isSearch(operation, own)),
    prose: [
      operation.summary,
      operation.description,
      success?.description,
      ...asked.map(({ description }) => description),
    ].join("\n"),
  };
}

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
