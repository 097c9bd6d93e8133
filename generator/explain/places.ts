import { locator } from "../1-load/locate.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { SourceText } from "../ir/source.ts";
import type { Place } from "./explanation.ts";

/** Finds lines and columns in every source. Reads each text once more, with positions. */
export async function placesIn(
  sources: readonly SourceText[],
): Promise<(origin: Origin) => Place> {
  const locators = new Map(
    await Promise.all(
      sources.map(
        async (source) => [source.id, await locator(source)] as const,
      ),
    ),
  );
  return (origin) => {
    const { source, pointer } = origin;
    const located = locators.get(source)?.(origin);
    return { source, pointer, line: located?.line, column: located?.column };
  };
}
