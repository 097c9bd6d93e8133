import type { Json } from "../ir/source.ts";

/**
 * Whether security requirements may name a Security Scheme Object by its URI: since OAS 3.2 (§4.30), by the version of
 * the entry document.
 */
export function mayNameByUri(entry: Json): boolean {
  const version =
    typeof entry === "object" && entry !== null && "openapi" in entry
      ? entry.openapi
      : undefined;
  return typeof version === "string" && version.startsWith("3.2");
}

/** Whether a name in a requirement can be a URI: names of components have neither sign. A file in the same folder is `./auth.yaml`. */
export const isUriLike = (name: string): boolean => /[#/]/.test(name);
