import type { ScalarType } from "../../ir/operation-plan.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId } from "../../ir/type-graph.ts";

/** The JSON types that the values of a scalar may have, each once, `null` last. */
export function scalarTypes(
  type: TypeId,
  types: Resolved["types"],
): readonly ScalarType[] {
  return [...new Set(typesOf(type, types))];
}

function typesOf(
  type: TypeId,
  types: Resolved["types"],
): readonly ScalarType[] {
  const node = types.get(type);
  switch (node?.kind) {
    case "boolean":
    case "string":
    case "number":
    case "null":
      return [node.kind];
    case "integer":
      return ["number"];
    case "enum":
      return node.values.map(typeOfValue);
    case "nullable":
      return [...typesOf(node.of, types), "null"];
    case "union":
      return node.variants.flatMap((variant) => typesOf(variant, types));
    default:
      return [];
  }
}

const typeOfValue = (value: string | number | boolean): ScalarType => {
  switch (typeof value) {
    case "string":
      return "string";
    case "number":
      return "number";
    default:
      return "boolean";
  }
};
