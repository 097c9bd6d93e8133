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

/**
 * The line a diagnostic is about between its neighbours, with carets under what is meant:
 *
 *     411 │     PaymentMethod:
 *     412 │       oneOf:
 *         │       ^^^^^
 *     413 │         - $ref: '#/components/schemas/Card'
 */
export function codeFrame(text: string, place: FramePlace): readonly string[] {
  const lines = linesAround(text, place);
  const gutter = String(lines.at(-1)?.number ?? place.line).length;
  const start = windowStart(place);
  const frame: string[] = [];
  for (const { number, text: line } of lines) {
    const shown = cut(line, start);
    if (number !== place.line && line.length <= start) continue;
    frame.push(`${String(number).padStart(gutter)} │ ${shown.text}`.trimEnd());
    if (number === place.line) {
      frame.push(
        `${" ".repeat(gutter)} │ ${carets(line, place, start, shown.prefix)}`,
      );
    }
  }
  return frame;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

/** The line and its neighbours, but for those that are blank: a frame is not for them. */
function linesAround(
  text: string,
  { line, lineStart }: FramePlace,
): readonly Line[] {
  const before =
    lineStart === 0
      ? []
      : [lineFrom(text, startBefore(text, lineStart), line - 1)];
  const end = text.indexOf("\n", lineStart);
  const after = end === -1 ? [] : [lineFrom(text, end + 1, line + 1)];
  const isBlank = (entry: Line) => entry.text.trim() === "";
  return [
    ...before.filter((entry) => !isBlank(entry)),
    lineFrom(text, lineStart, line),
    ...after.filter((entry) => !isBlank(entry)),
  ];
}

const startBefore = (text: string, lineStart: number): number =>
  lineStart < 2 ? 0 : text.lastIndexOf("\n", lineStart - 2) + 1;

function lineFrom(text: string, start: number, number: number): Line {
  const newline = text.indexOf("\n", start);
  const end = newline === -1 ? text.length : newline;
  // No regular expression: a whole document may stand on one line.
  const isWindows = end > start && text[end - 1] === "\r";
  return { number, text: text.slice(start, isWindows ? end - 1 : end) };
}

/** The first column shown, from 0: all lines of a frame move together, so that indentation still tells. */
function windowStart({ column, endColumn }: FramePlace): number {
  if (endColumn <= width) return 0;
  const length = Math.min(endColumn - column, width / 2);
  return Math.max(0, column - 1 - Math.floor((width - length) / 3));
}

function cut(line: string, start: number): { text: string; prefix: number } {
  const before = start > 0 && line.length > start ? "… " : "";
  const after = line.length > start + width ? " …" : "";
  return {
    text: before + safeText(line.slice(start, start + width)) + after,
    prefix: before.length,
  };
}

/** Escapes are wider than what they stand for, so the carets are measured on what is shown. */
function carets(
  line: string,
  place: FramePlace,
  start: number,
  prefix: number,
): string {
  const from = place.column - 1;
  const to = Math.min(
    place.endColumn - 1,
    start + width,
    Math.max(line.length, from + 1),
  );
  const indent = prefix + safeText(line.slice(start, from)).length;
  return (
    " ".repeat(indent) +
    "^".repeat(Math.max(1, safeText(line.slice(from, to)).length))
  );
}
