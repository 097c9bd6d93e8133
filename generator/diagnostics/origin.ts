/** Where something was written: a source and a JSON Pointer (RFC 6901) into its document. */
export interface Origin {
  /** The {@link Source.id} of the file. */
  readonly source: string;
  /** `""` is the whole document. Line and column are worked out only when a diagnostic prints. */
  readonly pointer: string;
  /** Where the text could not be parsed and so no pointer exists: an offset into it. */
  readonly offset?: number;
}

/** The origin of a member of `parent`: property names and array indexes, escaped as RFC 6901 §3 says. */
export function child(
  parent: Origin,
  ...tokens: readonly (string | number)[]
): Origin {
  let { pointer } = parent;
  for (const token of tokens) pointer += pointerToken(token);
  return { source: parent.source, pointer };
}

function pointerToken(token: string | number): string {
  const text = String(token);
  return text.includes("~") || text.includes("/")
    ? `/${text.replaceAll("~", "~0").replaceAll("/", "~1")}`
    : `/${text}`;
}

/** The tokens of a JSON Pointer, unescaped (RFC 6901 §4). `""` has none. */
export function pointerTokens(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
