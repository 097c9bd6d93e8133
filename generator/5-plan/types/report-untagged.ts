import type { Report } from "../../diagnostics/diagnostic.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { TypeModel } from "./model.ts";
import { undecidedIn } from "./shapes.ts";

/** Says which values get no tag although their type, or their union, would have one. */
export function reportUntagged(model: TypeModel, report: Report): void {
  const { addTags, inventory, usage } = model;
  for (const [id, node] of inventory.types) {
    if (inventory.same(id) !== id) continue;
    if (node.kind !== "union" && node.kind !== "intersection") continue;
    if (
      addTags &&
      node.kind === "union" &&
      node.telltale.by === "elimination" &&
      usage.received.has(id) &&
      !usage.tagged.has(id)
    )
      report("union/no-free-tag", node.origin, {});
    if (!usage.carriesTag.has(id)) continue;
    for (const { place, types } of undecidedIn(id, model)) {
      const [left, right] = types.map((type) => inWords(type, model));
      report("union/untagged-inside", node.origin, {
        place,
        left: left ?? "",
        right: right ?? "",
        received: usage.received.has(id),
      });
    }
  }
}

function inWords(type: TypeId, model: TypeModel): string {
  const name = model.nameOf(type, "output")?.name;
  if (name !== undefined) return name;
  const node = model.node(type);
  return node.kind === "array" ? `${inWords(node.items, model)}[]` : node.kind;
}
