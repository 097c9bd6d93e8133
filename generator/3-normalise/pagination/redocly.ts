import { compact } from "../../util/compact.ts";
import { own, string } from "../read.ts";
import { fromPointer } from "./paths.ts";
import type { RuleReader } from "./read-declared-pages.ts";

/** `x-redoclyPagination`: a style, parameters by name, the response by JSON Pointer. */
export const readRedocly: RuleReader = (value) => {
  if (typeof value === "boolean") return value ? undefined : { style: "none" };
  const style = string(own(value, "style"));
  const pointer = (key: string) => {
    const text = string(own(value, key));
    return text === undefined ? undefined : fromPointer(text);
  };
  const items = pointer("items");
  const more = pointer("hasMore");
  if (style !== "cursor" && style !== "offset" && style !== "page")
    return "its style is none of cursor, offset and page";
  const name = string(own(value, `${style}Param`));
  if (name === undefined) return `it has no ${style}Param`;
  const parameter = [name];
  if (style === "offset")
    return compact({ style: "offset" as const, parameter, more, items });
  if (style === "page")
    return compact({ style: "page" as const, parameter, more, items });
  const next = pointer("nextCursor");
  return next === undefined
    ? "nextCursor is no JSON Pointer"
    : compact({ style: "cursor" as const, parameter, next, more, items });
};
