/** One fenced code block of a docs page (CommonMark §4.5). */
export interface Fence {
  /** The first word of the info string: `yaml`, `json`, or "". */
  readonly language: string;
  /** Whether its first line does not begin at the margin. */
  readonly isIndented: boolean;
  /** Offsets of the lines between the fences. */
  readonly range: readonly [start: number, end: number];
}

/**
 * The blocks of a docs page that hold an OpenAPI document, or `undefined` where the text is no docs
 * page. Mintlify writes YAML between four or more backticks, GitBook JSON between three; beside them
 * stand curl calls and example responses. What a block holds decides, not what its fence says.
 */
export function findOpenapiBlocks(text: string): readonly Fence[] | undefined {
  if (isJsonOrMarkup.test(text)) return undefined;
  const start = frontMatter.exec(text)?.[0].length ?? 0;
  const fences = findFences(text, start);
  if (fences.length === 0)
    return hasHeading(text.slice(start)) ? [] : undefined;
  const blocks = fences.filter((fence) =>
    holdsOpenapi(text.slice(...fence.range)),
  );
  // What is in a member of a YAML document is indented.
  if (blocks.some(({ isIndented }) => !isIndented)) return blocks;
  return beginsAsData.test(text) || hasRootMember(text, start, fences)
    ? undefined
    : blocks;
}

/** No text of JSON goes over several lines, and what a web page shows is escaped. MDX writes comments as `{/* … *\/}`. */
const isJsonOrMarkup =
  /^\uFEFF?\s*(?:\{(?!\/\*)|\[\s*["{\]]|<(?:!doctype|html|head|body|\?xml)\b)/i;

const beginsAsData = /^\uFEFF?\s*[{[<]/;

/** What stands between the first two lines of `---` is for the tool that shows the page, which may ask for an `openapi`. */
const frontMatter = /^\uFEFF?---[ \t]*\r?\n(?:[^]*?\n)?---[ \t]*(?:\r?\n|$)/;

/**
 * Whether `openapi:` and a word stand at the start of a line outside of all fences: a YAML document then, whose
 * descriptions hold fences. A sentence may begin so, but goes on.
 */
function hasRootMember(
  text: string,
  start: number,
  fences: readonly Fence[],
): boolean {
  const member =
    /^["']?(?:openapi|swagger)["']?[ \t]*:(?:[ \t]+[!&]\S*)*(?:[ \t]+[^#\s]\S*)?[ \t]*(?:#.*)?$/gm;
  for (const match of text.matchAll(member)) {
    if (
      match.index >= start &&
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
 * All fences from an offset on, at any indentation: pages nest them in lists and tabs. A fence closes with at
 * least as many of the same character, and nothing after them; one left open ends with the page.
 */
export function findFences(text: string, from = 0): readonly Fence[] {
  const fences: Fence[] = [];
  let open:
    (Omit<Fence, "range"> & { mark: string; start: number }) | undefined;
  const close = (end: number): void => {
    if (open === undefined) return;
    const { language, isIndented, start } = open;
    fences.push({ language, isIndented, range: [start, end] });
    open = undefined;
  };
  for (const line of lines(text, from)) {
    const [, indent = "", mark = "", info = ""] =
      /^([ \t]*)(`{3,}|~{3,})[ \t]*(.*?)[ \t]*\r?$/.exec(line.text) ?? [];
    if (mark === "") continue;
    if (open === undefined) {
      if (mark.startsWith("`") && info.includes("`")) continue;
      const language = info.split(/\s/)[0] ?? "";
      open = { mark, language, isIndented: indent !== "", start: line.end };
    } else if (info === "" && mark.startsWith(open.mark)) close(line.start);
  }
  close(text.length);
  return fences;
}

function* lines(
  text: string,
  from: number,
): Generator<{ text: string; start: number; end: number }> {
  for (let start = from; start < text.length;) {
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
