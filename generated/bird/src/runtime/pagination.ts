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
import type { PageStrategy } from "./page-strategy.js";
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
}

/**
 * All items, page after page, fetched as they are consumed: one page at a time and none ahead. Each
 * iteration starts anew. Leaving the loop ends it. Items that the server sends twice come twice.
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
    const isRepeated = repetitionGuard();
    let token = options.startToken;
    if (token !== undefined) isRepeated(token);
    for (let page = 1; page <= (options.maxPages ?? Infinity); page++) {
      const at =
        token === undefined ? params : strategy.continueAt(params, token);
      const result = await list(client, at, { ...options, signal }).result();
      if (!result.ok) throw traced(result.error, page, token);
      const { data, response } = result;

      const found = strategy.items(data);
      const items = Array.isArray(found) ? found : [];
      const next = strategy.next({ body: data, response, token, items });
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

  function refused(
    reason: PaginationErrorReason,
    page: number,
    token: PageToken | undefined,
  ): Error {
    return traced(new PaginationError(reason, page, token), page, token);
  }

  function traced(
    error: Error,
    page: number,
    token: PageToken | undefined,
  ): Error {
    recordPageFailure(error, { page, token });
    return attribute(error, identity);
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
