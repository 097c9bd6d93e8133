import type { Located } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SecurityScheme } from "../../ir/openapi.ts";
import { own, string } from "../read.ts";
import { readSecurityScheme as readOpenapi3 } from "../openapi-3/read-security-scheme.ts";

/** `basic` is a type of its own in 2.0; the other two are as they are in 3. */
export const readSecurityScheme = (
  name: string,
  found: Located,
  report: Report,
): SecurityScheme | undefined =>
  own(found.value, "type") === "basic"
    ? {
        name,
        origin: found.origin,
        description: string(own(found.value, "description")),
        kind: "http",
        scheme: "basic",
      }
    : readOpenapi3(name, found, report);
