import type { Scalar } from "../ir/type-graph.ts";
import type { Json } from "../ir/source.ts";

/**
 * The one way from a value of the description to a literal in code. A JSON text is a JavaScript
 * expression of the same value (ECMA-262 §12.9.4, since ES2019); U+2028 and U+2029 are escaped for
 * tools that are older than that, lone surrogates by `JSON.stringify` itself. A backslash at the end of a
 * text is written by its number: ts-morph's writer takes a quote after any backslash for an escaped one, and
 * what comes next, `"/*"` for one, for no text. An exponent has no plus, as Prettier prints it.
 */
export function literal(value: Json | Scalar): string {
  if (typeof value === "number") return JSON.stringify(value).replace("+", "");
  return JSON.stringify(value)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    .replace(/\\./g, (escape, at: number, all: string) =>
      escape === "\\\\" && all[at + 2] === '"' ? "\\u005c" : escape,
    );
}

/**
 * Strings with a known beginning and end, as a type. Between backticks the escapes of a JSON string mean
 * the same (ECMA-262 §12.9.6); what ends the template or opens a place in it is escaped as well.
 */
export function patternLiteral(before: string, after: string): string {
  const inside = (text: string): string =>
    literal(text)
      .slice(1, -1)
      .replaceAll("`", "\\u0060")
      .replaceAll("$", "\\u0024");
  return `\`${inside(before)}\${string}${inside(after)}\``;
}

/** Names that stand as they are; any other is quoted. */
const plain = /^[A-Za-z_$][\w$]*$/;

/** A wire name as the name of a property in a type. */
export const propertyKey = (name: string): string =>
  plain.test(name) ? name : literal(name);

/** A wire name as a key of an object literal, where a bare `__proto__` would set the prototype. */
export function objectKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return isIndex.test(name) ? name : propertyKey(name);
}

/** Whole numbers as JavaScript writes them are keys without quotes. */
const isIndex = /^(0|[1-9]\d{0,8})$/;

/** A wire name as the name of a variable: itself, or the words of it that are ASCII. */
export function variableName(name: string): string {
  if (plain.test(name)) return name;
  const [first = "", ...more] = name.match(/[A-Za-z0-9]+/g) ?? [];
  const words = [first, ...more.map((each) => each.replace(/^./, upper))];
  return /^[A-Za-z]/.test(first) ? words.join("") : `_${words.join("")}`;
}

const upper = (text: string): string => text.toUpperCase();
