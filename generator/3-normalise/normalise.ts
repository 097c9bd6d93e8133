import {
  followReference,
  root,
  type Bundle,
  type Located,
} from "../2-bundle/bundle.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Api, Server } from "../ir/openapi.ts";
import { at, entries, items, own, string, strings } from "./read.ts";
import { readPathItem, readSecurity } from "./read-operation.ts";
import { createSchemaReader } from "./read-schema.ts";
import { readSecurityScheme } from "./read-security-scheme.ts";

/**
 * 3-normalise
 * Before: documents of any version, as written. After: one dialect, a flat graph of schemas, every
 * keyword read, ignored with a reason, or reported.
 */
export function normalise(bundle: Bundle, report: Report): Api {
  const document = root(bundle);
  const version = string(own(document.value, "openapi")) ?? "3.1.0";
  const schemas = createSchemaReader(
    bundle,
    version.startsWith("3.0") ? "3.0" : "3.1",
    report,
  );
  const components = at(document, "components");
  const info = at(document, "info");
  const security = at(document, "security");
  const context = {
    bundle,
    schemas,
    report,
    security: security === undefined ? [] : readSecurity(security),
  };
  const operations = entries(at(document, "paths")).flatMap(([path, item]) =>
    path.startsWith("x-") ? [] : readPathItem(path, item, context),
  );
  for (const key of ["webhooks"]) {
    if (at(document, key) !== undefined)
      report("unsupported/webhooks", document.origin, {});
  }
  const named = entries(components && at(components, "schemas")).map(
    ([name, schema]) => ({
      name,
      schema: schemas.read(schema),
    }),
  );
  return {
    source: bundle.entry.id,
    title: string(own(info?.value, "title")) ?? "API",
    version: string(own(info?.value, "version")) ?? "",
    description: string(own(info?.value, "description")),
    servers: items(at(document, "servers")).flatMap(readServer),
    tags: items(at(document, "tags")).flatMap((tag) => {
      const name = string(own(tag.value, "name"));
      return name === undefined
        ? []
        : [{ name, description: string(own(tag.value, "description")) }];
    }),
    securitySchemes: entries(
      components && at(components, "securitySchemes"),
    ).flatMap(([name, written]) => {
      const found = followOnce(bundle, written, report);
      return (found && readSecurityScheme(name, found, report)) ?? [];
    }),
    operations,
    components: named,
    schemas: schemas.drain(),
  };
}

function followOnce(
  bundle: Bundle,
  written: Located,
  report: Report,
): Located | undefined {
  const reference = string(own(written.value, "$ref"));
  return reference === undefined
    ? written
    : followReference(bundle, reference, written.origin, report);
}

/** OAS 3.1 §4.8.5. */
function readServer(found: Located): readonly Server[] {
  const url = string(own(found.value, "url"));
  if (url === undefined) return [];
  const variables = entries(at(found, "variables")).map(([name, variable]) => {
    const values = own(variable.value, "enum");
    return {
      name,
      default: string(own(variable.value, "default")) ?? "",
      enum: Array.isArray(values) ? strings(values) : undefined,
      description: string(own(variable.value, "description")),
    };
  });
  return [{ origin: found.origin, url, variables }];
}
