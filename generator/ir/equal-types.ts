import type { Property, TypeId, TypeNode } from "./type-graph.ts";

interface Nodes {
  node(id: TypeId): TypeNode;
}

/**
 * Whether two types accept the same values, as far as their structure says; words do not count.
 * Coinductive: a pair met again while it is being compared is taken as equal.
 */
export function equalTypes(
  left: TypeId,
  right: TypeId,
  types: Nodes,
  met = new Set<string>(),
): boolean {
  if (left === right) return true;
  const pair = `${left}\n${right}`;
  if (met.has(pair)) return true;
  met.add(pair);
  const a = types.node(left);
  const b = types.node(right);
  // What no type carries cannot be compared.
  if (a.incomplete || b.incomplete) return false;
  if (a.assumed !== b.assumed || a.wider !== b.wider) return false;
  if (JSON.stringify(a.constraints) !== JSON.stringify(b.constraints))
    return false;
  const same = (x: TypeId, y: TypeId) => equalTypes(x, y, types, met);
  return equalNodes(a, b, same);
}

function equalNodes(
  a: TypeNode,
  b: TypeNode,
  same: (x: TypeId, y: TypeId) => boolean,
): boolean {
  switch (a.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "integer":
      return a.kind === b.kind;
    case "enum":
      return (
        b.kind === "enum" &&
        a.open === b.open &&
        equalLists(a.values, b.values, Object.is)
      );
    case "array":
      return b.kind === "array" && same(a.items, b.items);
    case "tuple":
      return (
        b.kind === "tuple" &&
        a.required === b.required &&
        equalLists(a.items, b.items, same) &&
        maybe(a.rest, b.rest, same)
      );
    case "record":
      return b.kind === "record" && same(a.values, b.values);
    case "object":
      return (
        b.kind === "object" &&
        a.closed === b.closed &&
        maybe(a.additional, b.additional, same) &&
        equalLists(a.properties, b.properties, (x, y) =>
          equalProperties(x, y, same),
        )
      );
    case "nullable":
      return b.kind === "nullable" && same(a.of, b.of);
    case "union":
      return b.kind === "union" && equalLists(a.variants, b.variants, same);
    case "intersection":
      return (
        b.kind === "intersection" && equalLists(a.members, b.members, same)
      );
    default:
      return a satisfies never;
  }
}

const equalProperties = (
  a: Property,
  b: Property,
  same: (x: TypeId, y: TypeId) => boolean,
): boolean =>
  a.wireName === b.wireName &&
  a.required === b.required &&
  a.access === b.access &&
  // Beside the same reference either may say more.
  (a.type === b.type
    ? JSON.stringify(a.constraints) === JSON.stringify(b.constraints)
    : same(a.type, b.type));

const equalLists = <T>(
  a: readonly T[],
  b: readonly T[],
  same: (x: T, y: T) => boolean,
): boolean =>
  a.length === b.length && a.every((item, index) => same(item, b[index] as T));

const maybe = (
  a: TypeId | undefined,
  b: TypeId | undefined,
  same: (x: TypeId, y: TypeId) => boolean,
) => (a === undefined || b === undefined ? a === b : same(a, b));
