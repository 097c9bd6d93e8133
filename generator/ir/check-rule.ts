import type { DeclaredRule } from "./page-rule.ts";

type Kind = "path" | "place" | "end" | "text" | "number" | "boolean";
type Fields = Readonly<
  Record<string, readonly [kind: Kind, required: boolean]>
>;

const ends: Fields = {
  more: ["place", false],
  last: ["place", false],
  next: ["place", false],
  total: ["place", false],
  size: ["text", false],
};
const items: Fields = { items: ["path", false] };
const parameter: Fields = { parameter: ["path", true] };

/** The fields of each style, and what they are. */
const styles: Readonly<Record<DeclaredRule["style"], Fields>> = {
  cursor: {
    ...parameter,
    next: ["place", true],
    more: ["place", false],
    end: ["end", false],
    ...items,
  },
  offset: {
    ...parameter,
    first: ["number", false],
    current: ["place", false],
    ...ends,
    ...items,
  },
  page: {
    ...parameter,
    first: ["number", false],
    current: ["place", false],
    pages: ["place", false],
    ...ends,
    ...items,
  },
  url: { next: ["place", true], byGet: ["boolean", false], ...items },
  link: items,
  "last-item": {
    ...parameter,
    id: ["path", true],
    more: ["place", false],
    ...items,
  },
  none: {},
};

/** Why a value of unknown origin is no `DeclaredRule`, in words; `undefined` if it is one. */
export function ruleFault(value: unknown): string | undefined {
  if (!isRecord(value)) return "it is no object with a style";
  const { style, ...given } = value;
  if (typeof style !== "string" || !Object.hasOwn(styles, style))
    return `its style is none of ${Object.keys(styles).join(", ")}`;
  const fields = styles[style as DeclaredRule["style"]];
  const known = Object.keys(fields);
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined)
    return `${JSON.stringify(unknown)} means nothing in style ${style}, which has ${known.join(", ")}`;
  for (const [key, [kind, isRequired]] of Object.entries(fields)) {
    const found = given[key];
    if (found === undefined ? isRequired : !isOfKind[kind](found))
      return `${JSON.stringify(key)} is ${found === undefined ? "missing" : `no ${kindWords[kind]}`}`;
  }
  return undefined;
}

const kindWords: Readonly<Record<Kind, string>> = {
  path: "path",
  place: "place",
  end: "{ at, is }, a place and the text that ends pages there",
  text: "text",
  number: "number",
  boolean: "boolean",
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === "string";
const isPath = (value: unknown): boolean =>
  isText(value) || (Array.isArray(value) && value.every(isText));

const isOfKind: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  path: isPath,
  place: (value) =>
    isPath(value) || (isRecord(value) && isText(value["header"])),
  end: (value) => isRecord(value) && isPath(value["at"]) && isText(value["is"]),
  text: isText,
  number: Number.isSafeInteger,
  boolean: (value) => typeof value === "boolean",
};
