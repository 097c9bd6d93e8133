// Generated from the runtime of telltale. Do not edit.

import type { PageToken } from "./page-error.js";
/** A page, as a strategy sees it. */
export interface ReceivedPage {
  readonly body: unknown;
  readonly response: Response;
  /** What it was asked for with, if not the caller's own parameters. */
  readonly token: PageToken | undefined;
  readonly items: readonly unknown[];
}
/** How one style of pagination finds items and the next page. */
export interface PageStrategy {
  items(body: unknown): unknown;
  /** The next token as the server gave it; `undefined`, `null` or `""` at the end. */
  next(page: ReceivedPage): unknown;
  /** The caller's parameters, all kept, with the token set. */
  continueAt<Params extends object | undefined>(
    params: Params,
    token: PageToken,
  ): Params;
}
/** Property names from the body downwards. */
export type Path = readonly string[];
/** The value at a path; `undefined` where there is no such own property. */
export declare function valueAt(value: unknown, path: Path): unknown;
