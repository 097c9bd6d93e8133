import type { Located } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SecurityScheme } from "../../ir/openapi.ts";
import { isHeaderName } from "../../util/header-name.ts";
import { own, string } from "../read.ts";

/** Schemes registered with IANA that need more than a credential sent along. */
const interactive: ReadonlySet<string> = new Set([
  "digest",
  "negotiate",
  "hoba",
  "mutual",
  "scram-sha-1",
  "scram-sha-256",
  "privatetoken",
  "gnap",
  "dpop",
]);
const plain: ReadonlySet<string> = new Set(["bearer", "basic"]);

/** One Security Scheme Object (OAS 3.1 §4.8.27). */
export function readSecurityScheme(
  name: string,
  found: Located,
  report: Report,
): SecurityScheme | undefined {
  const { origin, value } = found;
  const type = string(own(value, "type"));
  const said = { name, origin, description: string(own(value, "description")) };
  switch (type) {
    case "apiKey": {
      const place = string(own(value, "in"));
      const parameter = string(own(value, "name"));
      if (
        parameter === undefined ||
        !(place === "header" || place === "query" || place === "cookie")
      ) {
        report("operation/not-a-security-scheme", origin, { name });
        return undefined;
      }
      if (place === "header" && !isHeaderName(parameter)) {
        report("operation/impossible-header", origin, { name: parameter });
        return undefined;
      }
      return { ...said, kind: "apiKey", in: place, parameter };
    }
    case "http": {
      const written = string(own(value, "scheme"));
      if (written === undefined)
        report("operation/no-http-scheme", origin, { name });
      const scheme = written ?? "bearer";
      if (interactive.has(scheme.toLowerCase())) {
        report("unsupported/http-scheme", origin, { name, scheme });
      } else if (!plain.has(scheme.toLowerCase())) {
        report("operation/unknown-http-scheme", origin, { name, scheme });
      }
      return { ...said, kind: "http", scheme };
    }
    case "oauth2":
    case "openIdConnect":
    case "mutualTLS":
      return { ...said, kind: type };
    default:
      report("operation/not-a-security-scheme", origin, { name });
      return undefined;
  }
}
