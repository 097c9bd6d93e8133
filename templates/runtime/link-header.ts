/**
 * The target of the first link of a relation in the value of a `Link` header (RFC 8288 §3, appendix B.2). One pass from
 * left to right: nothing is looked at twice. A link with an `anchor` is about something else (§3.2).
 */
export function linkTo(relation: string, header: string): string | undefined {
  let at = 0;
  const skip = (characters: string): void => {
    while (at < header.length && characters.includes(header.charAt(at))) at++;
  };
  /** Up to one of these characters, or to the end. */
  const until = (characters: string): string => {
    const start = at;
    while (at < header.length && !characters.includes(header.charAt(at))) at++;
    return header.slice(start, at);
  };
  const quoted = (): string => {
    let text = "";
    for (at++; at < header.length && header.charAt(at) !== '"'; at++) {
      if (header.charAt(at) === "\\") at++;
      text += header.charAt(at);
    }
    at++;
    return text;
  };

  while (at < header.length) {
    skip(" \t,");
    if (header.charAt(at) !== "<") {
      until(",");
      continue;
    }
    at++;
    const target = until(">");
    if (at === header.length) return undefined;
    at++;
    let relations: string | undefined;
    let isElsewhere = false;
    for (skip(" \t"); header.charAt(at) === ";"; skip(" \t")) {
      at++;
      skip(" \t");
      const name = until("=;, \t").toLowerCase();
      skip(" \t");
      let value = "";
      if (header.charAt(at) === "=") {
        at++;
        skip(" \t");
        value = header.charAt(at) === '"' ? quoted() : until(";, \t");
      }
      // Of several, the first counts (§3.3).
      if (name === "rel") relations ??= value;
      if (name === "anchor") isElsewhere = true;
    }
    until(",");
    const names = relations?.toLowerCase().split(/[ \t]+/);
    if (names?.includes(relation) && !isElsewhere) return target.trim();
  }
  return undefined;
}
