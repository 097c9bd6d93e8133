import type { TypeGraph } from "../../ir/type-graph.ts";
import { createTypes, type Types } from "../types.ts";

/** A graph that stands, to which intersections can be added: the graph itself does not change. */
export function typesOver(graph: TypeGraph): Types {
  const types = createTypes(
    new Map(),
    new Map(),
    () => undefined,
    (_, schema) => {
      throw new Error(`internal: ${schema} is asked for after 4-resolve`);
    },
  );
  for (const [id, node] of graph) types.node(types.define(id, () => node));
  return types;
}
