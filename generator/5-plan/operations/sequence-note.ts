import type { MediaType, Operation } from "../../ir/openapi.ts";
import { typeExpr } from "../types/type-expr.ts";
import type { View } from "../types/usage.ts";
import type { OperationContext } from "./plan-operation.ts";
import { typeOf } from "./schema-kinds.ts";

/** Names the items of bodies that are sequences, which are handed over whole (OAS 3.2 §4.14.3). */
export function sequenceNote(
  { requestBody, responses }: Operation,
  { model, resolved }: OperationContext,
): string | undefined {
  const names = (content: readonly MediaType[], view: View) =>
    content.flatMap(({ itemSchema }) => {
      const type = typeOf(itemSchema, resolved);
      const expr = type && typeExpr(type, view, model);
      return expr?.kind === "name" ? expr.name.name : [];
    });
  const say = (what: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : `Its ${what} is a sequence of ${[...new Set(items)].map((name) => `{@link ${name}}`).join(" or ")}.`;
  const notes = [
    say("body", names(requestBody?.content ?? [], "input")),
    say(
      "response",
      names(
        responses.flatMap(({ content }) => content),
        "output",
      ),
    ),
  ].flat();
  return notes.length === 0 ? undefined : notes.join(" ");
}
