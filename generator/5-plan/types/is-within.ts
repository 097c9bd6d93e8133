import type { TypeId, TypeNode, UnionNode } from "../../ir/type-graph.ts";
import type { TypeModel } from "./model.ts";

/** What stands deeper in one another than this is not compared. */
const deepest = 4;

/** Whether TypeScript takes the one type for the other, in each view, as far as the two say themselves: no is an answer not known. */
export function isWithin(
  type: TypeId,
  whole: TypeId,
  model: TypeModel,
  depth = deepest,
): boolean {
  const { same } = model.inventory;
  if (same(type) === same(whole)) return true;
  if (depth === 0) return false;
  const within = (one: TypeId, other: TypeId) =>
    isWithin(one, other, model, depth - 1);
  const [a, b] = [model.node(type), model.node(whole)];
  if (a.kind === "nullable") return b.kind === "nullable" && within(a.of, b.of);
  if (b.kind === "nullable") return a.kind === "null" || within(type, b.of);
  if (a.kind === "union")
    return (
      isOnlyVariants(a, model) &&
      a.variants.every((variant) => within(variant, whole))
    );
  if (b.kind === "union")
    return (
      hasPlainVariants(b) && b.variants.some((variant) => within(type, variant))
    );
  if (a.kind === "array" && b.kind === "array")
    // Of as many items as are promised it is a tuple.
    return b.constraints.minItems === undefined && within(a.items, b.items);
  const scalars = scalarsOf(a);
  return scalars !== undefined && scalars.every((kind) => kind === scalarOf(b));
}

/** Whether nothing is a value of the union that is of no variant: an arm is none. */
const isOnlyVariants = (
  { id, telltale }: UnionNode,
  { usage }: TypeModel,
): boolean =>
  (telltale.by === "jsonType" || telltale.by === "nothing") &&
  !usage.returned.listed.has(id);

/** Whether the variants are members of the union as they are, without a tag that the union gives them. */
const hasPlainVariants = ({ telltale }: UnionNode): boolean =>
  telltale.by !== "elimination" && telltale.by !== "declared";

/** The types of TypeScript that the values of a scalar have. */
function scalarsOf(node: TypeNode): readonly string[] | undefined {
  if (node.kind === "enum") return node.values.map((value) => typeof value);
  const kind = scalarOf(node);
  return kind === undefined ? undefined : [kind];
}

function scalarOf({ kind }: TypeNode): string | undefined {
  if (kind === "integer") return "number";
  return kind === "string" || kind === "number" || kind === "boolean"
    ? kind
    : undefined;
}
