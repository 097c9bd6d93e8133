import type { Report } from "../diagnostics/diagnostic.ts";
import { child, type Origin } from "../diagnostics/origin.ts";
import type { Json, Source } from "../ir/source.ts";
import { budgets } from "./budgets.ts";
import { isArray, isObject } from "./json.ts";

/**
 * Holds a parsed value to what {@link Source.value} promises: bounded depth, finite numbers.
 * `undefined`, with a diagnostic, where it is too deep for the phases that walk it by recursion.
 */
export function checkValues(
  source: Source,
  value: Json,
  report: Report,
): { readonly value: Json } | undefined {
  const root: Origin = { source: source.id, pointer: "" };
  const found = survey(value);
  if (found.depth > budgets.depth) {
    report("load/too-deep", root, { limit: budgets.depth });
    return undefined;
  }
  return {
    value: found.oddNumber ? boundNumbers(value, root, "", report) : value,
  };
}

/** One pass without recursion: the document may be deeper than the stack. */
function survey(root: Json): { depth: number; oddNumber: boolean } {
  let oddNumber = false;
  let level: Json[] = [root];
  let depth = 0;
  for (; level.length > 0 && depth <= budgets.depth + 1; depth++) {
    const next: Json[] = [];
    for (const value of level) {
      if (typeof value === "number")
        oddNumber ||= !(Math.abs(value) <= Number.MAX_SAFE_INTEGER);
      else if (typeof value === "object" && value !== null) {
        for (const member of Object.values(value)) next.push(member);
      }
    }
    level = next;
  }
  return { depth: depth - 1, oddNumber };
}

/** `1e400` and `.inf` become the largest number there is, `.nan` null; a rounded literal is reported. */
function boundNumbers(
  value: Json,
  origin: Origin,
  role: string,
  report: Report,
): Json {
  if (typeof value === "number")
    return boundNumber(value, origin, role, report);
  if (isArray(value)) {
    return value.map((item, i) =>
      boundNumbers(item, child(origin, i), role, report),
    );
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      boundNumbers(member, child(origin, key), key, report),
    ]),
  );
}

/** Keywords whose numbers are compared with what a server sends, so that rounding changes their meaning. */
const exact: ReadonlySet<string> = new Set(["enum", "const", "default"]);

function boundNumber(
  value: number,
  origin: Origin,
  role: string,
  report: Report,
): Json {
  if (Number.isNaN(value)) {
    report("load/number-range", origin, { read: "null" });
    return null;
  }
  if (!Number.isFinite(value)) {
    const bound = Math.sign(value) * Number.MAX_VALUE;
    report("load/number-range", origin, { read: String(bound) });
    return bound;
  }
  if (
    exact.has(role) &&
    Number.isInteger(value) &&
    !Number.isSafeInteger(value)
  ) {
    report("load/number-rounded", origin, { read: String(value) });
  }
  return value;
}
