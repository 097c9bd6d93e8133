import type { TypeId, TypeNode } from "../../generator/ir/type-graph.ts";

/**
 * Types as JSON Schema, for a judge that shares no code with the compiler. Every type reached is a
 * definition of its own, so recursion needs no special case.
 */
export function schemaOf(root: TypeId, node: (id: TypeId) => TypeNode): object {
  const names = new Map<TypeId, string>();
  const definitions: Record<string, object> = {};
  const to = (id: TypeId): object => {
    const name = names.get(id) ?? `t${names.size}`;
    if (!names.has(id)) {
      names.set(id, name);
      definitions[name] = write(node(id), to);
    }
    return { $ref: `#/$defs/${name}` };
  };
  return { ...to(root), $defs: definitions };
}

function write(node: TypeNode, to: (id: TypeId) => object): object {
  const { format: _, ...bounds } = node.constraints;
  switch (node.kind) {
    case "unknown":
      return bounds;
    case "never":
      return { not: {} };
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "integer":
      return { ...bounds, type: node.kind };
    case "enum":
      return node.open ? { type: "string" } : { ...bounds, enum: node.values };
    case "array":
      return { ...bounds, type: "array", items: to(node.items) };
    case "tuple":
      return {
        ...bounds,
        type: "array",
        prefixItems: node.items.map(to),
        items: node.rest === undefined ? false : to(node.rest),
      };
    case "record":
      return {
        ...bounds,
        type: "object",
        additionalProperties: to(node.values),
      };
    case "object":
      return {
        ...bounds,
        type: "object",
        required: node.properties
          .filter(({ required }) => required)
          .map(({ wireName }) => wireName),
        properties: Object.fromEntries(
          node.properties.map(({ wireName, type }) => [wireName, to(type)]),
        ),
        ...(node.additional !== undefined
          ? { additionalProperties: to(node.additional) }
          : node.closed && { additionalProperties: false }),
      };
    case "nullable":
      return { anyOf: [{ type: "null" }, to(node.of)] };
    case "union":
      // The stricter reading: valid under it is valid under anyOf as well.
      return { oneOf: node.variants.map(to) };
    case "intersection":
      return { allOf: node.members.map(to) };
    default:
      return node satisfies never;
  }
}
