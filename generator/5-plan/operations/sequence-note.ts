import type { Operation } from "../../ir/openapi.ts";
import { typeExpr } from "../types/type-expr.ts";
import type { OperationContext } from "./plan-operation.ts";
import { typeOf } from "./schema-kinds.ts";

/** Names the items of a body that is a sequence, which is sent as the text that it is given as (OAS 3.2 §4.14.3). */
export function sequenceNote(
  { requestBody }: Operation,
  { model, resolved }: OperationContext,
): string | undefined {
  const names = (requestBody?.content ?? []).flatMap(({ itemSchema }) => {
    const type = typeOf(itemSchema, resolved);
    const expr = type && typeExpr(type, "input", model);
    return expr?.kind === "name" ? `{@link ${expr.name.name}}` : [];
  });
  return names.length === 0
    ? undefined
    : `Its body is a sequence of ${[...new Set(names)].join(" or ")}.`;
}
