import { goesOn, type PageEnd, wholeNumber } from "./page-end.js";
import {
  type PageStrategy,
  type Path,
  type Place,
  said,
  valueAt,
} from "./page-strategy.js";

/** Pages are numbered. Without anything that says the end, an empty page is it. */
export interface PageNumber extends PageEnd {
  readonly items: Path;
  /** Key in `params`. */
  readonly parameter: string;
  /** The number of the first page: 1 unless the API counts from 0. */
  readonly first?: number;
  /** Where a page says its own number. */
  readonly current?: Place;
  /** How many pages there are. */
  readonly pages?: Place;
}

export function pageNumber({
  items: path,
  parameter,
  first = 1,
  current,
  pages,
  ...end
}: PageNumber): PageStrategy {
  return {
    items: (body) => valueAt(body, path),
    next(page) {
      const { items, params, token, count } = page;
      const number =
        wholeNumber(token ?? valueAt(params, [parameter])) ??
        wholeNumber(said(page, current)) ??
        first;
      const all = wholeNumber(said(page, pages));
      // A flag first: it needs no number to begin at.
      const more =
        goesOn({ more: end.more, last: end.last }, page, count) ??
        (all === undefined
          ? goesOn(end, page, count)
          : number - first + 1 < all);
      // A total counts what may have gone meanwhile: it does not lead past an empty page.
      const isSure = all !== undefined || end.more || end.last;
      return more === false || (items.length === 0 && !(more && isSure))
        ? undefined
        : number + 1;
    },
    continueAt: (params, token) => ({ ...params, [parameter]: Number(token) }),
  };
}
