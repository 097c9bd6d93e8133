export type FormatGuess =
  | { readonly kind: "json" | "yaml" }
  /** Neither, and what it seems to be instead. */
  | { readonly kind: "other"; readonly seems: string };

/** Tells what a text is by how it begins; extensions lie too often to be asked. */
export function guessFormat(text: string): FormatGuess {
  const start = /\S[^]{0,200}/.exec(text)?.[0] ?? "";
  const other = beginnings.find(([beginning]) => beginning.test(start));
  if (other !== undefined) return { kind: "other", seems: other[1] };
  // A YAML flow map may begin `{openapi:`; JSON goes on with a quote or ends.
  return { kind: /^\{\s*(?:["}]|$)|^\[/.test(start) ? "json" : "yaml" };
}

const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^$/, "empty"],
  [
    /^<(?:!doctype html|html|head|body)/i,
    "an HTML page, perhaps an error page saved by mistake",
  ],
  [/^<\?xml|^<[a-z]+:?[a-z]*[\s>]/i, "an XML document"],
  [/^#%RAML/, "a RAML document"],
  [
    /^(?:"""|(?:type|schema|interface|enum|scalar|directive|extend)\b[^:]*\{)/,
    "a GraphQL schema",
  ],
  [/^syntax\s*=\s*["']proto/, "a Protocol Buffers file"],
  [/^(?:import|export|module\.exports)\b/, "a JavaScript or TypeScript module"],
  [
    /^version https:\/\/git-lfs/,
    "a Git LFS pointer, not the file it stands for",
  ],
];
