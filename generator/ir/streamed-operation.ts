import type { OperationPlan } from "./operation-plan.ts";

/** The operation whose answer is read value by value, as an operation of its own, where there is one. */
export function streamedOperation(
  of: OperationPlan,
): OperationPlan | undefined {
  if (of.streamed === undefined) return undefined;
  const { responses, ...streamed } = of.streamed;
  return {
    ...of,
    ...streamed,
    request: { ...of.request, responses, streams: true },
    streamed: undefined,
    pages: undefined,
    unpaged: undefined,
  };
}
