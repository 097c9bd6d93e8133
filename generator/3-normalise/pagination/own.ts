import { ruleFault } from "../../ir/check-rule.ts";
import type { DeclaredRule } from "../../ir/page-rule.ts";
import type { RuleReader } from "./read-declared-pages.ts";

/** `x-telltale-pagination`: what the config says in `pagination`, in the description or an overlay. */
export const readOwn: RuleReader = (value) =>
  value === false
    ? { style: "none" }
    : (ruleFault(value) ?? (value as unknown as DeclaredRule)); // just checked
