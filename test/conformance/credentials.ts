import type { SchemePlan } from "../../generator/ir/client-plan.ts";
import type { JsonObject } from "./json.ts";
import type { Arriving } from "./parameters.ts";

/**
 * The credentials that a request carries, as options of `createClient`; and the headers that have them.
 * Where the index is silent and the operation asks for one, any will do.
 */
export function deriveCredentials(
  schemes: Readonly<Record<string, JsonObject>>,
  planned: readonly SchemePlan[],
  security: readonly (readonly string[])[],
  arriving: Arriving,
): { readonly options: object; readonly headers: ReadonlySet<string> } {
  const headers = new Set<string>();
  const [only, other] = security;
  const isNeeded = (name: string) =>
    other === undefined && only?.includes(name) === true;
  const given = planned.flatMap((plan) => {
    const scheme = schemes[plan.name] ?? {};
    const credential =
      credentialOf(scheme, arriving) ??
      (isNeeded(plan.name) ? "any" : undefined);
    if (credential === undefined) return [];
    headers.add(headerOf(scheme));
    return [{ plan, credential }];
  });
  const record = (nested: boolean) =>
    Object.fromEntries(
      given
        .filter(({ plan }) => plan.nested === nested)
        .map(({ credential, plan }) => [plan.option, credential]),
    );
  return { headers, options: { ...record(false), auth: record(true) } };
}

const headerOf = (scheme: JsonObject): string =>
  scheme["type"] === "apiKey"
    ? String(scheme["name"]).toLowerCase()
    : "authorization";

function credentialOf(
  scheme: JsonObject,
  { cookie, header, query }: Arriving,
): unknown {
  const { in: place, name, type } = scheme;
  if (type === "apiKey") {
    if (place === "query") return query.get(name);
    return place === "cookie"
      ? cookie.get(name)
      : header.get(String(name).toLowerCase());
  }
  const [word = "", ...rest] = String(header.get("authorization") ?? "").split(
    " ",
  );
  const wanted = type === "http" ? String(scheme["scheme"]) : "bearer";
  if (word.toLowerCase() !== wanted.toLowerCase()) return undefined;
  if (wanted.toLowerCase() !== "basic") return rest.join(" ");
  const [username, password] = Buffer.from(rest.join(" "), "base64")
    .toString()
    .split(":", 2);
  return { username, password };
}
