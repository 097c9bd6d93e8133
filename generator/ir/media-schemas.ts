import type { MediaType } from "./openapi.ts";
import type { SchemaId } from "./schema-graph.ts";

/** The schemas of a body: of the whole, and of the items where it is a sequence (OAS 3.2 §4.14.1). */
export const mediaSchemas = (
  content: readonly Pick<MediaType, "schema" | "itemSchema">[],
): readonly SchemaId[] =>
  content.flatMap(({ itemSchema, schema }) =>
    [schema, itemSchema].flatMap((each) => each ?? []),
  );
