/** Beyond these lengths and numbers a pattern is not tried: the time that it takes is bounded by them. */
const longest = { pattern: 200, name: 64 };
const most = { quantifiers: 2, groups: 1 };

/** What the engine may do over and over: groups that are repeated, looked around or referred back to, long counts. */
const costly = /\)[*+?{]|\(\?(?!:)|\\[1-9k]|\{\d{4}|,\d{4}/u;

/**
 * Whether a property of this name may be one of those that a pattern is about (`patternProperties`: ECMA-262, with the
 * flag u, and not anchored). A pattern comes from a description, which nobody has to trust: one that may take its time, or
 * that is none, is not tried, and may match anything.
 */
export function mayMatch(pattern: string, name: string): boolean {
  if (!isCheap(pattern) || name.length > longest.name) return true;
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    return true;
  }
}

/** At most two quantifiers, of single characters: no more steps than the third power of the name's length. */
function isCheap(pattern: string): boolean {
  if (pattern.length > longest.pattern || costly.test(pattern)) return false;
  const bare = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gsu, "x");
  const count = (found: RegExp) => bare.match(found)?.length ?? 0;
  return (
    count(/[*+?{]/gu) - count(/\(\?/gu) <= most.quantifiers &&
    count(/\(/gu) <= most.groups
  );
}
