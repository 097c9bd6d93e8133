import { define } from "../definition.ts";

/** What speaks for pages and is not enough, and rules that do not fit. */
export const paginationCatalog = {
  "pagination/one-sided": define<{
    found: string;
    missing: string;
    declaration: string;
  }>({
    severity: "info",
    message: (p) =>
      `${p.found}, which speaks for pages, but ${p.missing}; no page helper is emitted, as a wrong one would loop or lose items; if you know the rule, declare it in the config: pagination: { ${p.declaration} }`,
    help: "describe both sides: the parameter that asks for a page, and the response that leads to the next one, or says how many there are, beside one array of items",
  }),
  "pagination/rule-misfit": define<{
    operation: string;
    by: string;
    faults: string;
  }>({
    severity: "error",
    message: (p) =>
      `the rule that ${p.by} declares for the pages of ${p.operation} does not fit it: ${p.faults}; nothing is emitted, as it would loop or lose items`,
    help: 'correct the rule, in the config or by an overlay, or the description; { style: "none" } says that there are no pages',
  }),
  "pagination/extension-misfit": define<{
    operation: string;
    by: string;
    faults: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${p.by} speaks of pages of ${p.operation}, but ${p.faults}; it is passed over, as its own tools do, which take such a list for one page`,
    help: 'if there are pages, describe what leads to the next one, or declare the rule in the config; { style: "none" } says that there are none',
  }),
  "pagination/unknown-operation": define<{ key: string; near: string }>({
    severity: "error",
    message: (p) =>
      `pagination in the config has a rule for ${p.key}, which is no operation${p.near}; nothing is emitted`,
    help: "name it by its operationId, or as METHOD /path",
  }),
};
