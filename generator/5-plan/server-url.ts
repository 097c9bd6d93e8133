import type { Server } from "../ir/openapi.ts";

/** An absolute URL without user, query and fragment, as `baseUrl` has to be. */
export const isBaseUrl = (url: string): boolean =>
  /^https?:\/\/[^/?#@%\\\s{}]+(\/[^?#\\\s{}]*)?$/i.test(url);

/** What follows a base URL would be taken for a part of it. */
export const withoutQuery = (url: string): string =>
  url.replace(/[?#].*$/s, "");

/** A server's URL with the defaults of these variables; one without keeps its braces. */
export const withValues = (
  url: string,
  variables: Server["variables"],
): string =>
  variables.reduce(
    (text, { name, default: value }) =>
      value === undefined ? text : text.replaceAll(`{${name}}`, () => value),
    url,
  );
