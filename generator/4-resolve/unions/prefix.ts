/**
 * What every match of an ECMA-262 pattern begins with, one text for each alternative: `^WH(.*)$` is
 * `WH`. `undefined` where the pattern is not anchored, or says nothing at its start.
 */
export function prefixesOf(pattern: string): readonly string[] | undefined {
  const alternatives = splitAlternatives(pattern);
  const prefixes = alternatives?.map(prefixOf);
  return prefixes?.every((prefix) => prefix !== "") ? prefixes : undefined;
}

/** The parts between `|` outside of groups and classes; `undefined` where brackets do not match. */
function splitAlternatives(pattern: string): readonly string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let inClass = false;
  let start = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === "\\") at += 1;
    else if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = true;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === "|" && depth === 0) {
      parts.push(pattern.slice(start, at));
      start = at + 1;
    }
    if (depth < 0) return undefined;
  }
  return inClass || depth !== 0 ? undefined : [...parts, pattern.slice(start)];
}

/** Literal characters from `^` up to the first that is none, or that a quantifier makes optional. */
function prefixOf(alternative: string): string {
  if (!alternative.startsWith("^")) return "";
  let prefix = "";
  for (let at = 1; at < alternative.length;) {
    const escaped = alternative[at] === "\\";
    const character = escaped ? alternative[at + 1] : alternative[at];
    if (character === undefined || /[\uD800-\uDFFF]/.test(character)) break;
    // An escaped letter or digit is a class, a boundary or a reference; a bare sign is an operator.
    if (
      escaped
        ? /[A-Za-z0-9]/.test(character)
        : /[\^$.*+?()[\]{}|]/.test(character)
    )
      break;
    at += escaped ? 2 : 1;
    const quantifier = alternative[at];
    if (quantifier === "*" || quantifier === "?" || quantifier === "{") break;
    prefix += character;
    if (quantifier === "+") break;
  }
  return prefix;
}
