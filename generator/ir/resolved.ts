import type { SchemaId } from "./schema-graph.ts";
import type { TypeGraph, TypeId } from "./type-graph.ts";

/** What `4-resolve` hands on: the types of an API, and which type each schema turned out to be. */
export interface Resolved {
  readonly types: TypeGraph;
  readonly typeOf: ReadonlyMap<SchemaId, TypeId>;
  /** A variant that an intersection made -> the variant as its author listed it. */
  readonly derived: ReadonlyMap<TypeId, TypeId>;
}
