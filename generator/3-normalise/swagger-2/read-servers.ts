import type { Located } from "../../2-bundle/bundle.ts";
import { child } from "../../diagnostics/origin.ts";
import type { Server } from "../../ir/openapi.ts";
import { own, string, strings } from "../read.ts";

/**
 * `schemes`, `host` and `basePath` as servers, https first. Without `schemes` it is that of the URL
 * the document came from (Swagger 2.0, Swagger Object), which nobody serves but by https.
 */
export function readServers(document: Located): readonly Server[] {
  const { value, origin } = document;
  const host = string(own(value, "host"));
  const basePath = (string(own(value, "basePath")) ?? "").replace(/^\/?/, "/");
  const at = {
    variables: [],
    origin: child(origin, host === undefined ? "basePath" : "host"),
  };
  if (host === undefined)
    return basePath === "/" ? [] : [{ ...at, url: basePath }];
  const written = strings(own(value, "schemes"));
  const schemes = written.length === 0 ? ["https"] : written;
  return schemes
    .filter((scheme) => scheme === "http" || scheme === "https")
    .toSorted((a, b) => b.length - a.length)
    .map((scheme) => ({ ...at, url: `${scheme}://${host}${basePath}` }));
}
