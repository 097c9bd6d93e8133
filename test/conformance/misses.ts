/** Scenarios that the clients do not pass, and why. One that passes fails the run, and so does a new one. */
export interface Misses {
  readonly reason: string;
  readonly scenarios: readonly string[];
}

const expansions = ["primitive", "array", "record"].flatMap((value) =>
  ["Standard", "Explode"].map((kind) => `${kind}_${value}`),
);

export const misses: readonly Misses[] = [
  {
    reason:
      "OpenAPI has no style for path expansion, `{/param}` of RFC 6570 §3.2.6: the documents say `simple`",
    scenarios: expansions.map(
      (each) => `Routes_PathParameters_PathExpansion_${each}`,
    ),
  },
  {
    reason:
      "OpenAPI has no reserved expansion in paths before 3.2, and the documents do not say it",
    scenarios: [
      "Routes_PathParameters_ReservedExpansion_annotation",
      "Routes_PathParameters_ReservedExpansion_template",
    ],
  },
  {
    reason:
      "no document has the operation: OpenAPI has no path that begins a query, `/a?fixed=true{&param}`",
    scenarios: expansions.map(
      (each) => `Routes_QueryParameters_QueryContinuation_${each}`,
    ),
  },
  {
    reason:
      "no document has the operation: OpenAPI has no range of statuses but `4XX` and its like",
    scenarios: ["Response_StatusCodeRange_errorResponseStatusCodeInRange"],
  },
  {
    reason: "OpenAPI has no optional path parameter",
    scenarios: ["Parameters_Path_optional"],
  },
];
