import type { SchemaGraph, SchemaId } from "./schema-graph.ts";

/** The schema at the end of references that say nothing else. */
export function follow(schema: SchemaId, schemas: SchemaGraph): SchemaId {
  const first = schemas.get(schema)?.ref;
  if (first === undefined) return schema;
  const seen = new Set<SchemaId>([schema]);
  let at = first;
  for (;;) {
    const ref = schemas.get(at)?.ref;
    if (ref === undefined || seen.has(at)) return at;
    seen.add(at);
    at = ref;
  }
}
