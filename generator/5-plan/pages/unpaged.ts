import type { UnpagedPlan } from "../../ir/operation-plan.ts";
import type { Operation } from "../../ir/openapi.ts";
import { declarationOf, type Seen } from "./declaration.ts";
import { endsOf } from "./ends.ts";
import { placeWords, type Field } from "./fields.ts";
import { isAboutTime, isUrl } from "./prose.ts";
import { asks, best, says } from "./roles.ts";
import type { Sides } from "./sides.ts";
import { firstPage } from "./styles/by-page.ts";

/** What speaks for pages where no rule was found. */
export interface Unpaged {
  readonly plan: UnpagedPlan;
  readonly isList: boolean;
  /** Whether one side is there so clearly that its lack of the other should be known. */
  readonly isOneSided: boolean;
}

/** `undefined` where the operation neither lists nor speaks of pages. */
export function unpagedOf(
  operation: Operation,
  sides: Sides,
): Unpaged | undefined {
  const seen = seenIn(sides);
  const { token, offset, page, size, next, url, ends, items } = seen;
  const isAsked = [token, offset, page].some((field) => field !== undefined);
  if (!sides.reads || (items === undefined && !isAsked)) return undefined;
  const found = [
    ...[token, offset, page, size].flatMap(asWords("the request takes")),
    ...[url, next].flatMap(asWords("the response has")),
    ...(ends === undefined ? [] : [ends.words]),
  ];
  const leads = url !== undefined || next !== undefined;
  return {
    plan: {
      found,
      missing: missingFrom(seen, sides),
      declaration: declarationOf(operation, seen),
    },
    isList:
      items !== undefined &&
      (found.length > 0 || (sides.isGet && items.isHidden !== true)),
    isOneSided: isAsked
      ? sides.isGet || items !== undefined
      : leads && items !== undefined,
  };
}

function seenIn({ asked, told, items, prose }: Sides): Seen {
  const places = asked.filter((field) => !isAboutTime(field));
  const tokens = told.filter((field) => !isUrl(field));
  return {
    token: best(places, asks.token),
    offset: best(places, asks.offset),
    page: best(asked, asks.page),
    size: best(asked, asks.size),
    next: best(tokens, says.token),
    url: best(told.filter(isUrl), says.url),
    ends: endsOf(told, prose),
    items,
  };
}

/** What a rule would need besides, in words. */
function missingFrom(
  { token, offset, page, next, url, ends, items }: Seen,
  sides: Sides,
): readonly string[] {
  const asking = token ?? offset ?? page;
  const lead = url ?? next;
  const mayBeginAnywhere =
    asking !== undefined && asking === page && firstPage(page) === undefined;
  const reasons: readonly (readonly [holds: boolean, words: string])[] = [
    [items === undefined, "the response has no one array of items"],
    [
      asking === undefined && url !== undefined,
      "nothing says that it is the URL of the next page",
    ],
    [
      asking === undefined && url === undefined && next !== undefined,
      "no parameter takes it",
    ],
    [
      asking === undefined && lead === undefined,
      "no parameter asks for a page",
    ],
    [
      token !== undefined && lead === undefined,
      "the response carries no token of the next page",
    ],
    [
      token === undefined && asking !== undefined && ends === undefined,
      "nothing says where the pages end: no total, no count of pages, no flag",
    ],
    [mayBeginAnywhere, "nothing says whether the first page is 0 or 1"],
    [sides.turnedOn !== undefined, "a parameter has to turn pages on"],
  ];
  const missing = reasons.filter(([holds]) => holds).map(([, words]) => words);
  return missing.length > 0
    ? missing
    : ["the two sides do not belong together for certain"];
}

const asWords =
  (verb: string) =>
  (field: Field | undefined): readonly string[] =>
    field === undefined ? [] : [`${verb} ${placeWords(field.place)}`];
