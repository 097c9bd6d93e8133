// Generated from the runtime of telltale. Do not edit.

import { attribute } from "./error-of.js";
import { PaginationError, recordPageFailure } from "./page-error.js";
import { repetitionGuard } from "./page-guard.js";
import { stoppable } from "./stoppable.js";
export {
  isPaginationError,
  pageFailure,
  PaginationError,
  resumeToken,
} from "./page-error.js";
/** What an emitted `paginate…` calls; `identity` is that function, for `isErrorOf`. */
export function paginate(
  client,
  identity,
  list,
  strategy,
  params,
  options = {},
) {
  async function* walk(pick, signal) {
    const isRepeated = repetitionGuard();
    let token = options.startToken;
    if (token !== undefined) isRepeated(token);
    for (let page = 1; page <= (options.maxPages ?? Infinity); page++) {
      const at =
        token === undefined ? params : strategy.continueAt(params, token);
      const result = await list(client, at, {
        ...options,
        signal,
      }).result();
      if (!result.ok) throw traced(result.error, page, token);
      const { data, response } = result;
      const found = strategy.items(data);
      const items = Array.isArray(found) ? found : [];
      const next = strategy.next({
        body: data,
        response,
        token,
        items,
      });
      const isLast = next === undefined || next === null || next === "";
      // No array is an empty page, and so is a null where nothing follows (Go writes an empty list so).
      if (
        !Array.isArray(found) &&
        found !== undefined &&
        !(found === null && isLast)
      ) {
        throw refused("items", page, token);
      }
      yield* pick(data, items);
      if (isLast) return;
      if (typeof next !== "string" && typeof next !== "number")
        throw refused("token", page, token);
      if (isRepeated(next)) throw refused("repeated-token", page, next);
      token = next;
    }
  }
  function refused(reason, page, token) {
    return traced(new PaginationError(reason, page, token), page, token);
  }
  function traced(error, page, token) {
    recordPageFailure(error, {
      page,
      token,
    });
    return attribute(error, identity);
  }
  const iterate = (pick) => ({
    [Symbol.asyncIterator]: () =>
      stoppable(options.signal, (signal) => walk(pick, signal)),
  });
  const items = iterate((_, items) => items);
  return {
    ...items,
    pages: () => iterate((page) => [page]),
    async toArray({ maxItems = Infinity } = {}) {
      const all = [];
      if (maxItems <= 0) return all;
      for await (const item of items) {
        all.push(item);
        if (all.length >= maxItems) break;
      }
      return all;
    },
  };
}
