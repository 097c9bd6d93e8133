import type { ObjectNode, TypeId, TypeNode } from "../ir/type-graph.ts";
import { bothLiterals, ofKind } from "./excludes.ts";
import { anyValues, type Types } from "./types.ts";

/** Whether every value of `a` is one of `b`, as far as a look at the two nodes alone can tell. */
export function implies(a: TypeNode, b: TypeNode, types: Types): boolean {
  if (b.kind === "unknown" || a.kind === "never") return true;
  if (b.kind === "record" && (a.kind === "object" || a.kind === "record")) {
    return b.annotations.title === undefined && isOpenRecord(b);
  }
  if (a.kind === "enum" && b.kind === "enum")
    return (b.open || !a.open) && bothLiterals(a, b).length === a.values.length;
  if (a.kind === "enum")
    return a.values.every((value) => ofKind(value, b.kind));
  if (a.kind === "object" && b.kind === "object") return includes(a, b);
  if (a.kind === "union" && b.kind === "union")
    return a.variants.every((one) =>
      b.variants.some((other) => isWithin(one, other, types)),
    );
  if (a.kind === "integer" && b.kind === "number") return unconstrained(b);
  return a.kind === b.kind && isPlain(a) && unconstrained(b);
}

const isWithin = (one: TypeId, other: TypeId, types: Types): boolean => {
  if (one === other) return true;
  const [a, b] = [types.peek(one), types.peek(other)];
  return a !== undefined && b !== undefined && implies(a, b, types);
};

/** Whether one object has everything of another, the very same: what inherits from it does. */
const includes = (a: ObjectNode, b: ObjectNode): boolean =>
  !b.closed &&
  b.incomplete !== true &&
  unconstrained(b) &&
  (b.additional === undefined || b.additional === a.additional) &&
  b.patterns === undefined &&
  b.properties.every((property) => {
    const own = a.properties.find(
      (other) => other.wireName === property.wireName,
    );
    return (
      own?.type === property.type &&
      own.access === property.access &&
      (own.required || !property.required)
    );
  });

export const isOpenRecord = (node: TypeNode & { kind: "record" }): boolean =>
  node.values.endsWith(anyValues);
export const isPlain = (node: TypeNode): boolean =>
  node.kind === "string" ||
  node.kind === "number" ||
  node.kind === "integer" ||
  node.kind === "boolean" ||
  node.kind === "null";
export const unconstrained = (node: TypeNode): boolean =>
  Object.keys(node.constraints).length === 0;
