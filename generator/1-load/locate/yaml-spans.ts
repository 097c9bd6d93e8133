import type { FindSpan, Span } from "../locate.ts";
import type { YamlEvent } from "../yaml/yaml-event.ts";

/** A node with its span: of a list or map, up to the end of the last scalar in it. */
interface SpannedNode {
  readonly span: Span;
  readonly items: readonly SpannedNode[];
  readonly members: readonly {
    readonly key: string;
    readonly span: Span;
    readonly value: SpannedNode;
  }[];
}

/** Finds nodes of a YAML text by the events of its document. */
export function spanFinder(events: readonly YamlEvent[]): FindSpan {
  if (events.length === 0) return () => undefined;
  const root = readSpans(events);
  return (tokens) => {
    let node = root;
    let span: Span = [root.span[0], root.span[0] + 1];
    for (const token of tokens) {
      const next = step(node, token);
      if (next === undefined) break;
      [node, span] = next;
    }
    return span;
  };
}

function step(
  node: SpannedNode,
  token: string,
): readonly [SpannedNode, Span] | undefined {
  const item = /^\d+$/.test(token) ? node.items[Number(token)] : undefined;
  if (item !== undefined) return [item, item.span];
  const member = node.members.findLast(({ key }) => key === token);
  if (member !== undefined) return [member.value, member.span];
  const merged = node.members.find(({ key }) => key === "<<")?.value;
  if (merged === undefined) return undefined;
  for (const source of merged.items.length > 0 ? merged.items : [merged]) {
    const found = step(source, token);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Recursive: the parsers bound how deep a document nests. */
function readSpans(events: readonly YamlEvent[]): SpannedNode {
  const anchors = new Map<string, SpannedNode>();
  let next = 0;
  let end = 0;
  return read();

  function read(): SpannedNode {
    const event = events[next];
    next += 1;
    if (event === undefined || event.kind === "end")
      return { span: [end, end], items: [], members: [] };
    if (event.kind === "alias") {
      end = event.offset + 1 + event.name.length;
      const target = anchors.get(event.name);
      const here = {
        span: [event.offset, end] as const,
        items: [],
        members: [],
      };
      return { ...(target ?? here), span: here.span };
    }
    const node = readNode(event);
    if (event.anchor !== undefined) anchors.set(event.anchor, node);
    return node;
  }

  function readNode(event: YamlEvent): SpannedNode {
    const items: SpannedNode[] = [];
    const members: SpannedNode["members"][number][] = [];
    end = event.kind === "scalar" ? event.end : event.offset + 1;
    if (event.kind === "list") while (!closes()) items.push(read());
    if (event.kind === "map")
      while (!closes()) {
        const key = events[next];
        const { span } = read();
        const value = read();
        if (key?.kind === "scalar")
          members.push({ key: key.text, span, value });
      }
    return { span: [event.offset, end], items, members };
  }

  function closes(): boolean {
    const ends = (events[next]?.kind ?? "end") === "end";
    if (ends) next += 1;
    return ends;
  }
}
