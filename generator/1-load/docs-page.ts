/** One fenced code block of a docs page (CommonMark §4.5). */
export interface Fence {
  /** The first word of the info string: `yaml`, `json`, or "". */
  readonly language: string;
  /** Offsets of the lines between the fences. */
  readonly range: readonly [start: number, end: number];
}

/**
 * The blocks of a docs page that hold an OpenAPI document, or `undefined` where the text is no docs
 * page. Mintlify writes YAML between four or more backticks, GitBook JSON between three; beside them
 * stand curl calls and example responses. What a block holds decides, not what its fence says.
 */
export function findOpenapiBlocks(text: string): readonly Fence[] | undefined {
  if (/^\uFEFF?\s*[{[<]/.test(text)) return undefined;
  const fences = findFences(text);
  if (fences.length === 0) return hasHeading(text) ? [] : undefined;
  if (hasRootMember(text, fences)) return undefined;
  return fences.filter((fence) => holdsOpenapi(text.slice(...fence.range)));
}

/** Whether `openapi:` stands at the start of a line outside of all fences: a YAML document then, whose descriptions hold fences. */
function hasRootMember(text: string, fences: readonly Fence[]): boolean {
  for (const match of text.matchAll(/^["']?(?:openapi|swagger)["']?\s*:/gm)) {
    if (
      !fences.some(
        ({ range }) => range[0] <= match.index && match.index < range[1],
      )
    )
      return true;
  }
  return false;
}

/** Prose without any fence. `#` starts a comment in YAML, so a heading alone says little: prose must follow. */
const hasHeading = (text: string): boolean =>
  /^#{1,6} .+\r?\n\r?\n(?:#|>|[A-Z][^:\n]*$)/m.test(text);

function holdsOpenapi(block: string): boolean {
  if (/^\s*\{/.test(block)) return isJsonDocument(block);
  const indent =
    /^(?:[ \t]*(?:#.*|---[ \t]*)?\r?\n)*([ \t]*)/.exec(block)?.[1] ?? "";
  return new RegExp(
    `^${indent}["']?(?:openapi|swagger)["']?[ \\t]*:`,
    "m",
  ).test(block);
}

/** GitBook writes `openapi` first; then the block is reported if it cannot be parsed. */
function isJsonDocument(block: string): boolean {
  if (/^\s*\{\s*"(?:openapi|swagger)"\s*:/.test(block)) return true;
  if (!/"(?:openapi|swagger)"\s*:/.test(block)) return false;
  try {
    const value: unknown = JSON.parse(block);
    return ["openapi", "swagger"].some((key) =>
      Object.hasOwn(value as object, key),
    );
  } catch {
    return false;
  }
}

/**
 * All fences, at any indentation: pages nest them in lists and tabs. A fence closes with at least as
 * many of the same character, and nothing after them; one left open ends with the page.
 */
export function findFences(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; language: string; start: number } | undefined;
  for (const line of lines(text)) {
    const [, mark = "", info = ""] =
      /^[ \t]*(`{3,}|~{3,})[ \t]*(.*?)[ \t]*\r?$/.exec(line.text) ?? [];
    if (mark === "") continue;
    if (open === undefined) {
      if (mark.startsWith("`") && info.includes("`")) continue;
      open = { mark, language: info.split(/\s/)[0] ?? "", start: line.end };
    } else if (info === "" && mark.startsWith(open.mark)) {
      fences.push({ language: open.language, range: [open.start, line.start] });
      open = undefined;
    }
  }
  if (open !== undefined) {
    fences.push({ language: open.language, range: [open.start, text.length] });
  }
  return fences;
}

function* lines(
  text: string,
): Generator<{ text: string; start: number; end: number }> {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline + 1;
    yield {
      text: text.slice(start, newline === -1 ? end : newline),
      start,
      end,
    };
    start = end;
  }
}
