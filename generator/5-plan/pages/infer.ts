import type { PagePath, PageRule } from "../../ir/page-rule.ts";
import type { PageContext } from "./context.ts";
import type { Items } from "./items.ts";
import type { Sides } from "./sides.ts";
import { byCursor } from "./styles/by-cursor.ts";
import { byLastItem } from "./styles/by-last-item.ts";
import { byLink } from "./styles/by-link.ts";
import { byMoment } from "./styles/by-moment.ts";
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
  byMoment,
  byLastItem,
  byOffset,
  byPage,
];

/** The strongest style that both sides speak for. Where a flag has to turn pages on, the rule says which. */
export function inferRule(evidence: Evidence): Inferred | undefined {
  const { reads, turnedOn } = evidence;
  if (!reads || (turnedOn !== undefined && turnedOn.on === undefined))
    return undefined;
  for (const style of styles) {
    const found = style(evidence);
    if (found === undefined) continue;
    if (turnedOn?.on === undefined) return found;
    if (turnedOn.isForTokens && found.rule.style !== "cursor") continue;
    return {
      rule: { ...found.rule, on: turnedOn.on },
      evidence: [
        ...found.evidence,
        `${JSON.stringify(turnedOn.on)} turns pages on, and is sent as true`,
      ],
    };
  }
  return undefined;
}

export const itemsWords = ({ path }: Items): string =>
  path.length === 0
    ? "and its items as the body itself"
    : `and its items in ${pathWords(path)}`;

export const takes = (path: PagePath): string =>
  `the request takes ${pathWords(path)}`;

const pathWords = (path: PagePath): string => JSON.stringify(path.join("."));
