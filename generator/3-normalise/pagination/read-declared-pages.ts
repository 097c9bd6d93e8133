import type { Located } from "../../2-bundle/bundle.ts";
import type { DeclaredPages, DeclaredRule } from "../../ir/page-rule.ts";
import type { Json } from "../../ir/source.ts";
import { at } from "../read.ts";
import { readFern } from "./fern.ts";
import { readMsPageable } from "./ms-pageable.ts";
import { readOwn } from "./own.ts";
import { readRedocly } from "./redocly.ts";
import { readSpeakeasy } from "./speakeasy.ts";

/** A rule, words on why it cannot be read, or `undefined` where the extension leaves it to others. */
export type RuleReader = (value: Json) => DeclaredRule | string | undefined;

/**
 * Ours first: an overlay that adds it corrects the others. Loose is what is written beside lists that have no more than
 * one page, as AutoRest's is.
 */
const readers: readonly (readonly [
  extension: string,
  read: RuleReader,
  how?: "loose",
])[] = [
  ["x-telltale-pagination", readOwn],
  ["x-speakeasy-pagination", readSpeakeasy],
  ["x-fern-pagination", readFern],
  ["x-redoclyPagination", readRedocly],
  ["x-ms-pageable", readMsPageable, "loose"],
];

/** What an Operation's extensions (OAS 3.1 §4.9) say of its pages. */
export function readDeclaredPages(
  operation: Located,
): DeclaredPages | undefined {
  for (const [by, read, how] of readers) {
    const found = at(operation, by);
    const rule = found && read(found.value);
    if (found !== undefined && rule !== undefined)
      return { by, origin: found.origin, rule, isLoose: how === "loose" };
  }
  return undefined;
}
