import {
  NoWay,
  type PageStrategy,
  type Path,
  type Place,
  said,
  valueAt,
} from "./page-strategy.js";

/** The next page begins after the last item of this one, as long as a flag says so; without one, up to an empty page. */
export interface LastItem {
  readonly items: Path;
  /** From the item down. */
  readonly id: Path;
  readonly more?: Place;
  /** Key in `params`. */
  readonly parameter: string;
}

export function lastItem({
  items: path,
  id,
  more,
  parameter,
}: LastItem): PageStrategy {
  return {
    items: (body) => valueAt(body, path),
    next(page) {
      const isLast = more ? said(page, more) !== true : page.items.length === 0;
      if (isLast) return undefined;
      const next = valueAt(page.items.at(-1), id);
      return next === undefined || next === null || next === ""
        ? new NoWay("stalled")
        : next;
    },
    continueAt: (params, token) => ({ ...params, [parameter]: token }),
  };
}
