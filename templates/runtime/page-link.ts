import { linkTo } from "./link-header.js";
import type { PageStrategy } from "./page-strategy.js";
import { followLinks, type NextUrl } from "./page-url.js";

/** The `Link` header of a page names the next one, `rel="next"` (RFC 8288 §3). */
export const pageLink = (how: Omit<NextUrl, "next">): PageStrategy =>
  followLinks(how, ({ response }) =>
    linkTo("next", response.headers.get("link") ?? ""),
  );
