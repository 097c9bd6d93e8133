import type { Bundle } from "../2-bundle/bundle.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Security } from "./read-security.ts";
import type { SchemaReader } from "./schemas/schema-reader.ts";

/** What every reader of this phase works with. */
export interface Context {
  readonly bundle: Bundle;
  readonly schemas: SchemaReader;
  readonly report: Report;
}

export interface OperationContext extends Context {
  /** The name of the scheme that a requirement at this place names, by its name or its URI. */
  readonly schemeNameOf: (written: string, from: Origin) => string;
  /** The document's own `security`, for operations that say nothing. */
  readonly security: Security;
}
