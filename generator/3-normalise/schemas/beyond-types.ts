import type { Located } from "../../2-bundle/bundle.ts";
import type { JsonObject } from "../../ir/source.ts";
import { allowsNothing } from "./allows-nothing.ts";
import { requiredOf } from "./dependent-required.ts";
import { keywords } from "./keywords.ts";
import { propertyNamesOf } from "./property-names.ts";
import type { SchemaContext } from "./read-schema.ts";
import { ruledOut } from "./ruled-out.ts";
import { unevaluatedOf } from "./unevaluated.ts";

/** Whether a keyword of a schema says more about values than any emitted type does, which is reported. */
export function isBeyondTypes(
  keyword: string,
  schema: Located & { readonly value: JsonObject },
  context: Pick<SchemaContext, "follow">,
): boolean {
  if (unevaluatedOf(keyword, schema.value) === "beyond types") return true;
  if (keywords.get(keyword)?.kind !== "reported") return false;
  if (keyword === "not")
    return (
      !allowsNothing(schema.value) && ruledOut(schema, context) === undefined
    );
  if (keyword === "dependentRequired")
    return requiredOf(schema.value).dependent.size > 0;
  if (keyword === "propertyNames")
    return propertyNamesOf(schema, context) === "beyond types";
  return true;
}
