import type { Located } from "../2-bundle/bundle.ts";
import { child } from "../diagnostics/origin.ts";
import type { Operation } from "../ir/openapi.ts";
import type { OperationContext } from "./context.ts";
import { type Following, itemsAt } from "./follow.ts";
import { at, isObject } from "./read.ts";

/** What an operation asks for, and where that is written. */
export type Security = Pick<Operation, "security" | "securityOrigin">;

/** Security Requirement Objects: OR of ANDs of names (OAS 3.2 §4.30). `otherwise` where nothing is said. */
export function readSecurity(
  of: Located,
  context: Following & Pick<OperationContext, "schemeNameOf">,
  otherwise?: Security,
): Security {
  const securityOrigin = child(of.origin, "security");
  if (at(of, "security") === undefined)
    return otherwise ?? { security: [], securityOrigin };
  return {
    security: itemsAt(of, "security", context).flatMap(({ origin, value }) =>
      isObject(value)
        ? [Object.keys(value).map((name) => context.schemeNameOf(name, origin))]
        : [],
    ),
    securityOrigin,
  };
}
