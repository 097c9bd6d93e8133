import { stringEnd } from "./string-end.ts";

/** How many members the maps of a JSON text are written with: its colons outside of strings. */
export function countJsonMembers(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 58 /* : */) count++;
    else if (code === 34 /* " */) i = stringEnd(text, i);
  }
  return count;
}

/** Members of a well-formed JSON text whose name their map already has, with where they stand. */
export function findDuplicateMembers(
  text: string,
): readonly { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  const open: Set<string>[] = [];
  let last = { start: 0, end: 0 };
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "{" || char === "[") open.push(new Set());
    else if (char === "}" || char === "]") open.pop();
    else if (char === '"') {
      last = { start: i, end: stringEnd(text, i) };
      i = last.end;
    } else if (char === ":") {
      const key = JSON.parse(text.slice(last.start, last.end + 1)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) found.push({ key, offset: last.start });
      keys?.add(key);
    }
  }
  return found;
}
