import type { Located } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { pointerTokens } from "../../diagnostics/origin.ts";
import type { Json } from "../../ir/source.ts";
import { isObject, own } from "../read.ts";

/** `not: {}`: the schema `false` as an object, as whatever a value is, it is ruled out (JSON Schema 2020-12 §4.3.2). */
export function allowsNothing(schema: Json | undefined): boolean {
  const ruledOut = own(schema, "not");
  return (
    ruledOut === true ||
    (isObject(ruledOut) && Object.keys(ruledOut).length === 0)
  );
}

/**
 * Says that nothing can be of a schema, where that makes a value impossible that is there: not of a property or of
 * items that are to stay away, of a variant beside others, or of what a `$dynamicRef` is to bind.
 */
export function reportNothing(
  { origin, value }: Located,
  report: Report,
): void {
  const [last = "", container = ""] = pointerTokens(
    origin.pointer,
  ).toReversed();
  const isMeant =
    last === "items" ||
    /^(properties|anyOf|oneOf)$/.test(container) ||
    own(value, "$dynamicAnchor") !== undefined;
  if (!isMeant)
    report("schema/nothing-satisfies", origin, {
      why: "not: {} rules out every one",
    });
}
