import type { Name } from "../../ir/declaration-plan.ts";
import type { ParameterPlan } from "../../ir/operation-plan.ts";
import type { Parameter, ParameterStyle } from "../../ir/openapi.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { firstKeeps } from "../names/first-keeps.ts";
import { camel, words } from "../names/words.ts";
import type { TypeModel } from "../types/model.ts";
import { shapeExpr } from "../types/shapes.ts";
import { hasLists, isExploded } from "./nested-types.ts";

/** A parameter with its key in `params`. */
export interface KeyedParameter {
  readonly parameter: Parameter;
  readonly key: string;
}

/**
 * Parameters are called what the API's documentation calls them. Where two places have a parameter of
 * the same name, the later one's key says its place: `queryId`, unless a parameter is called that.
 */
export const keyParameters = (
  parameters: readonly Parameter[],
): readonly KeyedParameter[] =>
  firstKeeps(
    parameters,
    ({ name }) => name,
    ({ in: place, name }) => camel([place, ...words(name)]),
  ).map(({ item: parameter, key }) => ({ parameter, key }));

/** How a parameter is encoded; `undefined` where the runtime has no such form. */
export function planParameter(
  { parameter, key }: KeyedParameter,
  type: TypeId | undefined,
  model: TypeModel,
): ParameterPlan | undefined {
  const structured = type !== undefined && isStructured(type, model);
  const style =
    type !== undefined && isExploded(parameter) && hasLists(type, model)
      ? runtime("query", "formOfLists")
      : encoder(parameter, structured);
  if (style === undefined) return undefined;
  const reserved = reservedBy(parameter);
  const implied =
    parameter.in === "path" &&
    style.name === "pathSimple" &&
    reserved === undefined &&
    key === parameter.name;
  const shape =
    structured && parameter.in !== "path"
      ? shapeExpr(type, "input", model)
      : undefined;
  return {
    wireName: parameter.name,
    key,
    style,
    reserved,
    shape,
    implied,
  };
}

/** Where values are percent-encoded (OAS 3.2 §4.12.2.1). Cookies are too: there it is reported, as their values allow little more. */
function reservedBy({ allowReserved, in: place }: Parameter): Name | undefined {
  if (!allowReserved) return undefined;
  if (place === "query") return runtime("reserved", "reserved");
  return place === "path"
    ? runtime("reserved-path", "reservedPath")
    : undefined;
}

const runtime = (module: string, name: string): Name => ({
  name,
  module: `runtime/${module}`,
  typeOnly: false,
});

function encoder(
  { in: place, style, explode }: Parameter,
  structured: boolean,
): Name | undefined {
  const signs = separated[style];
  switch (place) {
    case "path":
      if (style === "json") return runtime("json-parameters", "pathJson");
      if (style === "label")
        return runtime("path-styles", explode ? "labelExploded" : "label");
      if (style === "matrix")
        return runtime("path-styles", explode ? "matrixExploded" : "matrix");
      if (signs !== undefined) return runtime("path-styles", signs.path);
      if (style !== "simple") return undefined;
      if (!structured) return runtime("path", "pathSimple");
      return runtime("path-styles", explode ? "pathExploded" : "pathObject");
    case "query":
      return queryStyle(style, explode);
    case "header":
      if (style === "json") return runtime("json-parameters", "headerJson");
      if (signs !== undefined) return runtime("header-styles", signs.header);
      return style === "simple"
        ? runtime("header", explode ? "simpleExploded" : "simple")
        : undefined;
    case "cookie":
      if (style === "json") return runtime("json-parameters", "cookieJson");
      if (style === "cookie")
        return explode
          ? runtime("cookie-plain", "cookiePlain")
          : runtime("cookie-joined", "cookiePlainJoined");
      if (style !== "form") return undefined;
      return explode
        ? runtime("cookie", "cookieForm")
        : runtime("cookie-joined", "cookieJoined");
    default:
      return place satisfies never;
  }
}

/** Of Swagger 2.0 alone: since 3.0 paths and headers have no such style. */
const separated: Partial<
  Record<ParameterStyle, { readonly path: string; readonly header: string }>
> = {
  spaceDelimited: {
    path: "pathSpaceDelimited",
    header: "headerSpaceDelimited",
  },
  pipeDelimited: { path: "pathPipeDelimited", header: "headerPipeDelimited" },
  tabDelimited: { path: "pathTabDelimited", header: "headerTabDelimited" },
};

/** The styles of a query, which the fields of a form have too. */
export function queryStyle(
  style: ParameterStyle,
  explode: boolean,
): Name | undefined {
  switch (style) {
    case "json":
      return runtime("query", "jsonParameter");
    case "wholeJson":
      return runtime("json-parameters", "queryJson");
    case "deepObject":
      return runtime("query", "deepObject");
    case "form":
      return runtime("query", explode ? "form" : "formJoined");
    case "spaceDelimited":
    case "pipeDelimited":
    case "tabDelimited":
      return runtime("query", explode ? "form" : style);
    case "simple":
    case "label":
    case "matrix":
    case "cookie":
    case "content":
      return undefined;
    default:
      return style satisfies never;
  }
}

/** Whether a value may be an array or an object. */
function isStructured(type: TypeId, model: TypeModel): boolean {
  const node = model.node(type);
  switch (node.kind) {
    case "array":
    case "tuple":
    case "record":
    case "object":
    case "intersection":
      return true;
    case "nullable":
      return isStructured(node.of, model);
    case "union":
      return node.variants.some((variant) => isStructured(variant, model));
    default:
      return false;
  }
}
