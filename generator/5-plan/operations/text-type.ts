import type { TypeExpr } from "../../ir/declaration-plan.ts";
import type { SchemaId } from "../../ir/schema-graph.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { TypeModel } from "../types/model.ts";
import { typeExpr } from "../types/type-expr.ts";
import type { Resolved } from "../../ir/resolved.ts";
import { typeOf } from "./schema-kinds.ts";

const text: TypeExpr = { kind: "keyword", keyword: "string" };

/** A value as it stands in a header or a query: its literals as texts, or any text. */
export function textType(
  schema: SchemaId | undefined,
  {
    model,
    resolved,
  }: { readonly model: TypeModel; readonly resolved: Resolved },
): TypeExpr {
  const type = typeOf(schema, resolved);
  return type === undefined ? text : textOf(type, model);
}

function textOf(type: TypeId, model: TypeModel): TypeExpr {
  const node = model.node(type);
  if (node.kind === "nullable") return textOf(node.of, model);
  if (node.kind !== "enum") return text;
  if (node.values.every((value) => typeof value === "string"))
    return typeExpr(type, "output", model);
  return {
    kind: "union",
    members: [
      ...node.values.map((value): TypeExpr => ({
        kind: "literal",
        value: String(value),
      })),
      ...(node.open || model.openEnums
        ? [{ kind: "openString" } as const]
        : []),
    ],
  };
}
