import { define } from "../definition.ts";

/** What speaks for pages, and is not enough. */
export const paginationCatalog = {
  "pagination/one-sided": define<{ found: string; missing: string }>({
    severity: "info",
    message: (p) =>
      `${p.found} speaks for pages, but ${p.missing}; no page helper is emitted, as a wrong one would loop or lose items`,
    help: "describe both sides: the parameter that takes the token, and the response that carries the next one beside one array of items",
  }),
};
