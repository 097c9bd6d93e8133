import type { Report } from "../diagnostics/diagnostic.ts";
import type { Json, Source } from "../ir/source.ts";
import { countJsonMembers, findDuplicateMembers } from "./duplicate-members.ts";

/** Parses JSON and reports members written twice. `undefined` where it is no JSON: see {@link reportJsonSyntax}. */
export function parseJson(source: Source, report: Report): Json | undefined {
  const text = source.text.slice(...source.range);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  // JSON.parse keeps the last of equal members in silence; a count tells whether it did.
  if (countJsonMembers(text) !== countMembers(value)) {
    for (const { key, offset } of findDuplicateMembers(text)) {
      const at = {
        source: source.id,
        pointer: "",
        offset: source.range[0] + offset,
      };
      report("load/duplicate-key", at, { key });
    }
  }
  return value;
}

/** Iterative: a hostile document may nest deeper than the stack. */
function countMembers(root: Json): number {
  let count = 0;
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const members = Array.isArray(value) ? value : Object.values(value);
    if (members !== value) count += members.length;
    for (const member of members)
      if (typeof member === "object" && member !== null) open.push(member);
  }
  return count;
}

/** Reports where and how a text stops being JSON. Loads a parser that keeps positions only now. */
export async function reportJsonSyntax(
  source: Source,
  report: Report,
): Promise<void> {
  const text = source.text.slice(...source.range);
  const { problem, offset, end = offset } = await findProblem(text);
  const ends = text.slice(end).trim() === "";
  const at = {
    source: source.id,
    pointer: "",
    offset: source.range[0] + offset,
  };
  if (ends) report("load/json-truncated", at, { problem });
  else report("load/json-syntax", at, { problem });
}

async function findProblem(
  text: string,
): Promise<{ problem: string; offset: number; end?: number }> {
  const { parseTree, printParseErrorCode } = await import("jsonc-parser");
  const errors: { error: number; offset: number; length: number }[] = [];
  try {
    parseTree(text, errors, {
      disallowComments: true,
      allowTrailingComma: false,
    });
  } catch {
    // Nested deeper than that parser's stack: the built-in one knows the place as well.
  }
  const [first] = errors;
  if (first === undefined)
    return { problem: "this is not JSON", offset: builtInOffset(text) };
  const code = printParseErrorCode(first.error);
  const offset = Math.min(first.offset, text.trimEnd().length);
  // A string or `tru` that the text breaks off in begins before its end.
  const isCut = /^(?:UnexpectedEndOf|InvalidSymbol)/.test(code);
  return {
    problem: problems[code] ?? "this is not JSON",
    offset,
    ...(isCut && { end: offset + first.length }),
  };
}

function builtInOffset(text: string): number {
  try {
    JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    return position === undefined ? text.length : Number(position);
  }
  return 0;
}

const problems: Readonly<Record<string, string>> = {
  InvalidSymbol: "this is no value that JSON knows",
  InvalidNumberFormat: "this is not a number as JSON writes it",
  PropertyNameExpected: "a member's name in double quotes should stand here",
  ValueExpected: "a value should stand here",
  ColonExpected: "a colon should stand here",
  CommaExpected: "a comma should stand here",
  CloseBraceExpected: "a closing brace should stand here",
  CloseBracketExpected: "a closing bracket should stand here",
  EndOfFileExpected: "the document has ended, but more text follows",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "this string is not closed",
  UnexpectedEndOfNumber: "this number is not finished",
  InvalidUnicode: "this is not a Unicode escape",
  InvalidEscapeCharacter: "JSON has no such escape",
  InvalidCharacter: "a control character must be escaped in a string",
};
