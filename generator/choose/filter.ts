import type { Report } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { IncomingRequest, Operation } from "../ir/openapi.ts";
import type { OperationFilter } from "../options.ts";
import { nearest } from "./nearest.ts";
import { matchesPath, matchesText } from "./pattern.ts";

/** What a filter is held against. */
export type Candidate = Operation | IncomingRequest;
type Field = keyof OperationFilter;

/** What each field of a filter is held against, and how. */
const fields: Readonly<
  Record<
    Field,
    {
      readonly values: (candidate: Candidate) => readonly string[];
      readonly fits: (pattern: string, value: string) => boolean;
    }
  >
> = {
  tag: { values: ({ tags }) => tags, fits: matchesText },
  path: {
    values: (candidate) => ("path" in candidate ? [candidate.path] : []),
    fits: matchesPath,
  },
  method: {
    values: ({ method }) => [method.toLowerCase()],
    fits: (pattern, value) => matchesText(pattern.toLowerCase(), value),
  },
  operationId: {
    values: ({ operationId }) =>
      operationId === undefined ? [] : [operationId],
    fits: matchesText,
  },
  webhook: {
    values: (candidate) => ("path" in candidate ? [] : [candidate.name]),
    fits: matchesText,
  },
};

/** The fields of a filter, in the order in which they are shown. */
export const filterFields = Object.keys(fields) as readonly Field[];

/** Whether every field of the filter fits. */
export const matches = (
  filter: OperationFilter,
  candidate: Candidate,
): boolean =>
  filterFields.every((field) => matchesField(filter, field, candidate));

function matchesField(
  filter: OperationFilter,
  field: Field,
  candidate: Candidate,
): boolean {
  const pattern = filter[field];
  const { fits, values } = fields[field];
  return (
    pattern === undefined ||
    values(candidate).some((value) => fits(pattern, value))
  );
}

/** Reports each filter of an option of the config that matches nothing: it is misspelt, or out of date. */
export function reportUnmatched(
  option: string,
  filters: readonly OperationFilter[],
  candidates: readonly Candidate[],
  at: Origin,
  report: Report,
): void {
  for (const filter of filters) {
    if (candidates.some((candidate) => matches(filter, candidate))) continue;
    report("choice/matches-nothing", at, {
      option,
      filter: filterText(filter),
      hint: hint(filter, candidates),
    });
  }
}

/** As the command line has it: `tag=Pets,method=get`. */
const filterText = (filter: OperationFilter): string =>
  filterFields
    .flatMap((field) =>
      filter[field] === undefined ? [] : [`${field}=${filter[field]}`],
    )
    .join(",");

/** Which field matches nothing by itself, and the values most like it. */
function hint(
  filter: OperationFilter,
  candidates: readonly Candidate[],
): string {
  const alone = filterFields.find(
    (field) =>
      !candidates.some((candidate) => matchesField(filter, field, candidate)),
  );
  if (alone === undefined) return "each field matches something, but not all";
  const values = new Set(candidates.flatMap(fields[alone].values));
  const found = nearest(filter[alone] ?? "", values);
  return found.length === 0
    ? `there is no ${alone}`
    : `${alone} could be ${found.join(", ")}${values.size > found.length ? ", …" : ""}`;
}
