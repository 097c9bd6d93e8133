import { type Place, type ReceivedPage, said } from "./page-strategy.js";

/** What can say whether pages that are counted go on. */
export interface PageEnd {
  /** `false` at the end. */
  readonly more?: Place | undefined;
  /** `true` at the end. */
  readonly last?: Place | undefined;
  /** Something as long as there is a next page, whatever it is. */
  readonly next?: Place | undefined;
  /** How many items there are on all pages. */
  readonly total?: Place | undefined;
  /** Key in `params` of the page size, where a page of fewer items is the last. */
  readonly size?: string;
}

/**
 * Whether more items follow the first `reached`, by the first that says so; `undefined` if nothing
 * does. A short page is no end by itself: servers cap the size, and filter what they have read.
 */
export function goesOn(
  { more, last, next, total, size }: PageEnd,
  page: ReceivedPage,
  reached: number,
): boolean | undefined {
  const { items, params } = page;
  const isMore = said(page, more);
  if (typeof isMore === "boolean") return isMore;
  const isLast = said(page, last);
  if (typeof isLast === "boolean") return !isLast;
  if (next !== undefined) return isThere(said(page, next));
  const all = wholeNumber(said(page, total));
  if (all !== undefined) return reached < all;
  const asked =
    size === undefined
      ? undefined
      : wholeNumber(
          Object.entries(params ?? {}).find(([key]) => key === size)?.[1],
        );
  return asked !== undefined && items.length < asked ? false : undefined;
}

const isThere = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && value !== false;

/** A number, or a header's text or an id that is one. */
export function wholeNumber(value: unknown): number | undefined {
  const number =
    typeof value === "string" && /^\d{1,15}$/.test(value)
      ? Number(value)
      : value;
  return typeof number === "number" && Number.isSafeInteger(number)
    ? number
    : undefined;
}
