import { styleText } from "node:util";
import type { Located } from "../1-load/locate.ts";
import type { SourceText } from "../ir/source.ts";
import { catalog } from "./catalog.ts";
import { codeFrame } from "./code-frame.ts";
import type { Definition, Severity } from "./definition.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Origin } from "./origin.ts";
import { safeMessage, safeText } from "./safe-text.ts";

/** Finds a place in a source. Given by the caller, as finding it means reading the text once more. */
export type Locate = (
  source: SourceText,
) => Promise<(origin: Origin) => Located>;

export interface RenderOptions {
  readonly sources: readonly SourceText[];
  readonly locator: Locate;
  readonly color: boolean;
}

/** One diagnostic as `--json` has it. Line and column count from 1; without them the file could not be read. */
export interface JsonDiagnostic extends JsonPlace {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
}

export interface JsonPlace {
  readonly source: string;
  readonly pointer: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** Diagnostics for people, in the order they were found, each with a frame of the text it is about. */
export async function render(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
): Promise<string> {
  const find = finder(options);
  const parts: string[] = [];
  for (const diagnostic of diagnostics)
    parts.push(await renderOne(diagnostic, find, options.color));
  return parts.join("\n");
}

/** The same for machines. Spec text is left as it is: a JSON string makes it safe. */
export async function renderJson(
  diagnostics: readonly Diagnostic[],
  options: Pick<RenderOptions, "sources" | "locator">,
): Promise<readonly JsonDiagnostic[]> {
  const find = finder(options);
  const place = async (origin: Origin): Promise<JsonPlace> => {
    const { located } = await find(origin);
    const { source, pointer } = origin;
    return { source, pointer, line: located?.line, column: located?.column };
  };
  return Promise.all(
    diagnostics.map(
      async ({ code, severity, message, help, origin, related }) => ({
        code,
        severity,
        message,
        help,
        ...(await place(origin)),
        related: await Promise.all(
          related.map(async (other) => ({
            message: other.message,
            ...(await place(other.origin)),
          })),
        ),
      }),
    ),
  );
}

interface Found {
  readonly source: SourceText | undefined;
  readonly located: Located | undefined;
}
type Find = (origin: Origin) => Promise<Found>;

/** Where origins stand. Each source is read for positions once, and only if a diagnostic is about it. */
export function finder({
  sources,
  locator,
}: Pick<RenderOptions, "sources" | "locator">): Find {
  const locators = new Map<string, ReturnType<Locate>>();
  return async ({ source: id, ...origin }) => {
    const source = sources.find((candidate) => candidate.id === id);
    if (source === undefined) return { source, located: undefined };
    const found = locators.get(id) ?? locator(source);
    locators.set(id, found);
    return { source, located: (await found)({ source: id, ...origin }) };
  };
}

const colors = { error: "red", warning: "yellow", info: "cyan" } as const;

async function renderOne(
  diagnostic: Diagnostic,
  find: Find,
  color: boolean,
): Promise<string> {
  const { code, severity, message, help, origin, related } = diagnostic;
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const { source, located } = await find(origin);

  const head = [
    paint("bold", place(origin, located)),
    paint(colors[severity], severity),
    paint("dim", code),
  ];
  const lines = [head.join("  "), `  ${safeMessage(message)}`];
  if (origin.pointer !== "") lines.push(`  at #${safeMessage(origin.pointer)}`);
  const { isPrivate }: Definition<never> = catalog[code];
  if (source !== undefined && located !== undefined && isPrivate !== true) {
    const frame = codeFrame(source.text, located);
    lines.push(
      "",
      ...frame.map((line) => `  ${paintCarets(line, severity, paint)}`),
      "",
    );
  }
  for (const other of related) {
    const { located: where } = await find(other.origin);
    lines.push(
      `  ${place(other.origin, where)}: ${safeMessage(other.message)}`,
    );
  }
  lines.push(`  ${paint("dim", "help:")} ${safeMessage(help)}`, "");
  return lines.join("\n");
}

const place = ({ source }: Origin, located: Located | undefined): string =>
  safeText(source) +
  (located === undefined ? "" : `:${located.line}:${located.column}`);

function paintCarets(
  line: string,
  severity: Severity,
  paint: (style: Parameters<typeof styleText>[0], text: string) => string,
): string {
  const [, gutter, carets] = /^( *│ +)(\^+)$/.exec(line) ?? [];
  return gutter === undefined || carets === undefined
    ? line
    : gutter + paint(colors[severity], carets);
}
