/**
 * The most specific of several media types and ranges that a media type is in (RFC 9110 §12.5.1):
 * itself with its parameters, itself without them, the other name of XML, `application/*+json`, `text/*`, anything.
 */
export function findMediaType(
  known: readonly string[],
  type: string,
): string | undefined {
  const essence = essenceOf(type);
  return (
    known.find((each) => each.toLowerCase() === type.toLowerCase()) ??
    known.find((each) => essenceOf(each) === essence) ??
    known.find((each) => isXml(each) && isXml(type)) ??
    [...known]
      .sort((a, b) => b.length - a.length)
      .find((each) => isInRange(essence, essenceOf(each)))
  );
}

/** `type/subtype`, without parameters, as far as it may be compared (RFC 9110 §8.3.1). */
const essenceOf = (type: string): string =>
  type.replace(/;.*/s, "").trim().toLowerCase();

/** Both names mean the same (RFC 7303 §9.2). */
const isXml = (type: string): boolean =>
  /^(application|text)\/xml$/.test(essenceOf(type));

function isInRange(essence: string, range: string): boolean {
  const [before = "", after] = range.replace("*/*", "*").split("*");
  return (
    after !== undefined &&
    (essence.includes("/") || range === "*/*") &&
    essence.startsWith(before) &&
    essence.endsWith(after)
  );
}
