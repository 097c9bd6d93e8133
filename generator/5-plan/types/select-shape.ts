import type { ShapeExpr } from "../../ir/shape-expr.ts";
import type { ObjectNode, TypeId, UnionNode } from "../../ir/type-graph.ts";
import { otherShape, variantShape } from "./returned-tags.ts";
import type { ShapeContext } from "./shape-context.ts";
import { objectsOf } from "./union-tag.ts";

/**
 * The shape of the objects of a union whose own tag tells them apart.
 *
 * @param either the shape of a value that is of one of several types
 */
export function selectShape(
  union: UnionNode,
  context: ShapeContext,
  either: (types: readonly TypeId[]) => ShapeExpr | undefined,
): ShapeExpr | undefined {
  const { telltale } = union;
  if (telltale.by !== "declared" && telltale.by !== "literal") return undefined;
  const { property, otherwise: fallback } = telltale;
  const { inner, model } = context;
  const otherwise =
    fallback === undefined ? otherShape(union, context) : inner(fallback);
  const objects = fallback === undefined ? objectsOf(union, model) : [];
  const untagged = [
    {
      value: undefined,
      of: objects.filter(
        (object) => tagOf(object, property)?.required === false,
      ),
    },
    {
      value: null,
      of: objects.filter((object) => {
        const tag = tagOf(object, property);
        return tag && model.node(tag.type).kind === "nullable";
      }),
    },
  ].filter(({ of }) => of.length > 0);
  const cases = [
    ...telltale.cases
      .filter(({ variant }) => variant !== fallback)
      .map(({ variant, values }) => ({
        values,
        shape: variantShape(variant, union, context),
      })),
    ...untagged.map(({ value, of }) => ({
      values: [value],
      shape: either(of.map(({ id }) => id)),
    })),
  ].filter(({ shape }) => shape !== undefined || otherwise !== undefined);
  return cases.length === 0
    ? undefined
    : { kind: "select", property, cases, otherwise };
}

/** A tag that a variant does not declare it has in this union all the same. */
const tagOf = ({ properties }: ObjectNode, name: string) =>
  properties.find(({ wireName }) => wireName === name);
