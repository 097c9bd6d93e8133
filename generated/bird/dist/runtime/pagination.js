// Generated from the runtime of telltale. Do not edit.

import { attribute } from "./error-of.js";
import { PaginationError, recordPageFailure } from "./page-error.js";
import { repetitionGuard } from "./page-guard.js";
import { NoWay } from "./page-strategy.js";
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
    const ask = async (token) => {
      // Until this turn is over, the connection of the last page is not free, and `fetch` would open another one.
      if (token !== undefined)
        await new Promise((resolve) => setTimeout(resolve));
      const visit = strategy.visit?.(token, client, options.fetch);
      const at =
        token === undefined ? params : strategy.continueAt(params, token);
      const result = await list(visit?.client ?? client, at, {
        ...options,
        ...(visit && { fetch: visit.fetch }),
        signal,
      }).result();
      return {
        result,
        url: visit?.url(),
      };
    };
    const isRepeated = repetitionGuard();
    const { maxPages = Infinity, prefetch } = options;
    let token = options.startToken;
    let page = 1;
    let count = 0;
    let ahead;
    const refused = (reason) =>
      attribute(new PaginationError(reason, page, token), identity);
    if (token !== undefined) isRepeated(token);
    try {
      for (; page <= maxPages; page++) {
        const { result, url } = await (ahead ?? ask(token));
        if (!result.ok) throw attribute(result.error, identity);
        const { data, response } = result;
        const found = strategy.items(data);
        const items = Array.isArray(found) ? found : [];
        count += items.length;
        const next = strategy.next({
          body: data,
          response,
          params,
          token,
          items,
          count,
          url,
        });
        const isLast = !next && next !== 0;
        // No array is an empty page, and so is a null where nothing follows (Go writes an empty list so).
        if (
          !Array.isArray(found) &&
          found !== undefined &&
          !(found === null && isLast)
        ) {
          throw refused("items");
        }
        const isToken = typeof next === "string" || typeof next === "number";
        const isNew = !isLast && isToken && !isRepeated(next);
        ahead = isNew && prefetch && page < maxPages ? ask(next) : undefined;
        ahead?.catch(() => {});
        yield* pick(data, items);
        if (isLast) return;
        if (!isToken)
          throw refused(next instanceof NoWay ? next.reason : "token");
        token = next;
        if (!isNew) throw refused("repeated-token");
      }
    } catch (error) {
      // Whoever's it is: what a credential's provider throws can be resumed after, too.
      if (error instanceof Error)
        recordPageFailure(error, {
          page,
          token,
        });
      throw error;
    }
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
