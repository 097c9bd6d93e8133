import type { Parameter } from "../../ir/openapi.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { TypeModel } from "../types/model.ts";
import type { KeyedParameter } from "./parameters.ts";
import type { OperationContext } from "./plan-operation.ts";
import { typeOf } from "./schema-kinds.ts";

/** Says of parameters what goes out otherwise than it may be meant, or not at all. */
export function reportParameters(
  keyed: readonly KeyedParameter[],
  { model, report, resolved }: OperationContext,
): void {
  for (const { parameter } of keyed) {
    const type = typeOf(parameter.schema, resolved);
    if (type === undefined) continue;
    const { name, origin } = parameter;
    if (isImplicitObject(parameter, type, model))
      report("operation/object-without-style", origin, { name });
    if (isFlat(parameter) && isNested(type, model))
      report("operation/nested-parameter", origin, {
        name,
        place: parameter.in,
        style: parameter.style,
      });
  }
}

/** A query object without a style is often meant otherwise than what OpenAPI says it means. */
function isImplicitObject(
  { explode, implicitStyle, in: place, style }: Parameter,
  type: TypeId,
  model: TypeModel,
): boolean {
  const { kind } = model.node(type);
  return (
    place === "query" &&
    implicitStyle &&
    explode &&
    style === "form" &&
    (kind === "object" || kind === "record")
  );
}

/** Whether the style has one level: what lists and objects in each other look like is undefined (OAS 3.1 §4.8.12.4). */
const isFlat = ({ style }: Parameter): boolean =>
  !/^(deepObject|json|wholeJson|content)$/.test(style);

function isNested(type: TypeId, model: TypeModel): boolean {
  const node = model.node(type);
  switch (node.kind) {
    case "nullable":
      return isNested(node.of, model);
    case "array":
      return isStructure(node.items, model);
    case "tuple":
      return node.items.some((item) => isStructure(item, model));
    case "record":
      return isStructure(node.values, model);
    case "object":
      return node.properties.some((property) =>
        isStructure(property.type, model),
      );
    default:
      return false;
  }
}

/** Whether nothing but null and lists or objects are of the type. */
function isStructure(type: TypeId, model: TypeModel): boolean {
  const node = model.node(type);
  switch (node.kind) {
    case "nullable":
      return isStructure(node.of, model);
    case "array":
    case "tuple":
    case "record":
    case "object":
      return true;
    case "union":
      return node.variants.every((variant) => isStructure(variant, model));
    default:
      return false;
  }
}
