import { equalTelltales } from "./equal-telltales.ts";
import type { Constraints } from "./schema-graph.ts";
import type { Property, TypeId, TypeNode } from "./type-graph.ts";

interface Nodes {
  node(id: TypeId): TypeNode;
}

/**
 * Whether two types accept the same values, as far as their structure says, and tell them apart in the same way; words
 * do not count. What no discriminator declares is told by the variants alone, so unions whose telltale is not worked
 * out yet are equal if those are.
 * Coinductive: a pair met again while it is being compared is taken as equal.
 */
export function equalTypes(
  left: TypeId,
  right: TypeId,
  types: Nodes,
  met = createPairs(),
): boolean {
  if (left === right) return true;
  const a = types.node(left);
  const b = types.node(right);
  if (a.kind !== b.kind) return false;
  // What no type carries cannot be compared.
  if (a.incomplete || b.incomplete) return false;
  if (a.assumed !== b.assumed || a.wider !== b.wider) return false;
  if (!equalConstraints(a.constraints, b.constraints)) return false;
  const same = (x: TypeId, y: TypeId) => equalTypes(x, y, types, met);
  // Only what holds other types can be met again inside itself.
  if (!scalars.has(a.kind)) {
    if (met.has(left, right)) return true;
    met.add(left, right);
  }
  return equalNodes(a, b, same);
}

/** A text that equal types have in common, and that few others share. */
export const likenessOf = (node: TypeNode): string =>
  node.kind === "object"
    ? node.properties.map(({ wireName }) => wireName).join("\n")
    : node.kind;

/** Pairs of types that are taken as equal. */
export interface Pairs {
  has(left: TypeId, right: TypeId): boolean;
  add(left: TypeId, right: TypeId): void;
  readonly all: ReadonlyMap<TypeId, ReadonlySet<TypeId>>;
}

/** @param known pairs that were found equal before */
export function createPairs(known?: Pairs): Pairs {
  const all = new Map<TypeId, Set<TypeId>>();
  return {
    all,
    has: (left, right) =>
      all.get(left)?.has(right) === true || known?.has(left, right) === true,
    add(left, right) {
      const others = all.get(left);
      if (others === undefined) all.set(left, new Set([right]));
      else others.add(right);
    },
  };
}

const scalars: ReadonlySet<TypeNode["kind"]> = new Set([
  "unknown",
  "never",
  "null",
  "boolean",
  "string",
  "number",
  "integer",
  "enum",
]);

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
        (a.closedBut === undefined) === (b.closedBut === undefined) &&
        equalLists(a.closedBut ?? [], b.closedBut ?? [], Object.is) &&
        maybe(a.additional, b.additional, same) &&
        equalLists(
          a.patterns ?? [],
          b.patterns ?? [],
          (x, y) => x.prefix === y.prefix && same(x.values, y.values),
        ) &&
        equalLists(a.properties, b.properties, (x, y) =>
          equalProperties(x, y, same),
        )
      );
    case "nullable":
      return b.kind === "nullable" && same(a.of, b.of);
    case "union":
      return (
        b.kind === "union" &&
        equalLists(a.variants, b.variants, same) &&
        equalTelltales(a, b)
      );
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
    ? equalConstraints(a.constraints, b.constraints)
    : same(a.type, b.type));

const equalConstraints = (a: Constraints, b: Constraints): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

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
