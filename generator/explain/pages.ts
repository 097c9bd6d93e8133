import type { OperationPlan } from "../ir/operation-plan.ts";
import type { Operation } from "../ir/openapi.ts";
import type { ExplainContext } from "./context.ts";
import type { PagesExplanation, UnpagedExplanation } from "./explanation.ts";

/** Each rule for pages, with who declares it, or what it was found from on both sides (DESIGN §6). */
export function explainPages(
  context: ExplainContext,
): readonly PagesExplanation[] {
  return planned(context).flatMap(([operation, { name, pages }]) => {
    if (pages === undefined) return [];
    return {
      operation: name.name,
      ...entryOf(operation, context),
      name: pages.name.name,
      style: pages.rule.style,
      evidence: pages.evidence,
    };
  });
}

/** Lists without a rule, where something speaks for pages. */
export function explainUnpaged(
  context: ExplainContext,
): readonly UnpagedExplanation[] {
  return planned(context).flatMap(([operation, { unpaged }]) =>
    unpaged === undefined || unpaged.found.length === 0
      ? []
      : { ...entryOf(operation, context), ...unpaged },
  );
}

const entryOf = (
  { method, path, origin }: Operation,
  { placeOf }: ExplainContext,
) => ({ method, path, place: placeOf(origin) });

/** In the order of the description. */
function planned({
  api,
  client,
}: ExplainContext): readonly (readonly [Operation, OperationPlan])[] {
  const plans = new Map(
    client.operationFiles
      .flatMap((file) => file.operations)
      .map((plan) => [`${plan.method} ${plan.path}`, plan]),
  );
  return api.operations.flatMap((operation) => {
    const plan = plans.get(`${operation.method} ${operation.path}`);
    return plan === undefined ? [] : [[operation, plan] as const];
  });
}
