import { matches, reportUnmatched } from "../../choose/filter.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Api, Operation } from "../../ir/openapi.ts";
import type { RequestPlan } from "../../ir/operation-plan.ts";
import type { IdempotencyKeyOptions } from "../../options.ts";

/** RFC 9110 §9.2.2, and QUERY: sent twice, such a request does no more than sent once. */
const idempotent = /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/;

/** Whether an operation may be sent twice: by its method, or by a key that the config or a parameter names. */
export function planRepetition(
  api: Api,
  named: IdempotencyKeyOptions | undefined,
  report: Report,
): (operation: Operation) => RequestPlan["repeat"] {
  const { header, operations = [] } = named ?? {};
  const at = { source: api.source, pointer: "/paths" };
  reportUnmatched("idempotencyKey", operations, api.operations, at, report);
  return (operation) => {
    const isIdempotent = idempotent.test(operation.method);
    const isNamed =
      !isIdempotent && operations.some((filter) => matches(filter, operation));
    const key = isNamed ? header : declaredKey(operation);
    if (key !== undefined) return { key, isIdempotent };
    return isIdempotent ? "idempotent" : "never";
  };
}

/** As draft-ietf-httpapi-idempotency-key-header calls it, or as it was called before there was one. */
const declaredKey = ({ parameters }: Operation): string | undefined =>
  parameters.find(
    (parameter) =>
      parameter.in === "header" &&
      /^(x-)?idempotency-key$/i.test(parameter.name),
  )?.name;
