import type { Report } from "../diagnostics/diagnostic.ts";
import type { Api, IncomingRequest, Operation } from "../ir/openapi.ts";
import type { GenerateOptions } from "../options.ts";
import { type Candidate, matches, reportUnmatched } from "./filter.ts";
import { withTagsAbove } from "./tags-above.ts";

/** What of an API is emitted, where the config chooses. */
export interface Choice {
  readonly operations: readonly Operation[];
  readonly webhooks: readonly IncomingRequest[];
}

type Filters = Pick<GenerateOptions, "include" | "exclude">;

/** Whether something may be left out. */
export const leavesOut = ({ include, exclude = [] }: Filters): boolean =>
  include !== undefined || exclude.length > 0;

/** The operations that `include` and `exclude` leave; `undefined` where neither is given. */
export function choose(
  api: Api,
  filters: Filters,
  report: Report,
): Choice | undefined {
  if (!leavesOut(filters)) return undefined;
  const { include, exclude = [] } = filters;
  const at = { source: api.source, pointer: "/paths" };
  const judged = withTagsAbove(api.tags);
  const candidates = [...api.operations, ...api.webhooks].map(judged);
  for (const [option, filters] of Object.entries({ include, exclude }))
    reportUnmatched(option, filters ?? [], candidates, at, report);
  const isChosen = (written: Candidate): boolean => {
    const candidate = judged(written);
    return (
      (include?.some((filter) => matches(filter, candidate)) ?? true) &&
      !exclude.some((filter) => matches(filter, candidate))
    );
  };
  const operations = api.operations.filter(isChosen);
  const webhooks = api.webhooks.filter(isChosen);
  if (operations.length + webhooks.length === 0 && candidates.length > 0)
    report("choice/nothing-left", at, { count: candidates.length });
  return { operations, webhooks };
}
