import type { Resolved } from "../../ir/resolved.ts";
import type { TypeModel } from "../types/model.ts";

/** What is asked of types to find pages. */
export interface PageContext {
  readonly model: TypeModel;
  readonly resolved: Resolved;
}
