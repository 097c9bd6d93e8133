// Generated from the runtime of telltale. Do not edit.

import type { Call } from "./call.js";
import type { Client, RequestOptions } from "./client.js";
import { type PageToken } from "./page-error.js";
import { type PageStrategy } from "./page-strategy.js";
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
export declare function paginate<
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
  options?: PageOptions,
): Paginator<Item, Page, Failure>;
