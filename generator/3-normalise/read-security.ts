import type { Located } from "../2-bundle/bundle.ts";
import { child } from "../diagnostics/origin.ts";
import type { Operation } from "../ir/openapi.ts";
import { type Following, itemsAt } from "./follow.ts";
import { at, isObject } from "./read.ts";

/** What an operation asks for, and where that is written. */
export type Security = Pick<Operation, "security" | "securityOrigin">;

/** Security Requirement Objects: OR of ANDs of names (OAS 3.1 §4.8.30). `otherwise` where nothing is said. */
export function readSecurity(
  of: Located,
  context: Following,
  otherwise?: Security,
): Security {
  const securityOrigin = child(of.origin, "security");
  if (at(of, "security") === undefined)
    return otherwise ?? { security: [], securityOrigin };
  return {
    security: itemsAt(of, "security", context).flatMap((requirement) =>
      isObject(requirement.value) ? [Object.keys(requirement.value)] : [],
    ),
    securityOrigin,
  };
}
