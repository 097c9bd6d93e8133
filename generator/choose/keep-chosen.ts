import { reachableFrom } from "../ir/reachable.ts";
import { isAlwaysAsked } from "../5-plan/plan-client.ts";
import type { Origin } from "../diagnostics/origin.ts";
import type { ClientPlan } from "../ir/client-plan.ts";
import type {
  Declaration,
  InterfaceDeclaration,
  TypeExpr,
  TypeFile,
} from "../ir/declaration-plan.ts";
import type { Api } from "../ir/openapi.ts";
import type { TypeNode } from "../ir/type-graph.ts";
import type { Made } from "../understand.ts";
import type { Choice } from "./choose.ts";
import { keepLinks } from "./keep-links.ts";
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
  const operationFiles = keepLinks(
    client.operationFiles.map((file) => ({
      ...file,
      operations: file.operations.filter(({ method, path, docs }) =>
        chosen.has(requestLine({ method, path: docs.path ?? path })),
      ),
    })),
  );
  const named = new Map([...client.named].filter(([id]) => types.has(id)));
  return {
    api: kept,
    resolved: { ...resolved, types },
    client: {
      ...client,
      client: { ...client.client, schemes: keepSchemes(client, kept) },
      operationFiles,
      typeFiles: keepTypes({
        ...client,
        operationFiles,
        typeFiles: keepIncoming(client.typeFiles, choice),
      }),
      named,
    },
  };
}

const requestLine = (of: { method: string; path: string }): string =>
  `${of.method} ${of.path}`;

/** The types of what was not chosen go, from the map of webhooks as well. */
function keepIncoming(
  typeFiles: readonly TypeFile[],
  { operations, webhooks }: Choice,
): readonly TypeFile[] {
  const chosen = new Set([
    ...webhooks.map(({ origin }) => placeOf(origin)),
    ...operations.map(requestLine),
  ]);
  const gone = typeFiles
    .flatMap(({ declarations }) => declarations)
    .filter(
      (each) =>
        each.kind === "interface" &&
        each.incoming !== undefined &&
        !chosen.has(each.callbackOf ?? placeOf(each.incoming)),
    );
  const isGone = (type: TypeExpr): boolean =>
    type.kind === "name" &&
    gone.some(({ name }) => name.name === type.name.name);
  return typeFiles.map((file) => ({
    ...file,
    declarations: file.declarations
      .filter((each) => !gone.includes(each))
      .flatMap((each) =>
        each.kind === "interface" && each.isWebhookMap === true
          ? keepEntries(each, isGone)
          : each,
      ),
  }));
}

function keepEntries(
  map: InterfaceDeclaration,
  isGone: (type: TypeExpr) => boolean,
): readonly Declaration[] {
  const properties = map.properties.flatMap((property) => {
    const { type } = property;
    if (type.kind !== "union") return [property];
    const members = type.members.filter((member) => !isGone(member));
    return members.length === 0
      ? []
      : [{ ...property, type: { ...type, members } }];
  });
  return properties.length === 0 ? [] : [{ ...map, properties }];
}

const placeOf = ({ source, pointer }: Origin): string => `${source}#${pointer}`;

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
  api: Api,
): ClientPlan["client"]["schemes"] =>
  client.schemes
    .filter(({ name }) =>
      api.securitySchemes.some((each) => each.name === name),
    )
    .map((scheme) => ({
      ...scheme,
      required: isAlwaysAsked(scheme.name, api),
    }));
