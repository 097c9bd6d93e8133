import type { PagePath, PageRule } from "../../ir/page-rule.ts";
import type { PageContext } from "./context.ts";
import type { Items } from "./items.ts";
import { asks, best } from "./roles.ts";
import type { Sides } from "./sides.ts";
import { byCursor } from "./styles/by-cursor.ts";
import { byLastItem } from "./styles/by-last-item.ts";
import { byLink } from "./styles/by-link.ts";
import { byOffset } from "./styles/by-offset.ts";
import { byPage } from "./styles/by-page.ts";
import { byUrl } from "./styles/by-url.ts";

/** Both sides, where a response has items; and what a style needs to know beside them. */
export interface Evidence extends Sides {
  readonly items: Items;
  readonly context: PageContext;
  /** Query parameters that carry credentials, which a server's URL may lack. */
  readonly keep: readonly string[];
}

export interface Inferred {
  readonly rule: PageRule;
  /** What it was inferred from, in words: the request's side, then the response's. */
  readonly evidence: readonly string[];
}

export type Style = (evidence: Evidence) => Inferred | undefined;

/**
 * The styles, strongest first (DESIGN §6): what the server hands out for the next page leads to it, whatever
 * has changed meanwhile; the last item still marks the place; what is counted shifts with every change.
 */
const styles: readonly Style[] = [
  byCursor,
  byUrl,
  byLink,
  byLastItem,
  byOffset,
  byPage,
];

/** The strongest style that both sides speak for. */
export function inferRule(evidence: Evidence): Inferred | undefined {
  if (!evidence.reads || isSwitched(evidence)) return undefined;
  for (const style of styles) {
    const found = style(evidence);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where a parameter has to turn pages on, a call without it gets something else. */
export function isSwitched({ asked }: Pick<Sides, "asked">): boolean {
  const found = best(asked, asks.switch);
  return found !== undefined && found.annotations.default !== true;
}

export const itemsWords = ({ path }: Items): string =>
  path.length === 0
    ? "and its items as the body itself"
    : `and its items in ${pathWords(path)}`;

export const takes = (path: PagePath): string =>
  `the request takes ${pathWords(path)}`;

const pathWords = (path: PagePath): string => JSON.stringify(path.join("."));
