import type { PageStrategy } from "./page-strategy.js";

/**
 * Pages in XML, which arrive as text: what a page says stands in elements of its root, and the page is the
 * one item that it has.
 */
export const inXml = (strategy: PageStrategy): PageStrategy => ({
  ...strategy,
  items: (body) => [body],
  next: (page) =>
    strategy.next({ ...page, body: elementsOf(String(page.body)) }),
});

/** The texts of the elements in the root, by name; of several of a name, the first's. */
export function elementsOf(xml: string): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  let depth = 0;
  let start = 0;
  for (const { 0: all, 1: tag, index = 0 } of xml.matchAll(markup)) {
    if (tag === undefined) continue;
    if (all.startsWith("</")) {
      depth -= 1;
      // An element of the root closes here: what is between its tags is its text, unless that has tags as well.
      const text = xml.slice(start, index);
      const isNew = depth === 1 && start > 0 && !found.has(tag);
      if (isNew) found.set(tag, plainText(text));
      start = 0;
    } else {
      const isEmpty = all.endsWith("/>");
      if (!isEmpty) depth += 1;
      start = isEmpty ? 0 : index + all.length;
    }
  }
  return Object.fromEntries(found);
}

/**
 * Comments, CDATA sections, instructions; and tags, whose attributes may hold a `>`. What is not closed goes on to the
 * end, and no `<` is passed over, so that a text is read once.
 */
const markup =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<![^<>]*>|<\/?([^\s<>/!?]+)(?:"[^"<]*"|'[^'<]*'|[^'"<>])*>/g;

/** XML §2.4, §2.7, §4.6: sections as they are, references as what they stand for. */
const plainText = (text: string): string =>
  text
    .replace(
      /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
      (_, section?: string, hex?: string, decimal?: string, name?: string) =>
        name === undefined
          ? (section ?? characterOf(hex ? parseInt(hex, 16) : Number(decimal)))
          : (named[name.toLowerCase()] ?? ""),
    )
    .trim();

const characterOf = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
