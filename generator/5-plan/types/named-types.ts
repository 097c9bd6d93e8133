import type { NamedType } from "../../ir/client-plan.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { TypeModel } from "./model.ts";
import { isTaggedHere, tagName } from "./union-tag.ts";

/** What the types of the graph are called in the client: those with a declaration, and every union. */
export function namedTypes(model: TypeModel): ReadonlyMap<TypeId, NamedType> {
  const { inventory, usage } = model;
  const named = new Map<TypeId, NamedType>();
  for (const id of inventory.types.keys()) {
    const node = model.node(id);
    const name = model.nameOf(id, "output");
    if (name === undefined && node.kind !== "union") continue;
    const received = usage.received.has(id);
    const tag =
      node.kind === "union" && isTaggedHere(node, model)
        ? tagName(node, model)
        : undefined;
    const labels = node.kind === "union" ? model.labels(id) : [];
    named.set(id, { name, received, tag, labels });
  }
  return named;
}
