import type { ClientFile } from "../ir/client-plan.ts";
import type { Api, Server } from "../ir/openapi.ts";
import { isBaseUrl, withoutQuery, withValues } from "./server-url.ts";

type Variables = ClientFile["serverVariables"];

/** The absolute server that calls go to unless they are told otherwise. */
export interface AbsoluteServer {
  /** As it is written. */
  readonly written: Server;
  /** Without query and fragment. */
  readonly url: string;
  /** Those in the URL. Required are those without which it is no URL. */
  readonly variables: Variables;
}

/** The first that is a URL, or becomes one by what `createClient` is given for its variables. */
export function absoluteServer({ servers }: Api): AbsoluteServer | undefined {
  for (const written of servers) {
    const url = withoutQuery(written.url);
    const variables = variablesOf({ ...written, url });
    if (variables !== undefined) return { written, url, variables };
  }
  return undefined;
}

/** The server that `baseUrl` is, or stands for. */
export function documentServer(api: Api): Server | undefined {
  const { written, url } = absoluteServer(api) ?? {};
  return written && url ? { ...written, url } : api.servers[0];
}

/** `undefined` where no values make a base URL of it. */
function variablesOf(server: Server): Variables | undefined {
  const { url } = server;
  const used = new Set(
    [...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name),
  );
  const declared = server.variables.filter(({ name }) => used.has(name));
  declared.forEach(({ name }) => used.delete(name));
  const undeclared = [...used].map((name) => ({
    name,
    default: undefined,
    enum: undefined,
    description: undefined,
  }));
  const variables = [...declared, ...undeclared];
  const given = new Set<string>();
  const works = (): boolean =>
    isBaseUrl(
      withValues(
        url,
        variables.map((each) =>
          given.has(each.name)
            ? { ...each, default: possible(each, url) }
            : each,
        ),
      ),
    );
  if (!works()) {
    variables.forEach(({ name }) => given.add(name));
    if (!works()) return undefined;
    for (const { name } of variables) {
      given.delete(name);
      if (!works()) given.add(name);
    }
  }
  return variables.map((each) => ({ ...each, required: given.has(each.name) }));
}

/** A value that makes a URL, if there is one: a word that may be a scheme, a host and a segment, or all before a path. */
function possible(
  { enum: values, name }: Server["variables"][number],
  url: string,
): string {
  if (values !== undefined)
    return values.find((each) => /^https?\b/i.test(each)) ?? values[0] ?? "";
  const [before, after = ""] = url.split(`{${name}}`);
  return before === "" && !after.startsWith("://") ? "https://host" : "https";
}
