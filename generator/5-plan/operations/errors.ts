import type { ErrorPlan, Name, TypeExpr } from "../../ir/client-plan.ts";
import type { Operation } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { TypeModel } from "../types/model.ts";
import { bodyType } from "./plan-responses.ts";

const unknown: TypeExpr = { kind: "keyword", keyword: "unknown" };

/** The errors of one operation: an arm for each documented status, and one for the rest (DESIGN §2). */
export function planErrors(
  operation: Operation,
  name: Name,
  resolved: Resolved,
  model: TypeModel,
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
      })),
      ...ranges.map((response) => ({
        status: response.status,
        body: bodyOf(response),
      })),
    ],
    documented: exact.map(({ status }) => Number(status)),
    ranges: ranges.map(({ status }) => status),
    otherwise: fallback === undefined ? unknown : bodyOf(fallback),
  };
}
