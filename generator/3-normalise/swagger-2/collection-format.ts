import type { Located } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { ParameterStyle } from "../../ir/openapi.ts";
import { own, string } from "../read.ts";

interface Style {
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

/** `collectionFormat` as a style of OpenAPI 3; what stands in a body goes as it would in a query. */
export function styleOf(
  { value, origin }: Located,
  place: "path" | "query" | "header" | "formData",
  report: Report,
): Style {
  const format = string(own(value, "collectionFormat")) ?? "csv";
  const known = Object.hasOwn(formats, format) ? formats[format] : undefined;
  const name = string(own(value, "name")) ?? "";
  if (known === undefined)
    report("operation/unknown-style", origin, {
      name,
      style: format,
      place: `a ${place} parameter of Swagger 2.0`,
      sent: "csv",
    });
  const inQuery = place === "query" || place === "formData";
  if (known === undefined || known.style === "form")
    return inQuery
      ? (known ?? { style: "form", explode: false })
      : { style: "simple", explode: false };
  return known;
}

const formats: Readonly<Record<string, Style>> = {
  csv: { style: "form", explode: false },
  multi: { style: "form", explode: true },
  ssv: { style: "spaceDelimited", explode: false },
  tsv: { style: "tabDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
};
