// Generated from the runtime of telltale. Do not edit.

import { valueAt } from "./page-strategy.js";
export function cursor({ items, next, parameter }) {
  return {
    items: (body) => valueAt(body, items),
    next: ({ body }) => valueAt(body, next),
    continueAt: (params, token) => ({
      ...params,
      [parameter]: token,
    }),
  };
}
