// Generated from the runtime of telltale. Do not edit.

import type { Call } from "./call.js";
import type { Client, RequestOptions } from "./client.js";
import { attribute } from "./error-of.js";
import {
  PaginationError,
  type PaginationErrorReason,
  type PageToken,
  recordPageFailure,
} from "./page-error.js";
import { repetitionGuard } from "./page-guard.js";
import { NoWay, type PageStrategy } from "./page-strategy.js";
import { stoppable } from "./stoppable.js";

export {
  isPaginationError,
  pageFailure,
  PaginationError,
  resumeToken,
  type PageFailure,
  type PageToken,
} from "./page-error.js";

/** Options of each page's call (its timeouts are per page), and of the iteration. */
export interface PageOptions extends RequestOptions {
  /** Ends the iteration, as if there were no more, after so many pages. */
  readonly maxPages?: number | undefined;
  /** Where to begin, or to resume: see `resumeToken`. */
  readonly startToken?: PageToken | undefined;
  /** `1` asks for the next page while this one is consumed. Default 0. */
  readonly prefetch?: 0 | 1 | undefined;
}

/**
 * All items, page after page, fetched as they are consumed: one page at a time, and none ahead without
 * `prefetch`. Each iteration starts anew. Leaving the loop ends it. Items that the server sends twice
 * come twice.
 */
export interface Paginator<
  Item,
  Page = unknown,
  Failure = unknown,
> extends AsyncIterable<Item> {
  pages(): AsyncIterable<Page>;
  /** Collects items, `maxItems` at most; fetches no page that it does not need. */
  toArray(limit?: { readonly maxItems?: number | undefined }): Promise<Item[]>;
  /** What iteration can throw; a type only. */
  readonly "~failure"?: Failure;
}

/** What an emitted `paginate…` calls; `identity` is that function, for `isErrorOf`. */
export function paginate<
  Params extends object | undefined,
  Item,
  Page,
  Failure,
>(
  client: Client,
  identity: unknown,
  list: (
    client: Client,
    params: Params,
    options?: RequestOptions,
  ) => Call<Page, Error>,
  strategy: PageStrategy,
  params: Params,
  options: PageOptions = {},
): Paginator<Item, Page, Failure> {
  async function* walk<T>(
    pick: (page: Page, items: readonly Item[]) => readonly T[],
    signal: AbortSignal,
  ): AsyncGenerator<T, void, undefined> {
    const ask = async (token: PageToken | undefined) => {
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
      return { result, url: visit?.url() };
    };

    const isRepeated = repetitionGuard();
    const { maxPages = Infinity, prefetch } = options;
    let token = options.startToken;
    let page = 1;
    let count = 0;
    let ahead: ReturnType<typeof ask> | undefined;
    const refused = (reason: PaginationErrorReason): Error =>
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
        const isLast = !next && next !== 0; // nothing, null, an empty text, `false`
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
        ahead?.catch(() => {}); // a wrong argument is told when its page is due
        yield* pick(data, items);

        if (isLast) return;
        if (!isToken)
          throw refused(next instanceof NoWay ? next.reason : "token");
        token = next;
        if (!isNew) throw refused("repeated-token");
      }
    } catch (error) {
      // Whoever's it is: what a credential's provider throws can be resumed after, too.
      if (error instanceof Error) recordPageFailure(error, { page, token });
      throw error;
    }
  }

  const iterate = <T>(
    pick: (page: Page, items: readonly Item[]) => readonly T[],
  ): AsyncIterable<T> => ({
    [Symbol.asyncIterator]: () =>
      stoppable(options.signal, (signal) => walk(pick, signal)),
  });
  const items = iterate((_, items) => items);
  return {
    ...items,
    pages: () => iterate((page) => [page]),
    async toArray({ maxItems = Infinity } = {}) {
      const all: Item[] = [];
      if (maxItems <= 0) return all;
      for await (const item of items) {
        all.push(item);
        if (all.length >= maxItems) break;
      }
      return all;
    },
  };
}
