import { parseAllDocuments, type Document } from "yaml";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Json, Source } from "../ir/source.ts";
import { budgets } from "./budgets.ts";
import { readYaml } from "./read-yaml.ts";

/** Parses YAML 1.2 by its core schema, as OAS 3.1 §4.3 asks. Nothing in it is executed or fetched. */
export function parseYaml(source: Source, report: Report): Json | undefined {
  const document = parseOne(source, report);
  if (document === undefined) return undefined;
  const [error] = document.errors;
  if (error?.code === "RESOURCE_EXHAUSTION") {
    const origin = at(source, error.pos[0]);
    report("load/too-deep", origin, { limit: budgets.depth });
    return undefined;
  }
  if (error !== undefined) {
    report("load/yaml-syntax", at(source, error.pos[0]), {
      problem: sentence(error.message),
    });
    return undefined;
  }
  return readYaml(document, {
    fault: (code, offset, params) => report(code, at(source, offset), params),
  });
}

function parseOne(source: Source, report: Report): Document.Parsed | undefined {
  const text = source.text.slice(...source.range);
  const documents = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    // Equal keys are found while reading, where finding them is linear.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [first, second] = Array.isArray(documents) ? documents : [];
  if (second === undefined) return first;
  const params = { count: documents.length };
  report("load/yaml-documents", at(source, second.range[0]), params);
  return undefined;
}

const at = (source: Source, offset: number) => ({
  source: source.id,
  pointer: "",
  offset: source.range[0] + offset,
});

const sentence = (message: string) =>
  message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
