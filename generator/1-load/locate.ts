import type { Origin } from "../diagnostics/origin.ts";
import { pointerTokens } from "../diagnostics/origin.ts";
import { lineAt, lineStarts } from "../diagnostics/line-starts.ts";
import type { SourceText } from "../ir/source.ts";

/** A place in a file as editors count: both from 1, columns in UTF-16 units. */
export interface Located {
  readonly line: number;
  readonly column: number;
  /** Just after its last character on that line. */
  readonly endColumn: number;
  /** The offset of the line in the file. */
  readonly lineStart: number;
}

/** Where a node stands in the text: its key for a property, itself for an item. */
export type Span = readonly [start: number, end: number];

/**
 * The span of a node, or of its nearest ancestor in the text: an overlay adds nodes that stand in
 * none. `undefined` where even the document cannot be parsed.
 */
export type FindSpan = (tokens: readonly string[]) => Span | undefined;

/** The line and column of a JSON Pointer. To look up several, keep a {@link locator}. */
export async function locate(
  source: SourceText,
  pointer: string,
): Promise<Located> {
  return (await locator(source))({ source: source.id, pointer });
}

type Locator = (origin: Origin) => Located;

/** Parses the text once more, with positions, which nothing but printing needs; once, however many ask. */
export function locator(source: SourceText): Promise<Locator> {
  const found = locators.get(source) ?? createLocator(source);
  locators.set(source, found);
  return found;
}

const locators = new WeakMap<SourceText, Promise<Locator>>();

async function createLocator(source: SourceText): Promise<Locator> {
  const { text, range } = source;
  const find = await finderOf(source);
  const starts = lineStarts(text);
  return (origin) => {
    if (origin.offset !== undefined)
      return located(text, starts, [origin.offset, origin.offset + 1]);
    const [start, end] = find(pointerTokens(origin.pointer)) ?? [0, 1];
    return located(text, starts, [range[0] + start, range[0] + end]);
  };
}

/** JSON is parsed once a place is asked for, as that takes long; YAML before, as that may load a parser. */
async function finderOf(source: SourceText): Promise<FindSpan> {
  if (source.format === "json") {
    const { spanFinder } = await import("./locate/json-spans.ts");
    let find: FindSpan | undefined;
    return (tokens) => {
      find ??= spanFinder(source.text.slice(...source.range));
      return find(tokens);
    };
  }
  const { spanFinder } = await import("./locate/yaml-spans.ts");
  const { yamlEvents } = await import("./yaml/parse-yaml.ts");
  return spanFinder((await yamlEvents(source, () => {})) ?? []);
}

/** A span that goes over several lines is cut to the first. */
function located(
  text: string,
  starts: readonly number[],
  [start, end]: Span,
): Located {
  const at = Math.min(start, text.length);
  const line = lineAt(starts, at);
  const lineStart = starts[line] ?? 0;
  const lineEnd = (starts[line + 1] ?? text.length + 1) - 1;
  const column = at - lineStart + 1;
  const endColumn = Math.min(end, lineEnd) - lineStart + 1;
  return {
    line: line + 1,
    column,
    endColumn: Math.max(column + 1, endColumn),
    lineStart,
  };
}
