import type { ShapeExpr } from "../../ir/shape-expr.ts";
import type { UnionNode } from "../../ir/type-graph.ts";
import type { ShapeContext } from "./shape-context.ts";
import { sharedProperties } from "./shared-properties.ts";
import { objectsOf } from "./union-tag.ts";

/** Of a value that fits no variant: what its arm knows is what all variants have alike (`armInterface`). */
export function sharedShape(
  union: UnionNode,
  { model, inner }: ShapeContext,
): ShapeExpr | undefined {
  const shared = sharedProperties(
    objectsOf(union, model),
    model.inventory.types,
  );
  const properties = shared.flatMap(({ wireName, type }) => {
    const shape = inner(type);
    return shape === undefined ? [] : [{ name: wireName, shape }];
  });
  return properties.length === 0
    ? undefined
    : { kind: "properties", properties };
}
