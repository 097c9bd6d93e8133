import type { Scalar, TypeNode } from "../ir/type-graph.ts";
import type { Types } from "./types.ts";

/** Whether no value is of both types, as far as their kinds and literals tell: objects always have one in common. */
export function excludes(a: TypeNode, b: TypeNode, types: Types): boolean {
  if (isOpen(a) || isOpen(b)) return false;
  if (a.kind === "union") return excludesEach(a.variants, b, types);
  if (b.kind === "union") return excludesEach(b.variants, a, types);
  if (a.kind === "enum") return !a.values.some((value) => allows(value, b));
  if (b.kind === "enum") return !b.values.some((value) => allows(value, a));
  return jsonType(a) !== jsonType(b);
}

const excludesEach = (
  variants: readonly TypeNode["id"][],
  other: TypeNode,
  types: Types,
): boolean =>
  variants.every(
    (id) => !types.pending(id) && excludes(types.node(id), other, types),
  );

/** What is not looked into. */
const isOpen = ({ kind }: TypeNode): boolean =>
  kind === "unknown" ||
  kind === "never" ||
  kind === "nullable" ||
  kind === "intersection";

const allows = (value: Scalar, type: TypeNode): boolean =>
  type.kind === "enum" ? type.values.includes(value) : ofKind(value, type.kind);

/** Whether a literal is of a type that names no literals. */
export function ofKind(value: Scalar, kind: TypeNode["kind"]): boolean {
  if (kind === "integer")
    return typeof value === "number" && Number.isInteger(value);
  return typeof value === kind;
}

function jsonType({ kind }: TypeNode): TypeNode["kind"] {
  if (kind === "integer") return "number";
  if (kind === "record") return "object";
  return kind === "tuple" ? "array" : kind;
}
