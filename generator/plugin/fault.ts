import { relative, resolve } from "node:path";
import { locator } from "../1-load/locate.ts";
import { codeFrame } from "../diagnostics/code-frame.ts";
import { isError, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { finder } from "../diagnostics/render.ts";
import { safeMessage, safeText } from "../diagnostics/safe-text.ts";
import type { SourceText } from "../ir/source.ts";

/** What is wrong, in the form of Rollup's logs; the other bundlers take its parts. Fit for a terminal. */
export interface Fault {
  readonly message: string;
  /** The absolute path of the file that it is about; a URL where that was fetched. */
  readonly id?: string;
  /** The line counts from 1 and the column from 0, as Rollup, esbuild and webpack have it. */
  readonly loc?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  };
  /** The lines around it, with carets under what is meant. */
  readonly frame?: string;
  /** The line itself, where it is not too long to be shown. */
  readonly lineText?: string;
}

/** What generating one client found. */
interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** What the sources' ids are relative to. */
  readonly cwd: string;
}

/** Each error of a client, with its frame. */
export async function faultsOf({
  diagnostics,
  sources,
  cwd,
}: Found): Promise<readonly Fault[]> {
  const find = finder({ sources, locator });
  return Promise.all(
    diagnostics.filter(isError).map(async (diagnostic) => {
      const { source, located } = await find(diagnostic.origin);
      const id = fileOf(diagnostic.origin.source, cwd);
      const { pointer } = diagnostic.origin;
      const lines = [
        `${safeMessage(diagnostic.message)} (${diagnostic.code})`,
        ...(pointer === "" ? [] : [`  at #${safeMessage(pointer)}`]),
        `  help: ${safeMessage(diagnostic.help)}`,
      ];
      const message = lines.join("\n");
      if (source === undefined || located === undefined) return { message, id };
      const { line, column } = located;
      const loc = { file: id, line, column: column - 1 };
      const frame = codeFrame(source.text, located).map(plainGutter).join("\n");
      const lineText = lineOf(source.text, located.lineStart);
      return { message, id, loc, frame, ...(lineText && { lineText }) };
    }),
  );
}

/** `4 | paths:` is what Vite's overlay knows a frame by. */
const plainGutter = (line: string): string => line.replace(/^( *\d* )│/, "$1|");

/** Published pages hold whole documents in a line. */
const longestLine = 200;

function lineOf(text: string, start: number): string | undefined {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end === -1 ? undefined : end);
  return line.length > longestLine ? undefined : safeText(line.trimEnd());
}

/** One line on all warnings of a client: what each is about, the command line shows in full. */
export function warningOf(
  name: string,
  { diagnostics }: Pick<Found, "diagnostics">,
): Fault | undefined {
  const counts = new Map<string, number>();
  for (const { code, severity } of diagnostics)
    if (severity === "warning") counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const list = [...counts].map(([code, count]) => `${count} × ${code}`);
  return {
    message: `${safeText(name)}: ${list.join(", ")} (telltale generate shows them)`,
  };
}

/** `api.yaml:4:7`, as an editor counts. */
export function placeOf({ id, loc }: Fault, root: string): string {
  if (id === undefined) return "";
  const file = isUrl(id) ? id : relative(root, id);
  const place = loc === undefined ? "" : `:${loc.line}:${loc.column + 1}`;
  return safeText(file) + place;
}

/** All that there is to say of a fault, for bundlers that show a text as it is. */
export function textOf(fault: Fault, root: string): string {
  const place = placeOf(fault, root);
  const parts = [
    place === "" ? fault.message : `${place}\n${fault.message}`,
    ...(fault.frame === undefined ? [] : [fault.frame]),
  ];
  return parts.join("\n\n");
}

/** The one fault that a build ends with: the first, and where the others are. */
export function summaryOf(
  [first, ...others]: readonly [Fault, ...Fault[]],
  root: string,
): Fault {
  if (others.length === 0) return first;
  const shown = others.slice(0, 10).map((fault) => {
    const [line = ""] = fault.message.split("\n");
    return `  ${[placeOf(fault, root), line].join("  ")}`;
  });
  const more = others.length - shown.length;
  const rest = more === 0 ? [] : [`  and ${more} more`];
  return {
    ...first,
    message: [first.message, "also:", ...shown, ...rest].join("\n"),
  };
}

/** The absolute path of a source; a URL stays what it is. */
export const fileOf = (source: string, cwd: string): string =>
  isUrl(source) ? source : resolve(cwd, source);

export const isUrl = (path: string): boolean => /^https?:\/\//i.test(path);
