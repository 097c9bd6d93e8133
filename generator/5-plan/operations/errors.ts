import type { Name, TypeExpr } from "../../ir/declaration-plan.ts";
import type { ErrorPlan } from "../../ir/operation-plan.ts";
import type { Operation } from "../../ir/openapi.ts";
import type { OperationContext } from "./plan-operation.ts";
import { bodyType } from "./plan-responses.ts";

const unknown: TypeExpr = { kind: "keyword", keyword: "unknown" };

/** The errors of one operation: an arm for each documented status, and one for the rest (DESIGN §2). */
export function planErrors(
  operation: Operation,
  name: Name,
  { headers, model, resolved }: OperationContext,
): ErrorPlan {
  const bodyOf = (response: Operation["responses"][number]): TypeExpr =>
    bodyType(response, { resolved, model });
  const failures = operation.responses.filter(
    ({ status }) => !status.startsWith("2") && !status.startsWith("1"),
  );
  const fallback = failures.find(({ status }) => status === "default");
  const exact = failures.filter(({ status }) => /^\d+$/.test(status));
  const ranges = failures.filter(({ status }) => /^[345]XX$/.test(status));
  return {
    name,
    arms: [
      ...exact.map((response) => ({
        status: Number(response.status),
        body: bodyOf(response),
        headers: headers.of([response]),
      })),
      ...ranges.map((response) => ({
        status: response.status,
        body: bodyOf(response),
        headers: headers.of([response]),
      })),
    ],
    documented: exact.map(({ status }) => Number(status)),
    ranges: ranges.map(({ status }) => status),
    otherwise: {
      body: fallback === undefined ? unknown : bodyOf(fallback),
      headers: fallback && headers.of([fallback]),
    },
  };
}
