// Generated from the runtime of telltale. Do not edit.

import {
  type PageStrategy,
  type Path,
  type Place,
  said,
  valueAt,
} from "./page-strategy.js";

/** A page names the token of the next one, which goes into a parameter of the request. */
export interface Cursor {
  /** Empty where the body is the array itself. */
  readonly items: Path;
  readonly next: Place;
  /** Key in `params`. */
  readonly parameter: string;
  /** `false` there ends it, whatever token is beside it. */
  readonly more?: Place;
  /** So does this text there, of a token that never ends. */
  readonly end?: { readonly at: Place; readonly is: string };
}

export function cursor({
  items,
  next,
  parameter,
  more,
  end,
}: Cursor): PageStrategy {
  return {
    items: (body) => valueAt(body, items),
    next: (page) =>
      said(page, more) === false || (end && said(page, end.at) === end.is)
        ? undefined
        : said(page, next),
    continueAt: (params, token) => ({ ...params, [parameter]: token }),
  };
}
