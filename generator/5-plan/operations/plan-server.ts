import type { Report } from "../../diagnostics/diagnostic.ts";
import type { ServerPlan } from "../../ir/operation-plan.ts";
import type { Operation, Server, ServerVariable } from "../../ir/openapi.ts";
import { isBaseUrl, withoutQuery, withValues } from "../server-url.ts";

/**
 * The first of an operation's own servers that a request can be sent to, unless it is the document's
 * (OAS 3.1 §4.8.10). A variable that the document's server has with the same default is one and the
 * same: what `createClient` is given for it holds here. The others have their defaults.
 */
export function planServer(
  { origin, servers }: Operation,
  operation: string,
  document: Server | undefined,
  report: Report,
): ServerPlan | undefined {
  if (servers.length === 0) return undefined;
  const written = servers.find(isUsable);
  if (written === undefined) {
    report("operation/unusable-servers", origin, { operation });
    return undefined;
  }
  const server = { ...written, url: withoutQuery(written.url) };
  if (server.url !== written.url)
    report("operation/server-with-query", written.origin, {});
  const shared = server.variables.filter((variable) =>
    document?.variables.some((other) => isSame(variable, other)),
  );
  const own = server.variables.filter((variable) => !shared.includes(variable));
  const url = complete(withValues(server.url, own));
  if (url === "" || url === document?.url) return undefined;
  return {
    url,
    variables: shared.flatMap(({ name, default: value }) =>
      value !== undefined && url.includes(`{${name}}`)
        ? [{ name, default: value }]
        : [],
    ),
    shown: complete(withValues(server.url, server.variables)),
  };
}

const isSame = (a: ServerVariable, b: ServerVariable): boolean =>
  a.name === b.name && a.default === b.default;

/** Whether a server names a host of its own; another is relative to the client's. */
export const isAbsolute = (server: Server): boolean =>
  /^https?:/i.test(complete(withValues(server.url, server.variables)));

const relative = /^(?!\/\/)[^?#\\\s{}:]*$/;

const isUsable = ({ url, variables }: Server): boolean => {
  const text = complete(withValues(withoutQuery(url), variables));
  return isBaseUrl(text) || relative.test(text);
};

/** Without a scheme it is that of the document's URL, which nobody serves but by https. */
const complete = (url: string): string => url.replace(/^\/\//, "https://");
