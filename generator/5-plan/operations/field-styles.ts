import type { Name } from "../../ir/declaration-plan.ts";
import type { FormPlan } from "../../ir/operation-plan.ts";
import type { MediaType, PropertyEncoding } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { mediaKind } from "./media-types.ts";
import { queryStyle } from "./parameters.ts";
import { isScalar, mayBeObject, propertiesOf } from "./schema-kinds.ts";

/**
 * How the fields of an urlencoded body are written, where that is not the runtime's default. What all
 * fields have alike, which a style makes a difference to, is the style of the form.
 */
export function planForm(
  { encoding }: MediaType,
  body: TypeId | undefined,
  { types }: Resolved,
): FormPlan {
  const properties = body === undefined ? [] : propertiesOf(body, types);
  const typeOf = (property: string): TypeId | undefined =>
    properties.find(({ wireName }) => wireName === property)?.type;
  const fields = encoding.flatMap((each) => {
    const style = fieldStyle(each, typeOf(each.property), types);
    return style === undefined ? [] : [{ name: each.property, style }];
  });
  const [first] = fields;
  const isStyled = (name: string) =>
    fields.some((field) => field.name === name);
  const isUniform =
    fields.every(({ style }) => style.name === first?.style.name) &&
    properties.every(
      ({ wireName, type }) => isStyled(wireName) || isScalar(type, types),
    );
  return isUniform && first !== undefined
    ? { kind: "form", style: first.style, fields: [] }
    : { kind: "form", style: undefined, fields };
}

/** `undefined` where the default does the same: on a scalar every style does. */
function fieldStyle(
  encoding: PropertyEncoding,
  type: TypeId | undefined,
  types: Resolved["types"],
): Name | undefined {
  const isJson = mediaKind({ type: encoding.contentType ?? "" }) === "json";
  if (!isStyled(encoding))
    return isJson ? queryStyle("json", false) : undefined;
  return type !== undefined && isScalar(type, types)
    ? undefined
    : explicitStyle(encoding, type, types);
}

/** OAS 3.1 §4.8.15.1: either of them, written, makes the property a query parameter in all but place. */
export const isStyled = ({ style, explode }: PropertyEncoding): boolean =>
  style !== undefined || explode !== undefined;

/** The style that is written; `undefined` where the default does the same, as for a list in style `form`. */
export function explicitStyle(
  { style = "form", explode = style === "form" }: PropertyEncoding,
  type: TypeId | undefined,
  types: Resolved["types"],
): Name | undefined {
  const isList = type !== undefined && !mayBeObject(type, types);
  return style === "form" && explode && isList
    ? undefined
    : queryStyle(style, explode);
}
