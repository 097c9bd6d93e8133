import type { PageRule } from "../ir/page-rule.ts";
import type { Outcome } from "../summary.ts";
import type { UnionExplanation } from "./explanation.ts";

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  native: "native",
  tagged: "tagged",
  jsonType: "JSON types",
  plain: "plain",
};

/** Of scalars and lists whose JSON type is the same. */
export const sayThemselves = "which say by their values or items what they are";

/** How the union reads for its user, in one sentence. */
export function outcomeWords({
  outcome,
  telltale,
  received,
}: UnionExplanation): string {
  switch (telltale.by) {
    case "declared":
      return `the declared discriminator ${telltale.property} narrows`;
    case "literal":
      return `the literals of ${telltale.property} narrow; no discriminator is declared`;
    case "elimination": {
      const looks = someOf(telltale.properties);
      if (telltale.tag !== undefined)
        return `a decoder adds ${telltale.tag}, after a look at ${looks}`;
      return received
        ? `guards and a match tell, after a look at ${looks}`
        : `it is only sent, so nothing is decoded; ${looks} would tell`;
    }
    case "jsonType":
      return "typeof and Array.isArray narrow";
    case "nothing":
      if (outcome === "jsonType") return `scalars and lists, ${sayThemselves}`;
      if (telltale.intersected)
        return "one of several in an allOf that is too large to be written out, whose tags would be one property: none is added";
      return received
        ? "nothing tells the variants apart"
        : "nothing tells the variants apart, and nothing needs to: it is only sent";
    default:
      return telltale satisfies never;
  }
}

/** What advice leads to: a native union may still have a tag that need not be there. */
export const adviceHead = (outcome: Outcome): string =>
  outcome === "native" ? "To be sure of the tag" : "To make it native";

const someOf = (names: readonly string[]): string =>
  names.length > 4
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : names.join(", ");

/** How many of each, in the order given, without those that there are none of. */
export function tally<K extends string>(
  keys: readonly K[],
  items: readonly K[],
  name: (key: K) => string,
): string {
  return keys
    .map((key) => [key, items.filter((item) => item === key).length] as const)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => `${count} ${name(key)}`)
    .join(", ");
}

/** What the pages of each style follow. */
export const styleNames: Readonly<Record<PageRule["style"], string>> = {
  cursor: "cursor",
  offset: "offset",
  page: "page number",
  url: "URL",
  link: "Link header",
  "last-item": "last item",
};
