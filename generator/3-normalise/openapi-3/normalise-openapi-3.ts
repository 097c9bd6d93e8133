import { root, type Bundle } from "../../2-bundle/bundle.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Api } from "../../ir/openapi.ts";
import { entriesAt, followObject } from "../follow.ts";
import { groupingTagsFirst } from "../grouping-tags.ts";
import { at } from "../read.ts";
import { readInfo } from "../read-info.ts";
import { readSecurity } from "../read-security.ts";
import { readTags } from "../read-tags.ts";
import { createSchemaReader } from "../schemas/schema-reader.ts";
import { readDialect } from "../schemas/dialect.ts";
import { readIncoming } from "./read-incoming.ts";
import { readPathItem } from "./read-path-item.ts";
import { readSecuritySchemes } from "./security-schemes.ts";
import { readServers } from "./read-servers.ts";

/** OpenAPI 3.0, 3.1 and 3.2. */
export function normaliseOpenapi3(bundle: Bundle, report: Report): Api {
  const document = root(bundle);
  readDialect(document, report);
  const schemas = createSchemaReader(bundle, report);
  const shared = { bundle, schemas, report };
  const components = at(document, "components");
  const found = components && followObject(components, shared);
  const securitySchemes = readSecuritySchemes(found, shared);
  const named = { ...shared, schemeNameOf: securitySchemes.nameOf };
  const context = { ...named, security: readSecurity(document, named) };
  const operations = entriesAt(document, "paths", context).flatMap(
    ([path, item]) =>
      path.startsWith("x-") ? [] : readPathItem(path, item, context),
  );
  const webhooks = entriesAt(document, "webhooks", context).flatMap(
    ([name, item]) => readIncoming(name, undefined, item, context),
  );
  const tags = readTags(document, context);
  const schemaComponents = entriesAt(found, "schemas", context).map(
    ([name, schema]) => ({ name, schema: schemas.read(schema) }),
  );
  return {
    source: bundle.entry.id,
    ...readInfo(document, context),
    servers: readServers(document, context),
    tags,
    securitySchemes: securitySchemes.all(),
    operations: groupingTagsFirst(operations, tags),
    webhooks,
    ...schemas.finish(schemaComponents),
  };
}
