import type { Parameter } from "../../ir/openapi.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { TypeModel } from "../types/model.ts";
import type { KeyedParameter } from "./parameters.ts";
import type { OperationContext } from "./plan-operation.ts";
import { isExploded, isNested } from "./nested-types.ts";
import { typeOf } from "./schema-kinds.ts";

/** Says of parameters what goes out otherwise than it may be meant, or not at all. */
export function reportParameters(
  keyed: readonly KeyedParameter[],
  { model, report, resolved }: OperationContext,
): void {
  for (const { parameter } of keyed) {
    const type = typeOf(parameter.schema, resolved);
    const { allowReserved, in: place, name, origin, style } = parameter;
    if (allowReserved && place === "cookie" && style === "form")
      report("unsupported/reserved-cookie", origin, { name });
    if (type === undefined) continue;
    if (isImplicitObject(parameter, type, model))
      report("operation/object-without-style", origin, { name });
    if (isFlat(parameter) && isNested(type, isExploded(parameter), model))
      report("operation/nested-parameter", origin, {
        name,
        place,
        style,
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
