import type { Json } from "../ir/source.ts";
import { isUriLike } from "./scheme-uris.ts";

/**
 * The references in a value: every `$ref` and `$dynamicRef`, the targets of a discriminator's mapping, and security
 * schemes by URI. What only illustrates or extends a description (examples, `x-…`) is not looked at: nothing follows it.
 */
export function findReferences(value: Json, looking: Looking): Set<string> {
  const found = new Set<string>();
  walk(value, false, { ...looking, found });
  return found;
}

export interface Looking {
  /** What was looked at before; values shared by YAML aliases are looked at once. */
  readonly walked: Set<Json>;
  /** Whether security requirements may name a scheme by URI. */
  readonly schemesByUri: boolean;
}

interface Walk extends Looking {
  readonly found: Set<string>;
}

/** Recursive: 1-load bounds how deep a document nests. */
function walk(value: Json, areNames: boolean, context: Walk): void {
  if (typeof value !== "object" || value === null) return;
  if (context.walked.has(value)) return;
  context.walked.add(value);
  if (Array.isArray(value)) {
    for (const item of value) walk(item, false, context);
    return;
  }
  for (const key of Object.keys(value)) {
    const member = (value as { readonly [key: string]: Json })[key] as Json;
    // A schema cannot be a string: a map of names whose `$ref` is one stands elsewhere.
    if (isReference(key) && typeof member === "string")
      context.found.add(member);
    else if (areNames) walk(member, false, context);
    else if (key === "mapping") addTargets(member, context.found);
    else if (key === "security" && context.schemesByUri)
      addSchemes(member, context.found);
    else if (!illustrates(key)) walk(member, mapsNames.has(key), context);
  }
}

const isReference = (key: string): boolean =>
  key === "$ref" || key === "$dynamicRef";

/** OAS 3.1 §4.8.25: a value that names no component is a URI reference. */
function addTargets(mapping: Json, found: Set<string>): void {
  if (typeof mapping !== "object" || mapping === null) return;
  for (const target of Object.values(mapping))
    if (typeof target === "string" && /[#/.]/.test(target)) found.add(target);
}

/** OAS 3.2 §4.30: each name in a requirement is a component's, or a URI. */
function addSchemes(requirements: Json, found: Set<string>): void {
  if (!Array.isArray(requirements)) return;
  for (const requirement of requirements)
    for (const name of Object.keys(requirement ?? {}))
      if (isUriLike(name)) found.add(name);
}

const illustrates = (key: string): boolean =>
  key.startsWith("x-") || values.has(key);

/** Keywords whose value is any value at all, in which `$ref` is a member like any other. */
const values: ReadonlySet<string> = new Set([
  "const",
  "default",
  "enum",
  "example",
]);

/** Keywords whose members are called what the author likes: `example`, `x-rate-limit`. */
const mapsNames: ReadonlySet<string> = new Set([
  "$defs",
  "callbacks",
  "content",
  "definitions",
  "dependentSchemas",
  "encoding",
  "headers",
  "links",
  "mediaTypes",
  "parameters",
  "pathItems",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
  "securitySchemes",
]);
