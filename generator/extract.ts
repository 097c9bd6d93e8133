import { extract as merge, loadPages, renderDocument } from "./1-load/index.ts";
import { collect, type Diagnostic } from "./diagnostics/diagnostic.ts";
import { isError } from "./diagnostics/diagnostic.ts";
import type { Json, Source, SourceText } from "./ir/source.ts";

export interface ExtractCall {
  /** What paths are relative to. Default: the working directory. */
  readonly cwd?: string;
  /** Default: as the first page has it. */
  readonly format?: "json" | "yaml";
}

export interface ExtractResult {
  /** `undefined` where a page could not be read, or pages cannot be one document. */
  readonly document: Json | undefined;
  readonly text: string | undefined;
  readonly format: "json" | "yaml";
  /** How many OpenAPI documents the pages hold. */
  readonly found: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Takes the OpenAPI documents out of published docs pages and merges them into one. */
export async function extract(
  pages: readonly string[],
  { cwd = process.cwd(), format }: ExtractCall = {},
): Promise<ExtractResult> {
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const report = collect(diagnostics);
  const found: Source[] = [];
  for (const page of pages) {
    found.push(
      ...(await loadPages(page, {
        cwd,
        report,
        keep: (source) => sources.push(source),
      })),
    );
  }
  const extracted = diagnostics.some(isError)
    ? undefined
    : merge(found, report);
  const document = diagnostics.some(isError) ? undefined : extracted?.document;
  const used = format ?? extracted?.format ?? "yaml";
  const text =
    document === undefined ? undefined : await renderDocument(document, used);
  return {
    document,
    text,
    format: used,
    found: found.length,
    diagnostics,
    sources,
  };
}
