import type { IndexPattern, TypeExpr } from "../../ir/declaration-plan.ts";
import type { ObjectNode, Property, TypeId } from "../../ir/type-graph.ts";
import { isWithin } from "./is-within.ts";
import type { TypeModel } from "./model.ts";
import { typeExpr } from "./type-expr.ts";
import type { View } from "./usage.ts";

/** TypeScript wants every property to fit an index signature for it, so that this is as wide as all of them. */

const unknown: TypeExpr = { kind: "keyword", keyword: "unknown" };

/** The type of properties of any name. */
export function indexType(
  node: ObjectNode,
  view: View,
  model: TypeModel,
): TypeExpr | undefined {
  const { additional, patterns = [], properties } = node;
  if (additional === undefined) return undefined;
  const begun = patterns.map(({ values }) => ({
    type: values,
    required: true,
  }));
  return asWideAs(additional, [...properties, ...begun], view, model);
}

/** The types of properties by how their names begin. `tag`: the property that the client adds. */
export const indexPatterns = (
  { patterns = [], properties }: ObjectNode,
  tag: string | undefined,
  view: View,
  model: TypeModel,
): readonly IndexPattern[] =>
  patterns.map(({ prefix, values }) => {
    const bound = properties.filter(({ wireName }) =>
      wireName.startsWith(prefix),
    );
    const longer = patterns.filter(
      (other) => other.prefix !== prefix && other.prefix.startsWith(prefix),
    );
    const begun = longer.map((each) => ({ type: each.values, required: true }));
    return {
      prefix,
      type: tag?.startsWith(prefix)
        ? unknown
        : asWideAs(values, [...bound, ...begun], view, model),
    };
  });

function asWideAs(
  values: TypeId,
  bound: readonly Pick<Property, "type" | "required">[],
  view: View,
  model: TypeModel,
): TypeExpr {
  const node = model.node(values);
  if (node.kind === "unknown") return unknown;
  if (!bound.every(({ type }) => isWithin(type, values, model))) return unknown;
  const type = typeExpr(values, view, model);
  return bound.some(({ required }) => !required)
    ? {
        kind: "union",
        members: [type, { kind: "keyword", keyword: "undefined" }],
      }
    : type;
}
