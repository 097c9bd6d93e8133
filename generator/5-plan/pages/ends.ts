import type { PagePlace } from "../../ir/page-rule.ts";
import { type Field, placeWords } from "./fields.ts";
import { isMoney, isOfOnePage, saysTheEnd } from "./prose.ts";
import { best, says } from "./roles.ts";

/** What says where counted pages end. */
export interface Ends {
  readonly more: PagePlace | undefined;
  readonly last: PagePlace | undefined;
  readonly next: PagePlace | undefined;
  readonly total: PagePlace | undefined;
  readonly pages: PagePlace | undefined;
  readonly words: string;
}

/** `undefined` where nothing says it. `count` may be anything, unless it is said to be of all. */
export function endsOf(
  told: readonly Field[],
  prose: string,
): Ends | undefined {
  const inBody = told.filter(({ place }) => typeof place !== "string");
  const more = best(inBody, says.more)?.place;
  const last = best(inBody, says.last)?.place;
  const pages = (best(told, says.pages) ?? told.find(isCountOfPages))?.place;
  const counted = told.filter(
    (field) => !isOfOnePage(field) && !isMoney(field) && !mayCountPages(field),
  );
  const total = (best(counted, says.total) ?? counted.find(isCountOfAll))
    ?.place;
  const counts = { more, last, total, pages };
  const place = more ?? last ?? pages ?? total;
  if (place === undefined) {
    const next = wayOn(told)?.place;
    if (next !== undefined)
      return {
        ...counts,
        next,
        words: `the response has ${placeWords(next)} as long as there is more`,
      };
    return saysTheEnd(prose)
      ? {
          ...counts,
          next,
          words: "the description says that an empty page is the end",
        }
      : undefined;
  }
  const what =
    place === more || place === last
      ? "whether there is more"
      : place === pages
        ? "how many pages there are"
        : "how many items there are";
  return {
    ...counts,
    next: undefined,
    words: `the response says in ${placeWords(place)} ${what}`,
  };
}

/**
 * What leads to a next page, and is only there where there is one; whether it is a URL, a token or a number matters
 * to nobody who counts. `next` alone may be anything, unless the way back stands beside it.
 */
function wayOn(told: readonly Field[]): Field | undefined {
  const back = told.some(({ names }) =>
    names.some((name) => /^prev(ious)?/.test(name)),
  );
  const ways = told.filter(({ names }) =>
    names.some((name) => (back ? /^next/ : /^next(?!(page)?$)/).test(name)),
  );
  return (
    best(ways, says.url) ??
    best(ways, says.token) ??
    best(ways, says.nextNumber)
  );
}

/**
 * A count that may be of all items or of this page's: the runtime takes it for an end only where it can be
 * nothing but the former.
 */
export const someCount = (told: readonly Field[]): Field | undefined =>
  told.find(
    (field) =>
      field.kind === "count" &&
      field.names.some((name) => counts.test(name)) &&
      !isOfOnePage(field) &&
      !isMoney(field),
  );

const counts =
  /^(count|items?count|results?count|records?count|rows?count|elements?count)$/;

const isCountOfAll = ({ names, kind, description }: Field): boolean =>
  kind === "count" &&
  names.some((name) => counts.test(name)) &&
  /\btotal\b|\ball (the )?(pages|items|results|records|matching)\b|\boverall\b/i.test(
    description,
  );

const isTotal = ({ names, kind }: Field): boolean =>
  kind === "count" && names.includes("total");

/** `total` of pages, and not of items: where it stands, or as it is said. */
const isCountOfPages = (field: Field): boolean =>
  isTotal(field) &&
  (field.names.includes("pagestotal") || ofPages.test(field.description));

const ofPages = /\b(number|count) of (available )?pages\b|\btotal pages\b/i;

/** `page.total` is either; taken for the wrong one it would lose items. */
const mayCountPages = (field: Field): boolean =>
  isCountOfPages(field) ||
  (isTotal(field) &&
    field.names.includes("pagetotal") &&
    !/\b(items?|results?|records?|elements?|entries|objects?|rows?)\b/i.test(
      field.description,
    ));
