import { reachableFrom } from "../4-resolve/reachable.ts";
import { isAlwaysAsked } from "../5-plan/plan-client.ts";
import type { ClientPlan, Name } from "../ir/client-plan.ts";
import type { Api } from "../ir/openapi.ts";
import type { Resolved } from "../ir/resolved.ts";
import type { TypeId, TypeNode } from "../ir/type-graph.ts";
import type { Made } from "../understand.ts";
import type { Choice } from "./choose.ts";
import { keepTypes } from "./keep-types.ts";
import { reachOf } from "./reach.ts";

/**
 * Takes out of a plan what was not chosen, and the types that only led there. The whole API was planned
 * before, so that what stays is called what it would be called without a choice.
 */
export function keepChosen(
  { api, resolved, client }: Made,
  choice: Choice,
): Made {
  const { schemas } = reachOf(choice, api);
  const kept: Api = {
    ...api,
    ...choice,
    securitySchemes: api.securitySchemes.filter(({ name }) =>
      isStillAsked(name, api, choice),
    ),
    components: api.components.filter(({ schema }) => schemas.has(schema)),
    schemas: new Map([...api.schemas].filter(([id]) => schemas.has(id))),
  };
  const types = reachableFrom(
    [...schemas].flatMap((schema) => resolved.typeOf.get(schema) ?? []),
    { node: (id) => resolved.types.get(id) as TypeNode },
  );
  const chosen = new Set(choice.operations.map(requestLine));
  const operationFiles = client.operationFiles.map((file) => ({
    ...file,
    operations: file.operations.filter((plan) => chosen.has(requestLine(plan))),
  }));
  const named = new Map([...client.named].filter(([id]) => types.has(id)));
  return {
    api: kept,
    resolved: { ...resolved, types },
    client: {
      ...client,
      client: { ...client.client, schemes: keepSchemes(client, kept) },
      operationFiles,
      typeFiles: keepTypes(
        { ...client, operationFiles },
        webhookTypes(api, resolved, named, choice),
      ),
      named,
    },
  };
}

const requestLine = (of: { method: string; path: string }): string =>
  `${of.method} ${of.path}`;

/** The components that chosen webhooks lead to: no operation may. */
function webhookTypes(
  api: Api,
  { typeOf, types }: Resolved,
  named: ClientPlan["named"],
  { webhooks }: Choice,
): readonly Name[] {
  const { schemas } = reachOf(webhooks, api);
  const nameOf = (id: TypeId): Name | undefined => {
    const node = types.get(id);
    return (
      named.get(id)?.name ??
      (node?.kind === "nullable" ? named.get(node.of)?.name : undefined)
    );
  };
  return api.components
    .filter(({ schema }) => schemas.has(schema))
    .flatMap(({ schema }) => nameOf(typeOf.get(schema) as TypeId) ?? []);
}

/** Whether a chosen operation asks for a scheme, or none ever did. */
function isStillAsked(name: string, api: Api, choice: Choice): boolean {
  const asks = ({ operations }: Choice): boolean =>
    operations.some(({ security }) =>
      security.some((all) => all.includes(name)),
    );
  return asks(choice) || !asks(api);
}

const keepSchemes = (
  { client }: ClientPlan,
  { operations, securitySchemes }: Api,
): ClientPlan["client"]["schemes"] =>
  client.schemes
    .filter(({ name }) => securitySchemes.some((each) => each.name === name))
    .map((scheme) => ({
      ...scheme,
      required: isAlwaysAsked(scheme.name, operations),
    }));
