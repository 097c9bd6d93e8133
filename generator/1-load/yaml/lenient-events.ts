import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type Node,
  type ParsedNode,
} from "yaml";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SourceText } from "../../ir/source.ts";
import { budgets } from "../budgets.ts";
import type { YamlEvent } from "./yaml-event.ts";

/**
 * The events of a text that is no YAML by the letter, but read by most: a closing bracket at the
 * indentation of its key, a control character. Where it is not read by anybody, says why; this
 * parser knows better than the strict one what is wrong.
 */
export function lenientEvents(
  source: SourceText,
  report: Report,
): readonly YamlEvent[] | undefined {
  const documents = parseAllDocuments(source.text.slice(...source.range), {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [first, second] = Array.isArray(documents) ? documents : [];
  const at = (offset: number) => ({
    source: source.id,
    pointer: "",
    offset: source.range[0] + offset,
  });
  const error = first?.errors[0];
  if (error?.code === "RESOURCE_EXHAUSTION")
    report("load/too-deep", at(error.pos[0]), { limit: budgets.depth });
  else if (second !== undefined)
    report("load/yaml-documents", at(second.range[0]), {
      count: documents.length,
    });
  else if (error !== undefined)
    report("load/yaml-syntax", at(error.pos[0]), {
      problem: sentence(error.message),
    });
  else return first === undefined ? [] : eventsOf(first);
  return undefined;
}

function eventsOf(document: Document.Parsed): readonly YamlEvent[] {
  const events: YamlEvent[] = [];
  visit(document.contents);
  return events;

  /** Recursive: the parser bounds how deep a document nests. */
  function visit(node: Node | null): void {
    const { anchor, tag, range } = (node ?? {}) as Partial<ParsedNode>;
    const own = { anchor, tag, offset: range?.[0] ?? 0 };
    if (isAlias(node)) {
      events.push({ kind: "alias", name: node.source, offset: own.offset });
    } else if (isMap(node)) {
      events.push({ kind: "map", ...own });
      for (const { key, value } of node.items) {
        visit(isPair(key) ? null : (key as Node | null));
        visit(value as Node | null);
      }
      events.push({ kind: "end", offset: 0 });
    } else if (isSeq(node)) {
      events.push({ kind: "list", ...own });
      for (const item of node.items) visit(item as Node | null);
      events.push({ kind: "end", offset: 0 });
    } else {
      const plain = node === null || (isScalar(node) && node.type === "PLAIN");
      const text = isScalar(node)
        ? typeof node.value === "string"
          ? node.value
          : (node.source ?? "")
        : "";
      const end = range?.[1] ?? own.offset;
      events.push({ kind: "scalar", text, plain, end, ...own });
    }
  }
}

const sentence = (message: string) =>
  message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
