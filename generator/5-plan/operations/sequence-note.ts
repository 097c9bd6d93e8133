import type { Name } from "../../ir/declaration-plan.ts";
import type { Operation } from "../../ir/openapi.ts";
import { typeExpr } from "../types/type-expr.ts";
import type { OperationContext } from "./plan-operation.ts";
import { typeOf } from "./schema-kinds.ts";

/** The types of the items of a body that is a sequence. */
export function sequenceItems(
  { requestBody }: Operation,
  { model, resolved }: OperationContext,
): readonly Name[] {
  const items = (requestBody?.content ?? []).flatMap(({ itemSchema }) => {
    const type = typeOf(itemSchema, resolved);
    const expr = type && typeExpr(type, "input", model);
    return expr?.kind === "name" ? [expr.name] : [];
  });
  return [...new Map(items.map((item) => [item.name, item])).values()];
}

/** Names the items of a sequence, which is sent as the text that it is given as (OAS 3.2 §4.14.3). */
export const sequenceNote = (items: readonly Name[]): string | undefined =>
  items.length === 0
    ? undefined
    : `Its body is a sequence of ${items.map(({ name }) => `{@link ${name}}`).join(" or ")}.`;
