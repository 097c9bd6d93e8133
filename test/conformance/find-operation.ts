import type { Document, DocumentOperation } from "./document.ts";
import type { Exchange } from "./scenarios.ts";

/** Where a request goes: an operation, what stands before its path, and its path parameters as sent. */
export interface Target {
  readonly document: Document;
  readonly operation: DocumentOperation;
  readonly prefix: string;
  readonly pathTexts: Readonly<Record<string, string>>;
}

/** The operation of a request, by its method and path; the newest document's, where there are several. */
export function findOperation(
  { method, uri }: Exchange,
  documents: readonly Document[],
): Target | undefined {
  const path = uri.replace(/\?.*/s, "").replaceAll("\\", "");
  for (const document of documents.toReversed()) {
    for (const prefix of document.prefixes) {
      for (const operation of literalFirst(document.operations)) {
        const pathTexts =
          operation.method === method && path.startsWith(prefix)
            ? matchPath(operation.path, path.slice(prefix.length) || "/")
            : undefined;
        if (pathTexts) return { document, operation, prefix, pathTexts };
      }
    }
  }
  return undefined;
}

/** OAS 3.1 §4.8.8: concrete paths are matched before templated ones. */
const literalFirst = (
  operations: readonly DocumentOperation[],
): readonly DocumentOperation[] =>
  operations.toSorted(
    (a, b) => Number(a.path.includes("{")) - Number(b.path.includes("{")),
  );

function matchPath(
  template: string,
  path: string,
): Readonly<Record<string, string>> | undefined {
  const pattern = template.replace(
    /\{([^{}]+)\}|[^{}]+/g,
    (text, name?: string) =>
      name === undefined
        ? text.replace(/[.*+?^$()|[\]\\]/g, "\\$&")
        : "([^/]+)",
  );
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
  const found = new RegExp(`^${pattern}$`).exec(path);
  return found
    ? Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ""]))
    : undefined;
}
