import { define } from "../definition.ts";

export const unsupportedCatalog = {};
