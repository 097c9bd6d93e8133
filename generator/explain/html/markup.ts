import { safeText } from "../../diagnostics/safe-text.ts";

/** HTML that was made by {@link markup}: everything put into it went through {@link escapeHtml}. */
export interface Markup {
  readonly kind: "markup";
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/**
 * The one way of text into a page, fit for content and for quoted attributes. Control characters and
 * marks that reorder text are shown as escapes; line ends and tabs stay.
 */
export const escapeHtml = (text: string): string =>
  text
    .split(/(\r?\n|\t)/)
    .map((part, index) => (index % 2 === 0 ? safeText(part) : part))
    .join("")
    .replace(/[&<>"'`]/g, (char) => entities[char] ?? "");

type Part = string | number | Markup | undefined | readonly Part[];

/**
 * `markup\`<b>${name}</b>\``: text is escaped, markup stays, lists are joined, `undefined` is nothing.
 * Line ends of the template are for whoever reads it, and no part of the page.
 */
export function markup(
  chunks: TemplateStringsArray,
  ...parts: readonly Part[]
): Markup {
  const text = chunks
    .map(
      (chunk, index) =>
        chunk.replace(lineEnd, joint) +
        (index < parts.length ? print(parts[index]) : ""),
    )
    .join("");
  return { kind: "markup", text };
}

const lineEnd = /(^|.)\n\s*(?=(.?))/g;

/** Between tags, and beside what is put in, a line end is nothing; between words it is a space. */
const joint = (_: string, before: string, after: string): string =>
  before === "" || before === ">" || after === "" || /[<>/]/.test(after)
    ? before
    : `${before} `;

function print(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "kind" in part ? part.text : part.map(print).join("");
}

/** Markup of ours that is text of its own: a style sheet, a script. Never made from a description. */
export const raw = (text: string): Markup => ({ kind: "markup", text });
