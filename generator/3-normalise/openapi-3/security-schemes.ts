import { type Located, root } from "../../2-bundle/bundle.ts";
import { followReference } from "../../2-bundle/follow-reference.ts";
import { isUriLike, mayNameByUri } from "../../2-bundle/scheme-uris.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { type Origin, pointerTokens } from "../../diagnostics/origin.ts";
import type { SecurityScheme } from "../../ir/openapi.ts";
import { entriesAt, followObject, type Following } from "../follow.ts";
import { readSecurityScheme } from "./read-security-scheme.ts";

/** The Security Scheme Objects of a description, by the names that security requirements have for them. */
export interface SecuritySchemes {
  /** The name of the scheme that a requirement at this place names: as it is written where it is none's URI. */
  nameOf(written: string, from: Origin): string;
  /** Those of the components, and those that were asked for by URI so far. */
  all(): readonly SecurityScheme[];
}

/**
 * Reads the schemes of the components. A requirement of OpenAPI 3.2 may name a scheme by URI as well (§4.30): a name that
 * is a component's is that component, and a URI of a component too.
 */
export function readSecuritySchemes(
  components: Located | undefined,
  context: Following,
): SecuritySchemes {
  const { bundle, report } = context;
  const byPlace = new Map<string, string>();
  const schemes = new Map<string, SecurityScheme | undefined>();
  const add = (name: string, found: Located): string => {
    const place = placeOf(found.origin);
    if (!byPlace.has(place)) byPlace.set(place, name);
    schemes.set(name, readSecurityScheme(name, found, report));
    return name;
  };
  for (const [name, written] of entriesAt(
    components,
    "securitySchemes",
    context,
  )) {
    const found = followObject(written, context);
    if (found !== undefined) add(name, found);
  }
  const areUris = mayNameByUri(root(bundle).value);
  return {
    nameOf(written, from) {
      if (!areUris || schemes.has(written) || !isUriLike(written))
        return written;
      const target = followReference(
        bundle,
        written,
        from,
        unlessMissing(report),
      );
      const found = target && followObject(target, context);
      if (found === undefined) return written;
      const known = byPlace.get(placeOf(found.origin));
      if (known !== undefined) return known;
      const name = pointerTokens(found.origin.pointer).at(-1) ?? written;
      return add(schemes.has(name) ? written : name, found);
    },
    all: () => [...schemes.values()].filter((scheme) => scheme !== undefined),
  };
}

const placeOf = ({ pointer, source }: Origin): string => `${source}#${pointer}`;

/** That a URI leads nowhere is said of the requirement, in its own words. */
const unlessMissing =
  (report: Report): Report =>
  (code, ...said) => {
    if (code !== "schema/reference-unresolved") report(code, ...said);
  };
