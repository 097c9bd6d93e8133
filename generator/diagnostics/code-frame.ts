import { safeText } from "./safe-text.ts";

export interface FramePlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The offset of the line in the text. */
  readonly lineStart: number;
}

/** Columns shown of one line; published pages hold whole documents in a line of JSON. */
const width = 100;

/** Characters in which a neighbour is looked for: to search the whole of such a line for each diagnostic takes seconds. */
const longest = 10_000;

/**
 * The line a diagnostic is about between its neighbours, with carets under what is meant:
 *
 *     411 │     PaymentMethod:
 *     412 │       oneOf:
 *         │       ^^^^^
 *     413 │         - $ref: '#/components/schemas/Card'
 */
export function codeFrame(text: string, place: FramePlace): readonly string[] {
  const start = windowStart(place);
  const lines = linesAround(text, place, start);
  const gutter = String(lines.at(-1)?.number ?? place.line).length;
  const frame: string[] = [];
  for (const { number, window } of lines) {
    const before = start > 0 && window !== "" ? "… " : "";
    const after = window.length > width ? " …" : "";
    const shown = before + safeText(window.slice(0, width)) + after;
    frame.push(`${String(number).padStart(gutter)} │ ${shown}`.trimEnd());
    if (number === place.line) {
      const under = " ".repeat(before.length) + carets(window, place, start);
      frame.push(`${" ".repeat(gutter)} │ ${under}`);
    }
  }
  return frame;
}

interface Line {
  readonly number: number;
  /** What is shown of it, and a character more where it goes on. */
  readonly window: string;
}

/** The line and its neighbours, but for those that show nothing: a frame is not for them. */
function linesAround(
  text: string,
  { line, lineStart, column }: FramePlace,
  start: number,
): readonly Line[] {
  const neighbour = (from: number | undefined, number: number) =>
    from === undefined || text.slice(from, from + start).includes("\n")
      ? []
      : [lineAt(text, from + start, number)].filter(
          ({ window }) => window.trim() !== "",
        );
  // Where the window is far from the line's start there is no other line beside it.
  const isFar = start > longest;
  const before = isFar ? undefined : startBefore(text, lineStart);
  const after = isFar ? undefined : startAfter(text, lineStart + column - 1);
  return [
    ...neighbour(before, line - 1),
    lineAt(text, lineStart + start, line),
    ...neighbour(after, line + 1),
  ];
}

function startBefore(text: string, lineStart: number): number | undefined {
  if (lineStart === 0) return undefined;
  const from = Math.max(0, lineStart - 1 - longest);
  const newline = text.slice(from, lineStart - 1).lastIndexOf("\n");
  return newline === -1 && from > 0 ? undefined : from + newline + 1;
}

function startAfter(text: string, from: number): number | undefined {
  const newline = text.slice(from, from + longest).indexOf("\n");
  return newline === -1 ? undefined : from + newline + 1;
}

function lineAt(text: string, from: number, number: number): Line {
  const [rest = ""] = text.slice(from, from + width + 2).split("\n", 1);
  const line = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
  return { number, window: line.slice(0, width + 1) };
}

/** The first column shown, from 0: all lines of a frame move together, so that indentation still tells. */
function windowStart({ column, endColumn }: FramePlace): number {
  if (endColumn <= width) return 0;
  const length = Math.min(endColumn - column, width / 2);
  return Math.max(0, column - 1 - Math.floor((width - length) / 3));
}

/** Escapes are wider than what they stand for, so the carets are measured on what is shown. */
function carets(
  window: string,
  { column, endColumn }: FramePlace,
  start: number,
): string {
  const from = column - 1 - start;
  const to = Math.min(
    endColumn - 1 - start,
    width,
    Math.max(window.length, from + 1),
  );
  return (
    " ".repeat(safeText(window.slice(0, from)).length) +
    "^".repeat(Math.max(1, safeText(window.slice(from, to)).length))
  );
}
