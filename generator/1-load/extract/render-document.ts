import type { Json, Source } from "../../ir/source.ts";

/** A document as text: JSON with two spaces, or YAML whose long strings stay on their line. */
export async function renderDocument(
  document: Json,
  format: Source["format"],
): Promise<string> {
  if (format === "json") return `${JSON.stringify(document, null, 2)}\n`;
  const { stringify } = await import("yaml");
  return stringify(document, {
    lineWidth: 0,
    singleQuote: true,
    aliasDuplicateObjects: false,
    // Dates, `yes` and `on` are quoted, so that readers of YAML 1.1 see strings as well.
    compat: "yaml-1.1",
  });
}
