import type { FindSpan, Span } from "../locate.ts";
import { stringEnd } from "../string-end.ts";

/** A member or an item: where it is said to stand, and where its value begins. */
interface Member {
  readonly span: Span;
  readonly value: number;
}

/** By name; the last of equal members, as `JSON.parse` keeps that one. Items by their index. */
type Members = ReadonlyMap<string, Member>;

/** Levels that are read in one pass: an entry of `paths`, or of `components`, is on the third. */
const levels = 3;

/**
 * Finds nodes of a well-formed JSON text. What is looked for is a few places in a text of megabytes, so
 * there is no tree: the text is passed over, and the members of what was entered are kept.
 */
export function spanFinder(text: string): FindSpan {
  const known = new Map<number, Members>();
  const start = skipSpace(text, 0);
  return (tokens) => {
    let found: Member = { span: [start, start + 1], value: start };
    for (const token of tokens) {
      if (!known.has(found.value)) readValue(text, found.value, levels, known);
      const next = known.get(found.value)?.get(token);
      if (next === undefined) break;
      found = next;
    }
    return found.span;
  };
}

/** Notes the members of a value and, so many levels deep, of those; a scalar has none. Gives where the value ends. */
function readValue(
  text: string,
  value: number,
  deep: number,
  known: Map<number, Members>,
): number {
  const isObject = text[value] === "{";
  if (deep === 0 || (!isObject && text[value] !== "["))
    return valueEnd(text, value);
  const members = new Map<string, Member>();
  known.set(value, members);
  let at = skipSpace(text, value + 1);
  while (at < text.length && text[at] !== "}" && text[at] !== "]") {
    if (isObject) {
      const key: Span = [at, stringEnd(text, at) + 1];
      const name = JSON.parse(text.slice(...key)) as string;
      const colon = skipSpace(text, key[1]);
      at = skipSpace(text, colon + 1);
      members.set(name, { span: key, value: at });
      at = readValue(text, at, deep - 1, known);
    } else {
      const end = readValue(text, at, deep - 1, known);
      members.set(String(members.size), { span: [at, end], value: at });
      at = end;
    }
    at = skipSpace(text, at);
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return at + 1;
}

/** Just after the value that begins at `start`, however deep it is. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const code = text.charCodeAt(at);
    if (code === 34 /* " */) at = stringEnd(text, at);
    else if (code === 123 /* { */ || code === 91 /* [ */) depth++;
    else if (code === 125 /* } */ || code === 93 /* ] */) depth--;
    else if (depth === 0) return scalarEnd(text, at);
    at++;
  } while (depth > 0 && at < text.length);
  return at;
}

/** A number, or one of the three words. */
function scalarEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && /[\w.+-]/.test(text.charAt(at))) at++;
  return Math.max(at, start + 1);
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (" \t\r\n\uFEFF".includes(text.charAt(at)) && at < text.length) at++;
  return at;
}
