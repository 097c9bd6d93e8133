import { goesOn, type PageEnd, wholeNumber } from "./page-end.js";
import {
  NoWay,
  type PageStrategy,
  type Path,
  valueAt,
} from "./page-strategy.js";

/** A page begins after so many items. Without anything that says the end, an empty page is it. */
export interface Offset extends PageEnd {
  readonly items: Path;
  /** Key in `params`. */
  readonly parameter: string;
  /** The offset of the first item: 0 unless the API counts from 1. */
  readonly first?: number;
}

export function offset({
  items: path,
  parameter,
  first = 0,
  ...end
}: Offset): PageStrategy {
  return {
    items: (body) => valueAt(body, path),
    next(page) {
      const { items, params, token } = page;
      const start = wholeNumber(token ?? valueAt(params, [parameter])) ?? first;
      const next = start + items.length;
      const more = goesOn(end, page, next - first);
      if (more === false) return undefined;
      if (items.length > 0) return next;
      // Nothing stands from here on, unless the page itself says that something does.
      return more && (end.more || end.last) ? new NoWay("stalled") : undefined;
    },
    continueAt: (params, token) => ({ ...params, [parameter]: Number(token) }),
  };
}
