import { child } from "../diagnostics/origin.ts";
import type { SchemaNode } from "../ir/schema-graph.ts";
import type { Scalar, TypeId, TypeNode } from "../ir/type-graph.ts";
import type { Json } from "../ir/source.ts";
import { ofKind } from "./excludes.ts";
import { onlyAnnotates } from "./says-type.ts";
import { madeOf, type Types } from "./types.ts";

/** A member of `allOf` that only rules values out, of whatever the others are. */
export const onlyExcludes = (schema: SchemaNode | undefined): boolean =>
  schema !== undefined &&
  schema.excluded.length > 0 &&
  onlyAnnotates({ ...schema, excluded: [] });

/**
 * A type less the values that `not` rules out, itself or in a member of `allOf` that says nothing else: literals of an
 * enum, one of two booleans, null. Where others of its values remain that TypeScript has no type for, it stays as it
 * is, and that is reported.
 */
export function withoutValues(
  node: TypeNode,
  schema: SchemaNode,
  types: Types,
): TypeNode {
  const saying = [
    schema,
    ...schema.allOf.flatMap((member) => types.schemas.get(member) ?? []),
  ].filter((each) => each === schema || onlyExcludes(each));
  return saying.reduce((left, { excluded, origin }) => {
    if (excluded.length === 0) return left;
    const rest = without(left, excluded, types);
    if (rest !== undefined) return { ...rest, id: node.id };
    types.report("unsupported/keyword", child(origin, "not"), {
      keyword: "not",
    });
    return { ...left, incomplete: true };
  }, node);
}

/** `undefined` where TypeScript cannot say it. */
function without(
  node: TypeNode,
  excluded: readonly Json[],
  types: Types,
): TypeNode | undefined {
  const { kind } = node;
  const isOut = (value: Scalar) => excluded.includes(value);
  switch (kind) {
    case "enum":
    case "boolean": {
      const values = kind === "enum" ? node.values : [true, false];
      const kept = values.filter((value) => !isOut(value));
      if (kept.length === values.length) return node;
      return kept.length === 0
        ? nothing(node, types)
        : { ...node, kind: "enum", values: kept, open: false };
    }
    case "null":
      return excluded.includes(null) ? nothing(node, types) : node;
    case "nullable": {
      if (types.pending(node.of)) return undefined;
      const inner = without(types.node(node.of), excluded, types);
      if (inner === undefined) return undefined;
      const annotations = { ...inner.annotations, ...node.annotations };
      if (excluded.includes(null))
        return { ...inner, origin: node.origin, annotations };
      if (inner === types.node(node.of)) return node;
      const id: TypeId = madeOf(node.id, "/without");
      return {
        ...node,
        of: types.define(id, () => ({ ...inner, id })),
      };
    }
    case "string":
    case "number":
    case "integer":
      return excluded.some(
        (value) => value !== null && ofKind(value as Scalar, kind),
      )
        ? undefined
        : node;
    case "object":
    case "record":
    case "array":
    case "tuple":
    case "never":
      return node;
    case "union": {
      const isSame = node.variants.every((variant) => {
        if (types.pending(variant)) return false;
        const of = types.node(variant);
        return without(of, excluded, types) === of;
      });
      return isSame ? node : undefined;
    }
    case "unknown":
    case "intersection":
      return undefined;
    default:
      return kind satisfies never;
  }
}

function nothing(node: TypeNode, { report }: Types): TypeNode {
  report("schema/nothing-satisfies", node.origin, {
    why: "not rules out every value",
  });
  const { annotations, constraints, id, origin } = node;
  return { annotations, constraints, id, origin, kind: "never" };
}
