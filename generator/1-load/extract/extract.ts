import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Json, Source } from "../../ir/source.ts";
import { isObject, own } from "../json.ts";
import { componentNames } from "./component-names.ts";
import { readMerged } from "./merged.ts";
import { mergePage } from "./merge-page.ts";
import { writeMerged } from "./write-merged.ts";

export interface Extracted {
  readonly document: Json;
  /** As the first page has it. */
  readonly format: Source["format"];
}

/**
 * One OpenAPI document out of the documents of many docs pages, in the order given.
 *
 * A lone page is its document, unchanged. Of several, the first is the base: operations and
 * components of the others are added, equal ones once. Where pages contradict each other the first
 * wins; the others keep their meaning where that can be had (a component under a fresh name, servers
 * and security on the operation), and a diagnostic names both places where it cannot.
 */
export function extract(
  pages: readonly Source[],
  report: Report,
): Extracted | undefined {
  const [first, ...others] = pages;
  if (first === undefined) return undefined;
  if (others.length === 0)
    return { document: first.value, format: first.format };
  const merged = readMerged(first, componentNames(pages));
  const minor = minorOf(first);
  for (const page of others) {
    if (minorOf(page) === minor) mergePage(merged, page, report);
    else reportVersion(first, page, report);
  }
  return { document: writeMerged(merged), format: first.format };
}

/** Schemas mean different things in 3.0 and 3.1, so their pages cannot be one document. */
function reportVersion(first: Source, page: Source, report: Report): void {
  const params = { version: versionOf(page), first: versionOf(first) };
  report(
    "extract/unequal-version",
    { source: page.id, pointer: "/openapi" },
    params,
    [
      {
        origin: { source: first.id, pointer: "/openapi" },
        message: "the first page says this",
      },
    ],
  );
}

const versionOf = ({ value }: Source): string =>
  isObject(value) ? String(own(value, "openapi")) : "";

const minorOf = (page: Source): string =>
  versionOf(page).split(".").slice(0, 2).join(".");
