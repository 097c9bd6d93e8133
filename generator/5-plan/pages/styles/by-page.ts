import { baseOf } from "../base.ts";
import { endsOf } from "../ends.ts";
import type { Field } from "../fields.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import { asks, best, says } from "../roles.ts";

/** A parameter takes a page's number, and the response says how many pages or items there are. */
export const byPage: Style = ({ asked, told, items, prose }) => {
  const parameter = best(asked, asks.page);
  const ends = endsOf(told, prose);
  if (parameter === undefined || ends === undefined) return undefined;
  const current = best(told, says.current)?.place;
  const first = firstPage(parameter);
  if (first === undefined && current === undefined) return undefined;
  const { more, last, total, pages } = ends;
  return {
    rule: {
      style: "page",
      parameter: parameter.place,
      first: first === 1 ? undefined : first,
      current: isSaid(parameter) ? undefined : current,
      pages,
      more,
      last,
      total,
      items: items.path,
    },
    evidence: [takes(parameter.place), ends.words, itemsWords(items)],
  };
};

/** Whether the description says which page is the first, and does not leave it to what is usual. */
const isSaid = (parameter: Field): boolean =>
  baseOf(parameter, undefined) !== undefined;

/** People count pages from 1; an index may begin at either. */
export const firstPage = (parameter: Field): 0 | 1 | undefined =>
  baseOf(
    parameter,
    parameter.names.some((name) => /index|id$/.test(name)) ? undefined : 1,
  );
