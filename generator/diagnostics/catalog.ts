import { choiceCatalog } from "./catalog/choice.ts";
import { extractCatalog } from "./catalog/extract.ts";
import { loadCatalog } from "./catalog/load.ts";
import { operationCatalog } from "./catalog/operation.ts";
import { overlayCatalog } from "./catalog/overlay.ts";
import { paginationCatalog } from "./catalog/pagination.ts";
import { schemaCatalog } from "./catalog/schema.ts";
import { unionCatalog } from "./catalog/union.ts";
import { unsupportedCatalog } from "./catalog/unsupported.ts";
import { writeCatalog } from "./catalog/write.ts";
import type { Definition } from "./definition.ts";

/**
 * One entry per code. Codes are public: a code is never renamed and never changes its meaning.
 * `area/what-is-wrong`; `unsupported/…` is valid OpenAPI that is not built yet.
 */
export const catalog = {
  ...loadCatalog,
  ...overlayCatalog,
  ...extractCatalog,
  ...schemaCatalog,
  ...unionCatalog,
  ...operationCatalog,
  ...choiceCatalog,
  ...writeCatalog,
  ...paginationCatalog,
  ...unsupportedCatalog,
};

export type Code = keyof typeof catalog;
export type ParamsOf<C extends Code> =
  (typeof catalog)[C] extends Definition<infer Params> ? Params : never;
