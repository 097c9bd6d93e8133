import { baseOf } from "../base.ts";
import { endsOf } from "../ends.ts";
import { type Field, placeWords } from "../fields.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import { asks, best, says } from "../roles.ts";

/** A parameter takes a page's number, and the response says how many pages or items there are. */
export const byPage: Style = ({ asked, told, items, prose }) => {
  const parameter = best(asked, asks.page) ?? asked.find(isNumberInText);
  if (parameter && isOfDocument(parameter)) return undefined;
  const ends = endsOf(told, prose);
  if (parameter === undefined || ends === undefined) return undefined;
  const current = best(told, says.current)?.place;
  const first = firstPage(parameter);
  if (first === undefined && current === undefined) return undefined;
  const { more, last, next, total, pages } = ends;
  return {
    rule: {
      style: "page",
      parameter: parameter.place,
      first: first === 1 ? undefined : first,
      current: isSaid(parameter) ? undefined : current,
      pages,
      more,
      last,
      next,
      total,
      items: items.path,
    },
    evidence: [
      takes(parameter.place),
      ...(isSaid(parameter)
        ? []
        : [
            current === undefined
              ? "its first page is taken to be 1, which nothing says"
              : `the response says in ${placeWords(current)} which page it is`,
          ]),
      ends.words,
      itemsWords(items),
    ],
  };
};

/** Documents have pages, too. */
const isOfDocument = ({ description }: Field): boolean =>
  /\bpages? (number )?(of|in|within) (the|a|an|this|your) (document|file|pdf|book|image|attachment|report)\b/i.test(
    description,
  );

/** A page's number that is sent as text, and said to be one. */
const isNumberInText = ({ kind, names, description }: Field): boolean =>
  kind === "text" &&
  names.some((name) => asks.page.names.includes(name)) &&
  /\bpage (number|no\.?|index)\b|\bnumber of the page\b/i.test(description) &&
  !/\b(token|cursor|opaque)\b/i.test(description);

/** Whether the description says which page is the first, and leaves it neither open nor to what is usual. */
const isSaid = (parameter: Field): boolean =>
  firstPage(parameter) !== undefined &&
  baseOf(parameter, undefined) !== undefined;

/** People count pages from 1; an index may begin at either. */
export const firstPage = (parameter: Field): 0 | 1 | undefined =>
  baseOf(
    parameter,
    parameter.names.some((name) => /index|id$/.test(name)) ? undefined : 1,
  );
