// Generated from the runtime of telltale. Do not edit.

import { said, valueAt } from "./page-strategy.js";
export function cursor({ items, next, parameter, more, end }) {
  return {
    items: (body) => valueAt(body, items),
    next: (page) =>
      said(page, more) === false || (end && said(page, end.at) === end.is)
        ? undefined
        : said(page, next),
    continueAt: (params, token) => ({
      ...params,
      [parameter]: token,
    }),
  };
}
