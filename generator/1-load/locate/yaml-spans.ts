import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type ParsedNode,
} from "yaml";
import type { FindSpan, Span } from "../locate.ts";

/** Finds nodes of a YAML text. */
export function spanFinder(text: string): FindSpan {
  const document = parse(text);
  return (tokens) => {
    const root = document?.contents;
    if (!document || !root) return undefined;
    let node: Node = root;
    const [start] = spanOf(root) ?? [0];
    let span: Span = [start, start + 1];
    for (const token of tokens) {
      const next = member(document, node, token);
      if (next === undefined) break;
      span = next.span ?? span;
      if (next.value === undefined) break;
      node = next.value;
    }
    return span;
  };
}

function parse(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
  } catch {
    // Deeper than the parser's stack: such a document is refused, and its diagnostic has no pointer.
    return undefined;
  }
}

interface Member {
  readonly value: Node | undefined;
  readonly span: Span | undefined;
}

function member(
  document: Document.Parsed,
  parent: Node,
  token: string,
): Member | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const item = /^\d+$/.test(token) ? node.items[Number(token)] : undefined;
    return isNode(item) ? { value: item, span: spanOf(item) } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast(
    ({ key }) => isScalar(key) && nameOf(key) === token,
  );
  if (pair !== undefined) {
    const value = isNode(pair.value) ? pair.value : undefined;
    return { value, span: spanOf(pair.key as Node) };
  }
  const merged = node.items.find(
    ({ key }) => isScalar(key) && key.source === "<<",
  )?.value;
  const sources = isSeq(merged) ? merged.items : [merged];
  for (const source of sources) {
    const found = isNode(source) ? member(document, source, token) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const nameOf = (key: { value: unknown; source?: string }): string =>
  typeof key.value === "string" ? key.value : (key.source ?? String(key.value));

function spanOf(node: Node): Span | undefined {
  const range = (node as ParsedNode).range;
  return range && [range[0], range[1]];
}
