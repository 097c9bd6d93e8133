import type { Client, ClientOptions, RequestOptions } from "./client.js";
import { base } from "./prepare.js";
import { serverUrl } from "./server-url.js";

/** What an emitted `createClient` may have been given for variables of the server. */
interface ServerOptions extends ClientOptions {
  readonly server?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Options of an operation that has a server of its own. A `baseUrl` that someone gave wins, so that a
 * client that talks to a test or through a proxy never talks past it; a relative server is on the
 * client's host, whichever that is.
 *
 * @param variables of the URL that are the client's as well, with their defaults
 */
export function atServer(
  client: Client,
  options: RequestOptions | undefined,
  server: string,
  variables: Readonly<Record<string, string>> = {},
): RequestOptions {
  const given: ServerOptions = client["~state"]().options;
  const url = serverUrl(server, variables, given.server);
  return {
    ...options,
    baseUrl:
      options?.baseUrl ??
      (/^https?:/i.test(url)
        ? (given.baseUrl ?? url)
        : resolve(url, client.baseUrl)),
  };
}

/** RFC 3986 §5. Of a base that is none, whoever sends the request speaks. */
function resolve(url: string, baseUrl: string): string {
  try {
    base(baseUrl); // a parser takes more, and would drop what makes it wrong
    return new URL(url, baseUrl).href;
  } catch {
    return baseUrl;
  }
}
