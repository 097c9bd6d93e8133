import { isObject, own, string } from "../read.ts";
import type { RuleReader } from "./read-declared-pages.ts";

/** `x-ms-pageable` of AutoRest: the names of two properties. A `nextLinkName` that is null says that there is one page. */
export const readMsPageable: RuleReader = (value) => {
  if (!isObject(value)) return "it is no object";
  const next = own(value, "nextLinkName");
  if (next === null) return { style: "none" };
  const name = string(next) ?? "nextLink";
  const items = [string(own(value, "itemName")) ?? "value"];
  return { style: "url", next: [name], items, byGet: true };
};
