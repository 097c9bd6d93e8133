import type { Report } from "../diagnostics/diagnostic.ts";
import type { Json, Source } from "../ir/source.ts";
import { checkValues } from "./check-values.ts";
import type { TextFile } from "./decode-text.ts";
import { guessFormat } from "./guess-format.ts";
import type { LoadContext } from "./load.ts";
import { parseJson, reportJsonSyntax } from "./parse-json.ts";

/** Parses the JSON or YAML document in `range` of a file. Says what is wrong where there is none. */
export async function parseDocument(
  file: TextFile,
  range: readonly [start: number, end: number],
  context: LoadContext,
): Promise<Source | undefined> {
  context.onText?.(file.text);
  const guess = guessFormat(file.text.slice(...range));
  const format = guess.kind === "other" ? "yaml" : guess.kind;
  const source: Source = { ...file, format, range, value: null };
  if (guess.kind === "other") {
    context.keep?.(source);
    context.report(
      "load/not-openapi",
      { source: file.id, pointer: "" },
      { seems: guess.seems },
    );
    return undefined;
  }
  const parsed = await (format === "json" ? json : yaml)(
    source,
    context.report,
  );
  const value = parsed && checkValues(source, parsed.value, context.report);
  const result = {
    ...source,
    format: parsed?.format ?? format,
    value: value?.value ?? null,
  };
  context.keep?.(result);
  return value && result;
}

interface Parsed {
  readonly format: Source["format"];
  readonly value: Json;
}

async function json(
  source: Source,
  report: Report,
): Promise<Parsed | undefined> {
  const value = parseJson(source, report);
  if (value !== undefined) return { format: "json", value };
  // YAML has flow maps that look like JSON; its extension says that the author meant YAML.
  if (/\.ya?ml$/i.test(source.id)) {
    const found = await yaml(source, () => {});
    if (found !== undefined) return yaml(source, report);
  }
  await reportJsonSyntax(source, report);
  return undefined;
}

async function yaml(
  source: Source,
  report: Report,
): Promise<Parsed | undefined> {
  const { parseYaml } = await import("./yaml/parse-yaml.ts");
  const value = await parseYaml(source, report);
  return value === undefined ? undefined : { format: "yaml", value };
}
