import { reservedWords } from "../../util/reserved-words.ts";
import { pascal, startsAlone, words } from "./words.ts";

/** A component's name as a type: the author's own wherever TypeScript can take it. */
export function componentTypeName(name: string): string {
  if (/^[A-Z][A-Za-z0-9]*$/.test(name)) return name;
  if (/^[a-z][A-Za-z0-9]*$/.test(name))
    return name.charAt(0).toUpperCase() + name.slice(1);
  return typeName(words(name));
}

/** PascalCase. */
export function typeName(parts: readonly string[]): string {
  const name = pascal(parts);
  return name === "" ? "Unnamed" : asTypeName(name);
}

/** The name as that of a type: what begins with a digit, as a keyword, gets a word before it. */
export const asTypeName = (name: string): string =>
  startsAlone(name) && !reservedWords.has(name) ? name : `Type${name}`;

/**
 * Names of the language and the platform that we would rather not invent a type for. An author who
 * calls a component `Error` or `Event` keeps it.
 */
export const discouraged: ReadonlySet<string> = new Set(
  `Error Event File Date Map Set Symbol Function Request Response Headers URL Document Node Element
   Text Comment Range Selection Location History Screen Window Storage Notification Image Option Audio
   Plugin Performance Proxy Reflect Intl JSON Math RegExp Iterator Buffer Lock Cache Report Position
   FormData Body Parameters Params Item Value Data Response`
    .trim()
    .split(/\s+/),
);
