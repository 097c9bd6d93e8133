import { root, type Bundle } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Api } from "../../ir/openapi.ts";
import { entriesAt, followObject } from "../follow.ts";
import { readInfo } from "../read-info.ts";
import { readSecurity } from "../read-security.ts";
import { readTags } from "../read-tags.ts";
import { createSchemaReader } from "../schemas/schema-reader.ts";
import type { SwaggerContext } from "./context.ts";
import { mediaTypesAt } from "./media-types.ts";
import { readPathItem } from "./read-path-item.ts";
import { readSecurityScheme } from "./read-security-scheme.ts";
import { readServers } from "./read-servers.ts";

/**
 * Swagger 2.0, read as what OpenAPI 3 would say instead: `host` and `schemes` are servers, a body
 * parameter and form data are a request body, `collectionFormat` is a style.
 */
export function normaliseSwagger2(bundle: Bundle, report: Report): Api {
  const document = root(bundle);
  const schemas = createSchemaReader(bundle, report);
  const shared = {
    bundle,
    schemas,
    report,
    schemeNameOf: (name: string) => name,
  };
  const context: SwaggerContext = {
    ...shared,
    security: readSecurity(document, shared),
    consumes: mediaTypesAt(document, "consumes"),
    produces: mediaTypesAt(document, "produces"),
  };
  const operations = entriesAt(document, "paths", context).flatMap(
    ([path, item]) =>
      path.startsWith("x-") ? [] : readPathItem(path, item, context),
  );
  const named = entriesAt(document, "definitions", context).map(
    ([name, schema]) => ({ name, schema: schemas.read(schema) }),
  );
  const securitySchemes = entriesAt(
    document,
    "securityDefinitions",
    context,
  ).flatMap(([name, written]) => {
    const found = followObject(written, context);
    return (found && readSecurityScheme(name, found, report)) ?? [];
  });
  return {
    source: bundle.entry.id,
    ...readInfo(document, context),
    servers: readServers(document),
    tags: readTags(document, context),
    securitySchemes,
    operations,
    webhooks: [],
    ...schemas.finish(named),
  };
}
