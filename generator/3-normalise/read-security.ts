import type { Located } from "../2-bundle/bundle.ts";
import type { Operation } from "../ir/openapi.ts";
import { at, isObject, items } from "./read.ts";

/** Security Requirement Objects: OR of ANDs of names (OAS 3.1 §4.8.30). `otherwise` where nothing is said. */
export function readSecurity(
  of: Located,
  otherwise: Operation["security"],
): Operation["security"] {
  const written = at(of, "security");
  if (written === undefined) return otherwise;
  return items(written).flatMap((requirement) =>
    isObject(requirement.value) ? [Object.keys(requirement.value)] : [],
  );
}
