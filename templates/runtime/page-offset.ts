import { goesOn, type PageEnd, wholeNumber } from "./page-end.js";
import {
  NoWay,
  type PageStrategy,
  type Path,
  type Place,
  said,
  valueAt,
} from "./page-strategy.js";

/** A page begins after so many items. Without anything that says the end, an empty page is it. */
export interface Offset extends PageEnd {
  readonly items: Path;
  /** Key in `params`. */
  readonly parameter: string;
  /** The offset of the first item: 0 unless the API counts from 1. */
  readonly first?: number;
  /** Where a page says its own offset, of an API that may count from 0 or from 1. */
  readonly current?: Place;
  /** A count of all items or of this page's: which of the two, nothing says. */
  readonly count?: Place;
}

export function offset({
  items: path,
  parameter,
  first,
  current,
  count,
  ...end
}: Offset): PageStrategy {
  return {
    items: (body) => valueAt(body, path),
    next(page) {
      const { items, params, token } = page;
      const start =
        wholeNumber(token ?? valueAt(params, [parameter])) ??
        wholeNumber(said(page, current)) ??
        first ??
        0;
      const next = start + items.length;
      // Of a base that is not known, the one that asks for a page too many rather than too few.
      const reached = next - (first ?? (current ? 1 : 0));
      const more = goesOn(end, page, reached);
      if (more === false) return undefined;
      // No page has as many items as this says: it counts all of them.
      const counted = wholeNumber(said(page, count));
      if (counted === reached && counted !== items.length) return undefined;
      if (items.length > 0) return next;
      // Nothing stands from here on, unless the page itself says that something does.
      return more && (end.more || end.last) ? new NoWay("stalled") : undefined;
    },
    continueAt: (params, token) => ({ ...params, [parameter]: Number(token) }),
  };
}
