// Generated from the runtime of telltale. Do not edit.

import { type PageStrategy, type Path } from "./page-strategy.js";
/** A page names the token of the next one, which goes into a parameter of the request. */
export interface Cursor {
  /** Empty where the body is the array itself. */
  readonly items: Path;
  readonly next: Path;
  /** Key in `params`. */
  readonly parameter: string;
}
export declare function cursor({
  items,
  next,
  parameter,
}: Cursor): PageStrategy;
