import type { PartPlan } from "../../ir/operation-plan.ts";
import type { MediaType, PropertyEncoding } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { explicitStyle, isStyled } from "./field-styles.ts";
import { isRange, mediaKind } from "./media-types.ts";
import { partType } from "./part-type.ts";
import { isScalar, propertiesOf } from "./schema-kinds.ts";

/** How the parts of a multipart body are written, where that is not the runtime's default. */
export function planParts(
  { encoding }: MediaType,
  body: TypeId | undefined,
  resolved: Resolved,
): readonly PartPlan[] {
  const properties =
    body === undefined ? [] : propertiesOf(body, resolved.types);
  return encoding.flatMap((each) => {
    const type = properties.find(
      ({ wireName }) => wireName === each.property,
    )?.type;
    const style = partStyle(each, type, resolved);
    const hasHeaders = each.headers.length > 0;
    return style === undefined && !hasHeaders
      ? []
      : [{ name: each.property, style, hasHeaders }];
  });
}

function partStyle(
  encoding: PropertyEncoding,
  type: TypeId | undefined,
  resolved: Resolved,
): PartPlan["style"] {
  const { types } = resolved;
  const isFile =
    type !== undefined && partType(type, encoding, resolved) !== undefined;
  if (isStyled(encoding) && !isFile) {
    const style =
      type !== undefined && isScalar(type, types)
        ? undefined
        : explicitStyle(encoding, type, types);
    return style && { kind: "styled", style };
  }
  const contentType = onlyType(encoding);
  if (contentType === undefined) return undefined;
  if (isFile || mediaKind({ type: contentType }) !== "json")
    return { kind: "typed", contentType };
  const node = type && types.get(type);
  const isObject = node?.kind === "object" || node?.kind === "record";
  return isObject && contentType === "application/json"
    ? undefined
    : { kind: "json", contentType };
}

/** The media type of a part, where there is just one: of several, and of a range, the file says which. */
function onlyType({ contentType }: PropertyEncoding): string | undefined {
  return contentType === undefined ||
    contentType.includes(",") ||
    isRange(contentType) ||
    !contentType.includes("/")
    ? undefined
    : contentType.trim();
}
