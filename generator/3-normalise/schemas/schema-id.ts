import type { Origin } from "../../diagnostics/origin.ts";
import type { SchemaId } from "../../ir/schema-graph.ts";

/** A schema is where it was written. */
export const schemaId = (origin: Origin): SchemaId =>
  `${origin.source}#${origin.pointer}` as SchemaId;
