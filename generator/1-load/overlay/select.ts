import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../diagnostics/origin.ts";
import type { Json } from "../../ir/source.ts";
import type { Path } from "./paths.ts";

/**
 * The nodes that a JSONPath (RFC 9535) selects, each once. Nothing in a query
 * is ever run as code. `undefined`, with a diagnostic, where it is no JSONPath.
 */
export async function select(
  document: Json,
  query: string,
  origin: Origin,
  report: Report,
): Promise<readonly Path[] | undefined> {
  const { exec } = await import("jsonpath-rfc9535");
  const found = new Map<string, Path>();
  try {
    exec(
      document as Parameters<typeof exec>[0],
      query,
      (_value, normalized) => {
        const path = normalized.map((step) =>
          typeof step === "string" ? unescape(step) : step,
        );
        found.set(JSON.stringify(path), path);
      },
    );
  } catch (error) {
    const problem = problemOf(error);
    report("overlay/target-syntax", origin, { target: query, problem });
    return undefined;
  }
  return [...found.values()];
}

/** The library gives member names as a normalized path spells them (RFC 9535 §2.7). */
const unescape = (name: string): string =>
  name.replace(
    /\\(?:u([0-9a-f]{4})|(.))/g,
    (_, code: string | undefined, char: string) =>
      code === undefined
        ? (escapes[char] ?? char)
        : String.fromCharCode(Number.parseInt(code, 16)),
  );

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** The parser lists every token it would have taken; what it met, and where, says enough. */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const met = /but (.+) found\.?$/s.exec(message)?.[1];
  const { location } = error as { location?: { start?: { column?: number } } };
  if (met === undefined) return message.replace(/\.$/, "");
  return `${met} at column ${location?.start?.column ?? 1} was not expected`;
}
