import type { SourceText } from "../../ir/source.ts";
import { lineStarts } from "../../diagnostics/line-starts.ts";
import type { Place } from "../explanation.ts";

/** Lines of a source that belong to one node. */
export interface Excerpt {
  /** Of the first line, from 1; `undefined` where a document stands in one line and was laid out here. */
  readonly line: number | undefined;
  readonly lines: readonly string[];
  /** Further lines that are not shown. */
  readonly hidden: number;
}

/** Longer lines than this are cut: published documents may stand in one. */
const widest = 200;
/** A longer line of JSON was not laid out by a person. */
const minified = 2_000;
/** The search for a node's end stops here. */
const furthest = 2_000;

/** Reads excerpts; each source is split into lines once. */
export function excerpts(
  sources: readonly SourceText[],
): (place: Place, limit: number) => Excerpt | undefined {
  const starts = new Map<string, readonly number[]>();
  return (place, limit) => {
    const source = sources.find(({ id }) => id === place.source);
    if (source === undefined || place.line === undefined) return undefined;
    const known = starts.get(source.id) ?? lineStarts(source.text);
    starts.set(source.id, known);
    const lines = known
      .slice(place.line - 1, place.line - 1 + furthest)
      .map((start, index) =>
        lineAt(source.text, start, known[(place.line ?? 1) + index]),
      );
    if (source.format === "json" && (lines[0] ?? "").length > minified)
      return laidOut(lines[0] ?? "", (place.column ?? 1) - 1, limit);
    const length =
      source.format === "json"
        ? jsonLength(lines, place)
        : yamlLength(lines, place);
    const shown = dedent(lines.slice(0, Math.min(length, limit)));
    return {
      line: place.line,
      lines: shown.map((line) =>
        line.length > widest ? `${line.slice(0, widest)} …` : line,
      ),
      hidden: Math.max(0, length - limit),
    };
  };
}

const lineAt = (
  text: string,
  start: number,
  next: number | undefined,
): string =>
  text
    .slice(start, next === undefined ? text.length : next - 1)
    .replace(/\r$/, "");

/** Up to the first line that is not indented more than the key, or the item, that begins the node. */
function yamlLength(lines: readonly string[], { column }: Place): number {
  const indent = (column ?? 1) - 1;
  const depth = (line: string) => line.search(/\S/);
  const end = lines.findIndex(
    (line, index) =>
      index > 0 &&
      depth(line) !== -1 &&
      (depth(line) < indent ||
        (depth(line) === indent && !isSameItem(lines[0], indent))),
  );
  const length = end === -1 ? lines.length : end;
  let last = length;
  while (last > 1 && (lines[last - 1] ?? "").trim() === "") last -= 1;
  return last;
}

/** A node that begins after `- `, whose further keys stand at its own column. */
const isSameItem = (line: string | undefined, indent: number): boolean =>
  /-\s+$/.test((line ?? "").slice(0, indent));

/** A node within one long line: its member, as JSON.stringify has it. */
function laidOut(
  line: string,
  from: number,
  limit: number,
): Excerpt | undefined {
  const end = jsonEnd([line], from).column;
  const text = line.slice(from, end);
  try {
    const value: unknown = JSON.parse(
      text.startsWith('"') ? `{${text}}` : text,
    );
    const lines = JSON.stringify(value, null, 2).split("\n");
    const own = text.startsWith('"') ? dedent(lines.slice(1, -1)) : lines;
    const hidden = Math.max(0, own.length - limit);
    return { line: undefined, lines: own.slice(0, limit), hidden };
  } catch {
    return undefined;
  }
}

const jsonLength = (lines: readonly string[], { column }: Place): number =>
  jsonEnd(lines, (column ?? 1) - 1).line + 1;

/** Just after the bracket that closes the first one opened after the node's beginning. */
function jsonEnd(
  lines: readonly string[],
  start: number,
): { readonly line: number; readonly column: number } {
  let depth = 0;
  let inString = false;
  for (const [index, line] of lines.entries()) {
    const from = index === 0 ? start : 0;
    for (let at = from; at < line.length; at += 1) {
      const char = line[at];
      if (inString) {
        if (char === "\\") at += 1;
        else if (char === '"') inString = false;
      } else if (char === '"') inString = true;
      else if (char === "{" || char === "[") depth += 1;
      else if (char === "}" || char === "]") {
        depth -= 1;
        if (depth <= 0) return { line: index, column: at + 1 };
      }
    }
    if (depth === 0) return { line: index, column: line.length };
  }
  return { line: lines.length - 1, column: (lines.at(-1) ?? "").length };
}

function dedent(lines: readonly string[]): readonly string[] {
  const depths = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.search(/\S/));
  const least = Math.min(...depths);
  return lines.map((line) => line.slice(Number.isFinite(least) ? least : 0));
}
