import { parseTree, type Node } from "jsonc-parser";
import type { FindSpan, Span } from "../locate.ts";

/** Finds nodes of a JSON text. */
export function spanFinder(text: string): FindSpan {
  const root = parse(text);
  return (tokens) => {
    if (root === undefined) return undefined;
    let node: Node = root;
    let span: Span = [root.offset, root.offset + 1];
    for (const token of tokens) {
      const next = member(node, token);
      if (next === undefined) break;
      [node, span] = next;
    }
    return span;
  };
}

function parse(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    // Deeper than the parser's stack: such a document is refused, and its diagnostic has no pointer.
    return undefined;
  }
}

/** The last of equal members, as JSON.parse keeps that one. */
function member(
  node: Node,
  token: string,
): [value: Node, span: Span] | undefined {
  if (node.type === "array") {
    const item = /^\d+$/.test(token)
      ? node.children?.[Number(token)]
      : undefined;
    return item && [item, spanOf(item)];
  }
  const property = node.children?.findLast(
    (child) => child.children?.[0]?.value === token,
  );
  const [key, value] = property?.children ?? [];
  return key && value && [value, spanOf(key)];
}

const spanOf = (node: Node): Span => [node.offset, node.offset + node.length];
