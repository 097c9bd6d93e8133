import { compact } from "../../util/compact.ts";
import { own, string } from "../read.ts";
import { fromJsonPath } from "./paths.ts";
import type { RuleReader } from "./read-declared-pages.ts";

/** `x-fern-pagination`: paths that begin with `$request` and `$response`. `true` leaves it to the reader. */
export const readFern: RuleReader = (value) => {
  if (typeof value === "boolean") return value ? undefined : { style: "none" };
  const path = (key: string, root: string) => {
    const text = string(own(value, key));
    return text === undefined ? undefined : fromJsonPath(text, root);
  };
  const items = path("results", "$response");
  const cursor = path("cursor", "$request");
  const offset = path("offset", "$request");
  const more = path("has-next-page", "$response");
  const uri = path("next_uri", "$response") ?? path("next_path", "$response");
  if (cursor !== undefined) {
    const next = path("next_cursor", "$response");
    return next === undefined
      ? "next_cursor is no path in the response"
      : compact({
          style: "cursor" as const,
          parameter: cursor,
          next,
          more,
          items,
        });
  }
  // Without a step, it is a page's number that goes up by one.
  if (offset !== undefined)
    return compact({
      style:
        own(value, "step") === undefined
          ? ("page" as const)
          : ("offset" as const),
      parameter: offset,
      more,
      items,
    });
  return uri === undefined
    ? "it has none of cursor, offset, next_uri and next_path"
    : compact({ style: "url" as const, next: uri, items });
};
