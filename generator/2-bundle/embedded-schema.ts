import { pointerTokens, type Origin } from "../diagnostics/origin.ts";
import type { Json } from "../ir/source.ts";
import type { Located } from "./bundle.ts";
import { valueAt } from "./value-at.ts";

/**
 * What a reference names in a schema that stands in a description as a tool wrote it for a document of its own:
 * `#/$defs/Node` and `#` are then meant from where that schema begins (its `$schema`, or the nearest one that has such
 * `$defs`), though without an `$id` they start from the description.
 */
export function inEmbedded(
  document: Located,
  fragment: string,
  from: Origin,
): Located | undefined {
  const around = enclosing(document, pointerTokens(from.pointer)).toReversed();
  if (fragment === "") return around.find(({ value }) => has(value, "$schema"));
  if (!/^\/(\$defs|definitions)\//.test(fragment)) return undefined;
  const tokens = pointerTokens(fragment);
  for (const schema of around) {
    const found = valueAt(schema, tokens);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The values on the way to a place and the one that stands there, the document apart. */
function enclosing(
  document: Located,
  tokens: readonly string[],
): readonly Located[] {
  const found: Located[] = [];
  for (let at: Located | undefined = document; at !== undefined;) {
    const token = tokens[found.length];
    at = token === undefined ? undefined : valueAt(at, [token]);
    if (at !== undefined) found.push(at);
  }
  return found;
}

const has = (value: Json, key: string): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key);
