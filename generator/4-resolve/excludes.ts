import { createPairs, type Pairs } from "../ir/equal-types.ts";
import type { ObjectNode, Scalar, TypeId, TypeNode } from "../ir/type-graph.ts";
import { isUndeclared } from "./object-type.ts";
import type { Types } from "./types.ts";

/**
 * Whether no value is of both types: by their kinds and literals, and by what an object or a list has to have inside. Asks
 * for no type that may be under way, so that it can miss what a look at the whole graph finds (`drop-impossible.ts`).
 */
export function excludes(
  a: TypeId,
  b: TypeId,
  types: Types,
  met: Pairs = createPairs(),
): boolean {
  if (a === b || met.has(a, b)) return false;
  met.add(a, b);
  const left = types.peek(a);
  const right = types.peek(b);
  const inner = (x: TypeId, y: TypeId) => excludes(x, y, types, met);
  if (left !== undefined && right !== undefined)
    return excludesNode(left, right, types, inner);
  const [x, y] = [types.partsOf(a), types.partsOf(b)];
  if (x.length + y.length === 2) return false;
  return x.some((one) => y.some((other) => inner(one, other)));
}

/** Whether any two of these may have a value in common. */
export const overlap = (of: readonly TypeId[], types: Types): boolean =>
  of.some((one, at) =>
    of.slice(at + 1).some((other) => !excludes(one, other, types)),
  );

type Inner = (a: TypeId, b: TypeId) => boolean;

function excludesNode(
  a: TypeNode,
  b: TypeNode,
  types: Types,
  inner: Inner,
): boolean {
  if (a.kind === "never" || b.kind === "never") return true;
  if (a.kind === "unknown" || b.kind === "unknown") return false;
  if (a.kind === "nullable") return excludesNullable(a, b, inner);
  if (b.kind === "nullable") return excludesNullable(b, a, inner);
  if (a.kind === "union") return a.variants.every((id) => inner(id, b.id));
  if (b.kind === "union") return b.variants.every((id) => inner(a.id, id));
  if (a.kind === "intersection") return a.members.some((id) => inner(id, b.id));
  if (b.kind === "intersection") return b.members.some((id) => inner(a.id, id));
  if (areOfOtherKinds(a, b)) return a.assumed !== true && b.assumed !== true;
  if (a.kind === "enum") return bothLiterals(a, b).length === 0;
  if (b.kind === "enum") return bothLiterals(b, a).length === 0;
  if (a.kind === "object" && b.kind === "object")
    return excludesObject(a, b, types, inner);
  if (a.kind === "array" && b.kind === "array") {
    const { minItems: least = 0 } = a.constraints;
    const { minItems: most = 0 } = b.constraints;
    return Math.max(least, most) > 0 && inner(a.items, b.items);
  }
  return false;
}

/** Null is of all that is nullable. */
const excludesNullable = (
  { of }: TypeNode & { kind: "nullable" },
  other: TypeNode,
  inner: Inner,
): boolean =>
  other.kind !== "nullable" && other.kind !== "null" && inner(of, other.id);

/** Objects that have to have a property of which no value is. */
const excludesObject = (
  a: ObjectNode,
  b: ObjectNode,
  types: Types,
  inner: Inner,
): boolean =>
  a.properties.some((property) => {
    const other = b.properties.find(
      ({ wireName }) => wireName === property.wireName,
    );
    if (other === undefined || !(property.required || other.required))
      return false;
    // What is only sent is not there when it is received, and the other way round.
    if (property.access !== "both" || other.access !== "both") return false;
    if (isUndeclared(property)) return isNever(other.type, types);
    if (isUndeclared(other)) return isNever(property.type, types);
    return inner(property.type, other.type);
  });

const isNever = (id: TypeId, types: Types): boolean =>
  types.peek(id)?.kind === "never";

/** Whether two types, neither of them a choice, are of different JSON types. */
export function areOfOtherKinds(a: TypeNode, b: TypeNode): boolean {
  const [left, right] = [jsonTypes(a), jsonTypes(b)];
  return !left.some((type) => right.includes(type));
}

/** The JSON types of values of a type, each literal's for an enum. */
export function jsonTypes(node: TypeNode): readonly string[] {
  if (node.kind === "enum") return node.values.map((value) => typeof value);
  if (node.kind === "integer") return ["number"];
  if (node.kind === "record") return ["object"];
  return [node.kind === "tuple" ? "array" : node.kind];
}

/** The literals of an enum that are of another type as well; of an open one, those that are known. */
export function bothLiterals(
  { values, open }: TypeNode & { kind: "enum" },
  other: TypeNode,
): readonly Scalar[] {
  if (other.kind !== "enum")
    return values.filter((value) => ofKind(value, other.kind));
  const left = values.filter(
    (value) => other.values.includes(value) || (other.open && isText(value)),
  );
  const right = other.values.filter((value) => open && isText(value));
  return [...new Set([...left, ...right])];
}

const isText = (value: Scalar): boolean => typeof value === "string";

/** Whether a literal is of a type that names no literals. */
export function ofKind(value: Scalar, kind: TypeNode["kind"]): boolean {
  if (kind === "integer")
    return typeof value === "number" && Number.isInteger(value);
  return typeof value === kind;
}
