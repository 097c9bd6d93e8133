// Generated from the runtime of telltale. Do not edit.

import type { Client, Fetch } from "./client.js";
import type { PageToken, PaginationErrorReason } from "./page-error.js";
/** A page, as a strategy sees it. */
export interface ReceivedPage {
  readonly body: unknown;
  readonly response: Response;
  /** What the caller asked for at first. */
  readonly params: object | undefined;
  /** What it was asked for with, if not the caller's own parameters. */
  readonly token: PageToken | undefined;
  readonly items: readonly unknown[];
  /** Items of this iteration so far, those of this page included. */
  readonly count: number;
  /** Where it was fetched from, of a strategy with `visit`. */
  readonly url: string | undefined;
}
/** How one style of pagination finds items and the next page. */
export interface PageStrategy {
  items(body: unknown): unknown;
  /** The next token as the server gave it; nothing, `null`, `""` or `false` at the end. */
  next(page: ReceivedPage): unknown;
  /** The caller's parameters, all kept, with the token set. */
  continueAt<Params extends object | undefined>(
    params: Params,
    token: PageToken,
  ): Params;
  /** The call of one page, where its token is no parameter of it. With `own`, the call has a `fetch` of its own. */
  visit?(
    token: PageToken | undefined,
    client: Client,
    own: Fetch | undefined,
  ): Visit;
}
/** One page's call. */
export interface Visit {
  readonly client: Client;
  readonly fetch: Fetch;
  /** What was fetched at last, when it was. */
  url(): string | undefined;
}
/** There are more pages, and no way to them: what `next` gives instead of a token. */
export declare class NoWay {
  readonly reason: PaginationErrorReason;
  constructor(reason: PaginationErrorReason);
}
/** Property names from the body downwards. */
export type Path = readonly string[];
/** Where a page says something: in its body, or in a header of this name. */
export type Place = Path | string;
/** The value at a path; `undefined` where there is no such own property. */
export declare function valueAt(value: unknown, path: Path): unknown;
/** What a page says at a place. */
export declare function said(
  { body, response }: Pick<ReceivedPage, "body" | "response">,
  place: Place | undefined,
): unknown;
