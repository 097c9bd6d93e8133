import type { Report } from "../../diagnostics/diagnostic.ts";
import type { UnionNode } from "../../ir/type-graph.ts";
import type { TypeModel } from "./model.ts";
import { isTaggedHere, tagKey, tagName } from "./union-tag.ts";

/**
 * Says which unions no longer have the tag that callers know them by: the name is now one of the wire's,
 * which an added tag would overwrite when it is received and drop when it is sent, or the wire tells the
 * variants apart by itself.
 */
export function reportMovedTags(model: TypeModel, report: Report): void {
  if (model.pinnedTags.size === 0) return;
  for (const node of model.inventory.types.values()) {
    if (node.kind !== "union") continue;
    const union = tagKey(node.id, model.nameOf(node.id, "output"));
    const was = model.pinnedTags.get(union);
    const now = tagNow(node, model);
    if (was === undefined || now === was) continue;
    report("union/tag-moved", node.origin, { union, was, now });
  }
}

function tagNow(union: UnionNode, model: TypeModel): string | undefined {
  const { telltale } = union;
  if (telltale.by === "declared" || telltale.by === "literal")
    return telltale.property;
  return isTaggedHere(union, model) ? tagName(union, model) : undefined;
}
