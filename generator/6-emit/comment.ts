/**
 * The one way from text of the description into a comment: it cannot end the comment, start a JSDoc
 * tag or a compiler directive, or break out of its line.
 */
export function commentText(text: string): string {
  return isHarmless(text) ? text.trim() : escaped(text);
}

/** Most texts are: nothing in them that any of the replacements below would touch. */
const isHarmless = (text: string): boolean => !/[^\n -~]|[*@#]| \n/.test(text);

/** Without control characters but tabs and line ends, and without marks that reorder what a reader sees. */
const visible = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(
      /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      "",
    );

/** Prose on one line where no comment is around it: in JSON, in Markdown. */
export const oneLine = (text: string): string =>
  visible(text).replace(/\s+/g, " ").trim();

function escaped(text: string): string {
  return (
    visible(text)
      .replaceAll("*/", "*\\/")
      .replaceAll("/*", "/\\*")
      // A tag at the start of a line is ours to write: compilers and editors obey it.
      .replace(/^([\s*]*)@/gm, "$1\\@")
      .replace(/([#@]\s*)source(Mapping)?URL/gi, "$1source$2 URL")
      .replace(/[#@]__/g, "_")
      .replace(/[ \t]+$/gm, "")
      .trim()
  );
}

/** A comment of one line. */
export const lineComment = (text: string): string =>
  `// ${commentText(text).replace(/\s+/g, " ")}`;

/** Lines of prose, each at most `width` characters where words allow it; code and tables as they are. */
export function wrap(text: string, width: number): readonly string[] {
  let fenced = false;
  return text.split("\n").flatMap((line) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    return fenced || /^(\s*[|]|\s{4,})/.test(line)
      ? [line]
      : wrapLine(line, width);
  });
}

function wrapLine(line: string, width: number): readonly string[] {
  const indent = /^\s*([-*+]|\d+\.)?\s*/.exec(line)?.[0].length ?? 0;
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/(?<=\S)\s+(?=\S)/)) {
    // A word that begins with @ would be a tag at the start of a line.
    const fits = current.length + 1 + word.length <= width;
    if (current !== "" && !fits && !word.startsWith("@")) {
      lines.push(current);
      current = " ".repeat(Math.min(indent, 4)) + word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
