import type { Report } from "../../diagnostics/diagnostic.ts";
import { pointerTokens, type Origin } from "../../diagnostics/origin.ts";
import type { Api } from "../../ir/openapi.ts";
import type { SchemaNode } from "../../ir/schema-graph.ts";
import { hasFormat, isNumeric } from "./int64-as-string.ts";

/** Says once for a description which of its integers a number may not hold. */
export function reportInt64(api: Api, report: Report): void {
  const wide = [...api.schemas.values()].filter(isWide);
  const [first] = wide;
  if (first === undefined) return;
  const places = new Set(wide.map(({ origin }) => placeWords(origin)));
  report("schema/int64-precision", first.origin, {
    count: wide.length,
    places: [...places].slice(0, 3),
  });
}

/**
 * Whether a schema lets integers through that a number rounds. A `maximum` within 2^53 - 1 says that
 * none comes: nobody bounds an integer above and means it to be large below.
 */
function isWide(node: SchemaNode): boolean {
  const { constraints, enum: values, types } = node;
  const { exclusiveMaximum = Infinity, maximum = Infinity } = constraints;
  return (
    hasFormat(node) &&
    types?.some(isNumeric) === true &&
    values === undefined &&
    maximum > Number.MAX_SAFE_INTEGER &&
    exclusiveMaximum > Number.MAX_SAFE_INTEGER + 1
  );
}

/** `Pet.id` of a component, the path of what stands in an operation. */
function placeWords({ pointer }: Origin): string {
  const [section, ...tokens] = pointerTokens(pointer);
  if (section === "paths") return tokens[0] ?? "";
  return tokens
    .filter((token) => !/^(?:schemas|properties|items|\d+)$/.test(token))
    .join(".");
}
