import type { Report } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { ClientFile, SchemePlan } from "../ir/client-plan.ts";
import type { Name } from "../ir/declaration-plan.ts";
import type { Api, Operation, SecurityScheme } from "../ir/openapi.ts";
import { absoluteServer, type AbsoluteServer } from "./document-server.ts";
import { firstKeeps } from "./names/first-keeps.ts";
import { isAbsolute } from "./operations/plan-server.ts";
import { camel, startsAlone, words } from "./names/words.ts";

/** Options of `createClient` that every client has: a scheme of the same name goes under `auth`. */
const clientOptions: ReadonlySet<string> = new Set([
  "auth",
  "baseUrl",
  "fetch",
  "headers",
  "retry",
  "server",
  "signal",
  "timeout",
  "totalTimeout",
  "use",
]);

/** What `createClient` takes, and where requests go. */
export function planClient(api: Api, report: Report): ClientFile {
  const server = absoluteServer(api);
  if (server === undefined)
    report(
      "operation/no-server",
      { source: api.source, pointer: "" },
      { own: api.operations.filter(hasOwnHost).length },
    );
  else reportServer(server, report);
  return {
    baseUrl: server?.url,
    serverVariables: server?.variables ?? [],
    schemes: planSchemes(api, report),
  };
}

function reportServer(
  { url, variables, written }: AbsoluteServer,
  report: Report,
): void {
  if (url !== written.url)
    report("operation/server-with-query", written.origin, {});
  const names = variables.flatMap(({ name, required }) =>
    required ? [name] : [],
  );
  if (names.length > 0)
    report("operation/server-without-defaults", written.origin, { names });
}

const hasOwnHost = ({ servers }: Operation): boolean =>
  servers.some(isAbsolute);

function planSchemes(api: Api, report: Report): readonly SchemePlan[] {
  const usable = api.securitySchemes.flatMap((scheme) => {
    const applied = apply(scheme);
    if (applied === undefined && scheme.kind !== "http")
      report("unsupported/security-scheme", scheme.origin, {
        name: scheme.name,
        kind: scheme.kind,
      });
    return applied === undefined ? [] : [{ scheme, applied }];
  });
  const option = ({ scheme }: (typeof usable)[number]) =>
    optionName(words(scheme.name));
  return firstKeeps(usable, option, option).map(
    ({ item: { applied, scheme }, key }) => ({
      name: scheme.name,
      option: key,
      nested: clientOptions.has(key),
      required: isAlwaysAsked(scheme.name, api),
      credential:
        applied.name.name === "basic" ? "BasicCredential" : "Credential",
      apply: applied.name,
      argument: applied.argument,
      docs: { description: scheme.description, note: applied.note },
      origin: scheme.origin,
    }),
  );
}

/** A scheme's name in camelCase; what no option can be called has a word of ours in front. */
function optionName(own: readonly string[]): string {
  const name = camel(own);
  // Every object has a `constructor`, given or not.
  return startsAlone(name) && !(name in Object.prototype)
    ? name
    : camel(["credential", ...own]);
}

/** Whether no operation can be called without a scheme, whichever of its requirements is met. */
export const isAlwaysAsked = (scheme: string, api: Api): boolean =>
  api.operations.length > 0 &&
  api.operations.every((operation) => {
    const security = usableSecurity(operation, api, () => {});
    return security.length > 0 && security.every((all) => all.includes(scheme));
  });

interface Applied {
  readonly name: Name;
  readonly argument: string | undefined;
  readonly note: string;
}

/** How a scheme's credential is sent; `undefined` where nothing is. */
export function apply(scheme: SecurityScheme): Applied | undefined {
  const runtime = (
    name: string,
    argument: string | undefined,
    note: string,
  ): Applied => ({
    name: { name, module: "runtime/auth", typeOnly: false },
    argument,
    note,
  });
  switch (scheme.kind) {
    case "apiKey": {
      const { parameter } = scheme;
      if (scheme.in === "header")
        return runtime(
          "headerKey",
          parameter,
          `Sent as the header \`${parameter}\`, as it is.`,
        );
      if (scheme.in === "query")
        return runtime(
          "queryKey",
          parameter,
          `Sent as the query parameter \`${parameter}\`.`,
        );
      return runtime(
        "cookieKey",
        parameter,
        `Sent as the cookie \`${parameter}\`.`,
      );
    }
    case "http":
      if (isInteractive(scheme.scheme)) return undefined;
      if (/^bearer$/i.test(scheme.scheme))
        return runtime(
          "bearer",
          undefined,
          "Sent as `Authorization: Bearer <token>`.",
        );
      if (/^basic$/i.test(scheme.scheme))
        return runtime(
          "basic",
          undefined,
          "Sent as `Authorization: Basic <credentials>`.",
        );
      return runtime(
        "httpScheme",
        scheme.scheme,
        `Sent as \`Authorization: ${scheme.scheme} <credentials>\`.`,
      );
    case "oauth2":
    case "openIdConnect":
      return runtime(
        "bearer",
        undefined,
        "An access token. Sent as `Authorization: Bearer <token>`.",
      );
    case "mutualTLS":
      return undefined;
    default:
      return scheme satisfies never;
  }
}

/** Schemes that answer a challenge: no credential can simply be sent along. */
const isInteractive = (scheme: string): boolean =>
  /^(digest|negotiate|hoba|mutual|scram-sha-(1|256)|gnap|dpop)$/i.test(scheme);

/** The requirements of an operation, less schemes that nothing is sent for. */
export function usableSecurity(
  operation: Operation,
  api: Api,
  report: Report,
): readonly (readonly string[])[] {
  return operation.security.flatMap((all) => {
    const unknown = all.find(
      (name) => !api.securitySchemes.some((scheme) => scheme.name === name),
    );
    if (unknown !== undefined) {
      report("operation/unknown-security-scheme", operation.securityOrigin, {
        name: unknown,
      });
      return [];
    }
    const usable = all.flatMap(
      (name) =>
        api.securitySchemes.find(
          (scheme) => scheme.name === name && apply(scheme) !== undefined,
        ) ?? [],
    );
    const sent = firstOfEach(usable, operation.securityOrigin, report);
    return [sent.map(({ name }) => name)];
  });
}

/** Of credentials that one request must have, and has one place for, the first: the others would never go out. */
function firstOfEach(
  schemes: readonly SecurityScheme[],
  origin: Origin,
  report: Report,
): readonly SecurityScheme[] {
  const taken = new Map<string, SecurityScheme>();
  for (const scheme of schemes) {
    const place = placeOf(scheme);
    const first = taken.get(place);
    if (first === undefined) taken.set(place, scheme);
    // Flows of OAuth that are listed side by side bring one and the same token.
    else if (!isToken(first) || !isToken(scheme))
      report("operation/credentials-collide", origin, {
        first: first.name,
        second: scheme.name,
        place,
      });
  }
  return [...taken.values()];
}

const isToken = ({ kind }: SecurityScheme): boolean =>
  kind === "oauth2" || kind === "openIdConnect";

const placeOf = (scheme: SecurityScheme): string => {
  if (scheme.kind !== "apiKey") return "header authorization";
  const { in: place, parameter } = scheme;
  return place === "header"
    ? `header ${parameter.toLowerCase()}`
    : `${place === "query" ? "query parameter" : "cookie"} ${parameter}`;
};
