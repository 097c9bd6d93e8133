/** Paths as other tools write them. `undefined` where one selects more than one value, or nothing we know. */

/** `$.meta.next` and `$["meta"]["next"]` of JSONPath (RFC 9535 §2.5); other roots such as `$response`. */
export function fromJsonPath(
  text: string,
  root = "$",
): readonly string[] | undefined {
  if (!text.startsWith(root)) return undefined;
  const path: string[] = [];
  const segment = /\.([^.[\]]+)|\["([^"]*)"\]|\['([^']*)'\]/y;
  segment.lastIndex = root.length;
  while (segment.lastIndex < text.length) {
    const [, name, double, single] = segment.exec(text) ?? [];
    const found = name ?? double ?? single;
    if (found === undefined) return undefined;
    path.push(found);
  }
  return path;
}

/** A JSON Pointer (RFC 6901 §3). */
export function fromPointer(text: string): readonly string[] | undefined {
  if (text === "") return [];
  if (!text.startsWith("/")) return undefined;
  return text
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
