import type { Client } from "./client.js";
import { RequestError } from "./errors.js";
import type { ClientFeature, RequestAttempt } from "./feature.js";
import { nextUrl, withParameters } from "./next-url.js";
import {
  NoWay,
  type PageStrategy,
  type Path,
  type Place,
  type ReceivedPage,
  said,
  valueAt,
} from "./page-strategy.js";
import { urlOf } from "./prepare.js";

/** A page says the URL of the next one, whole or relative to its own. */
export interface NextUrl {
  readonly items: Path;
  readonly next: Place;
  /** Query parameters with credentials, for a URL without them. */
  readonly keep?: readonly string[];
  /** Whether later pages are asked for by GET, whatever the first one was. */
  readonly byGet?: boolean;
}

export const pageUrl = ({ next, ...how }: NextUrl): PageStrategy =>
  followLinks(how, (page) => said(page, next));

/**
 * Pages at URLs that the server names. The request stays what it was, with its headers and its body; only
 * its URL is the server's, on the same origin. It is so before any feature of the client sees it: a redirect
 * leads on from there.
 */
export function followLinks(
  { items: path, keep = [], byGet }: Omit<NextUrl, "next">,
  linkOf: (page: ReceivedPage) => unknown,
): PageStrategy {
  return {
    items: (body) => valueAt(body, path),
    next(page) {
      const link = linkOf(page);
      if (typeof link !== "string" || link === "") return link;
      return nextUrl(link, page.url ?? "") ?? new NoWay("foreign-url");
    },
    continueAt: (params) => params,
    visit(token, client, own) {
      const fetch = own ?? client["~state"]().options.fetch ?? globalThis.fetch;
      let visited: string | undefined;
      const atToken: ClientFeature = (attempt, next) => {
        const { headers, init } = attempt;
        const first = urlOf(attempt.url, attempt.query);
        const link = nextUrl(String(token), first);
        // A token of the caller's own making: nothing of this may be tried again.
        if (link === undefined)
          throw new RequestError(
            "the URL of a page is on another origin",
            "redirect",
          );
        if (byGet) headers.delete("content-type");
        return next({
          ...attempt,
          ...atUrl(withParameters(link, first, keep)),
          init: byGet ? { ...init, method: "GET", body: null } : init,
        });
      };
      return {
        client: token === undefined ? client : outermost(atToken, client),
        url: () => visited,
        fetch: (url, init) => fetch((visited = url), init),
      };
    },
  };
}

/** The same client, with a feature around all others. */
function outermost(feature: ClientFeature, client: Client): Client {
  const { options, ...state } = client["~state"]();
  const use = [feature, ...(options.use ?? [])];
  const changed = { ...state, options: { ...options, use } };
  return { ...client, "~state": () => changed };
}

/** A URL in the form of a request's, to whose query credentials may be added. */
function atUrl(link: string): Pick<RequestAttempt, "url" | "query"> {
  const [url = "", ...query] = link.split("?");
  return { url, query: query.length > 0 ? [query.join("?")] : [] };
}
