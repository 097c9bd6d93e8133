import { define } from "../definition.ts";

export const schemaCatalog = {};
