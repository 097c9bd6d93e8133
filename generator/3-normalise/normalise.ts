import { root, type Bundle } from "../2-bundle/bundle.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Api } from "../ir/openapi.ts";
import { normaliseOpenapi3 } from "./openapi-3/normalise-openapi-3.ts";
import type { GenerateOptions } from "../options.ts";
import { own } from "./read.ts";
import { int64AsString } from "./schemas/int64-as-string.ts";
import { normaliseSwagger2 } from "./swagger-2/normalise-swagger-2.ts";

/**
 * 3-normalise
 * Before: documents of any version, as written. After: one dialect, a flat graph of schemas, every
 * keyword read, ignored with a reason, or reported.
 */
export function normalise(
  bundle: Bundle,
  report: Report,
  { int64 }: Pick<GenerateOptions, "int64"> = {},
): Api {
  const api =
    own(root(bundle).value, "openapi") === undefined
      ? normaliseSwagger2(bundle, report)
      : normaliseOpenapi3(bundle, report);
  return int64 === "string" ? int64AsString(api) : api;
}

export { reportInt64 } from "./schemas/int64.ts";
