import type { TypeId, TypeNode } from "./type-graph.ts";

/** Most types name no others: their list is one list. */
const none: readonly TypeId[] = [];

/** The types that a node names. */
export function childrenOf(node: TypeNode): readonly TypeId[] {
  switch (node.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "integer":
    case "enum":
      return none;
    case "array":
      return [node.items];
    case "tuple":
      return node.rest === undefined ? node.items : [...node.items, node.rest];
    case "record":
      return [node.values];
    case "object": {
      const { extends: bases, properties, additional, patterns } = node;
      const own = properties.map((property) => property.type);
      return bases.length === 0 && !additional && !patterns
        ? own
        : [
            ...bases,
            ...own,
            ...(additional === undefined ? [] : [additional]),
            ...(patterns ?? []).map(({ values }) => values),
          ];
    }
    case "nullable":
      return [node.of];
    case "union":
      return node.variants;
    case "intersection":
      return node.members;
    default:
      return node satisfies never;
  }
}
