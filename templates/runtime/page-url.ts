import { RequestError } from "./errors.js";
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
 * its URL is the server's, on the same origin.
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
    visit(token, fetch) {
      let visited: string | undefined;
      return {
        url: () => visited,
        fetch(first, init) {
          const url =
            token === undefined ? first : nextUrl(String(token), first);
          // A token of the caller's own making: nothing of this may be tried again.
          if (url === undefined)
            throw new RequestError(
              "the URL of a page is on another origin",
              "redirect",
            );
          visited =
            token === undefined ? url : withParameters(url, first, keep);
          return token === undefined || !byGet
            ? fetch(visited, init)
            : fetch(visited, { ...init, ...asGet(init) });
        },
      };
    },
  };
}

function asGet({ headers: given }: RequestInit): RequestInit {
  const headers = new Headers(given);
  headers.delete("content-type");
  return { method: "GET", headers, body: null };
}
