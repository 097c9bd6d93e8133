import type {
  Condition,
  TypeId,
  TypeNode,
  WireType,
} from "../../ir/type-graph.ts";
import type { Nodes } from "./nodes.ts";

/** The strongest necessary condition of a type that a decoder can test at one glance. */
export function conditionOf(type: TypeId, types: Nodes): Condition {
  const node = types.node(type);
  if (node.kind === "enum" && !node.open)
    return { kind: "literal", values: node.values };
  if (node.kind === "array") {
    const items = types.node(node.items);
    const minItems = node.constraints.minItems ?? 0;
    if (items.kind === "enum" && !items.open)
      return { kind: "items", values: items.values, minItems };
  }
  const wire = wireTypes(type, types);
  return wire === undefined ? { kind: "any" } : { kind: "types", types: wire };
}

/** The JSON types that values of a type can have; `undefined` is any. */
export function wireTypes(
  type: TypeId,
  types: Nodes,
  met: ReadonlySet<TypeId> = new Set(),
): readonly WireType[] | undefined {
  if (met.has(type)) return [];
  const inner = (id: TypeId) => wireTypes(id, types, new Set([...met, type]));
  const node: TypeNode = types.node(type);
  switch (node.kind) {
    case "unknown":
      return undefined;
    case "never":
      return [];
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "array":
    case "object":
      return [node.kind];
    case "integer":
      return ["number"];
    case "enum": {
      const kinds = new Set(
        node.values.map((value) => typeof value as WireType),
      );
      return [...(node.open ? kinds.add("string") : kinds)];
    }
    case "tuple":
      return ["array"];
    case "record":
      return ["object"];
    case "nullable": {
      const of = inner(node.of);
      return of && [...of, "null"];
    }
    case "union": {
      const each = node.variants.map(inner);
      return each.some((one) => one === undefined)
        ? undefined
        : [...new Set(each.flatMap((one) => one ?? []))];
    }
    case "intersection":
      return inner(node.members[0] as TypeId);
    default:
      return node satisfies never;
  }
}

/** The JSON types a condition lets through. */
export function conditionTypes(
  condition: Condition,
): readonly WireType[] | undefined {
  switch (condition.kind) {
    case "any":
      return undefined;
    case "types":
      return condition.types;
    case "literal":
      return [
        ...new Set(condition.values.map((value) => typeof value as WireType)),
      ];
    case "items":
      return ["array"];
    default:
      return condition satisfies never;
  }
}

/**
 * How far two conditions exclude each other. `"sound"`: no value passes both. `"mostly"`: only an
 * empty array does. `undefined`: nothing is known to be excluded.
 */
export function exclusive(
  a: Condition,
  b: Condition,
): "sound" | "mostly" | undefined {
  const left = conditionTypes(a);
  const right = conditionTypes(b);
  if (
    left !== undefined &&
    right !== undefined &&
    !left.some((type) => right.includes(type))
  ) {
    return "sound";
  }
  if (a.kind === "literal" && b.kind === "literal") {
    return a.values.some((value) => b.values.includes(value))
      ? undefined
      : "sound";
  }
  if (a.kind === "items" && b.kind === "items") {
    if (a.values.some((value) => b.values.includes(value))) return undefined;
    return a.minItems > 0 || b.minItems > 0 ? "sound" : "mostly";
  }
  return undefined;
}
