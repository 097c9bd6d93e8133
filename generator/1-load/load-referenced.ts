import type { Related, Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../ir/source.ts";
import { fetchText } from "./fetch-text.ts";
import type { LoadContext } from "./load.ts";
import { parseDocument } from "./parse-document.ts";
import { readText } from "./read-text.ts";

/** A document that a reference named. */
export interface Loaded {
  /** `undefined` where there is no document: then its faults say why. */
  readonly source: Source | undefined;
  /** Each reports one fault of the file, beside the reference that led there. */
  readonly faults: readonly ((report: Report, referrer: Related) => void)[];
}

/**
 * Reads a file or URL that may be read, and returns how to parse it: reading many goes side by side,
 * parsing in an order that does not change. Faults are kept for later, as nothing may need the file.
 */
export async function loadReferenced(
  path: string,
  context: LoadContext,
): Promise<() => Promise<Loaded>> {
  const faults: Loaded["faults"][number][] = [];
  const report: Report = (code, origin, params, related = []) => {
    faults.push((to, referrer) =>
      to(code, origin, params, [...related, referrer]),
    );
  };
  const recording = { ...context, report };
  const file = /^https?:/i.test(path)
    ? await fetchText(path, { ...recording, redirects: 0 })
    : await readText(path, recording);
  return async () => ({
    source:
      file && (await parseDocument(file, [0, file.text.length], recording)),
    faults,
  });
}
