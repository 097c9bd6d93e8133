import type {
  Declaration,
  Name,
  PropertyPlan,
  TypeExpr,
  TypeFile,
} from "../../ir/declaration-plan.ts";
import type { Api, IncomingRequest, Parameter } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { IncomingName } from "../names/incoming-names.ts";
import type { OperationName } from "../names/operation-names.ts";
import { textType } from "../operations/text-type.ts";
import type { TypeModel } from "../types/model.ts";
import { planBody } from "./incoming-body.ts";
import { answerType } from "./answer-type.ts";

export interface IncomingContext {
  readonly resolved: Resolved;
  readonly model: TypeModel;
}

/**
 * Types of the requests that the API makes: `webhooks.ts`, with a map of all of them by name
 * (OAS 3.1 §4.8.1), and `callbacks.ts` (§4.8.18).
 */
export function planIncoming(
  api: Api,
  operationNames: readonly OperationName[],
  names: readonly IncomingName[],
  context: IncomingContext,
): readonly TypeFile[] {
  const nameOf = (index: number) => (names[index] as IncomingName).type;
  const webhooks = api.webhooks.map((request, index): Incoming => ({
    request,
    name: { name: nameOf(index), module: "webhooks", typeOnly: true },
    note: `The webhook \`${request.name}\`, sent by ${request.method}.`,
  }));
  const owned = api.operations.flatMap(({ callbacks, method, path }, index) => {
    const owner = operationNames[index]?.name ?? "";
    return callbacks.map((request) => ({
      request,
      owner,
      callbackOf: `${method} ${path}`,
    }));
  });
  const callbacks = owned.map(
    ({ callbackOf, owner, request }, index): Incoming => {
      const name = nameOf(api.webhooks.length + index);
      return {
        request,
        callbackOf,
        name: { name, module: "callbacks", typeOnly: true },
        note: `The callback \`${request.name}\` of {@link ${owner}}, sent by ${request.method} to \`${request.expression ?? ""}\`.`,
      };
    },
  );
  return [
    {
      module: "webhooks",
      declarations: [
        ...webhooks.flatMap((each) => declarations(each, context)),
        ...mapOf(webhooks, context.model),
      ],
    },
    {
      module: "callbacks",
      declarations: callbacks.flatMap((each) => declarations(each, context)),
    },
  ].filter((file) => file.declarations.length > 0);
}

interface Incoming {
  readonly request: IncomingRequest;
  readonly name: Name;
  readonly callbackOf?: string;
  /** Which request it is. */
  readonly note: string;
}

/** What is in a request, and what it wants to be answered; what its body declares of its own. */
function declarations(
  { request, callbackOf, name, note }: Incoming,
  context: IncomingContext,
): readonly Declaration[] {
  const { body, declared } = planBody(request, name, context);
  const response = answerType(request, context);
  return [
    {
      kind: "interface",
      name,
      incoming: request.origin,
      callbackOf,
      extends: [],
      properties: [
        property("method", { kind: "literal", value: request.method }),
        ...placed("query", "query", request, context),
        ...placed("headers", "header", request, context),
        ...placed("cookies", "cookie", request, context),
        ...body,
        ...(response === undefined
          ? []
          : [property("response", response, "What it wants to be answered.")]),
      ],
      index: undefined,
      docs: {
        summary: request.summary,
        description: request.description,
        note,
        deprecated: request.deprecated,
      },
    },
    ...declared,
  ];
}

const property = (
  name: string,
  type: TypeExpr,
  note?: string,
): PropertyPlan => ({
  name,
  optional: false,
  readonly: false,
  type,
  docs: { note },
});

/** The parameters of one place, as texts. Header names are lower case, as receivers are given them. */
function placed(
  name: string,
  place: Parameter["in"],
  { parameters }: IncomingRequest,
  context: IncomingContext,
): readonly PropertyPlan[] {
  const found = parameters.filter((parameter) => parameter.in === place);
  if (found.length === 0) return [];
  const properties = found.map((parameter): PropertyPlan => ({
    name: place === "header" ? parameter.name.toLowerCase() : parameter.name,
    optional: !parameter.required,
    readonly: false,
    type: textType(parameter.schema, context),
    docs: {},
  }));
  return [property(name, { kind: "object", properties })];
}

/** `Webhooks`: every webhook by its name on the wire, for tables of handlers. */
function mapOf(
  webhooks: readonly Incoming[],
  { registry }: TypeModel,
): readonly Declaration[] {
  if (webhooks.length === 0) return [];
  const byName = Map.groupBy(webhooks, ({ request }) => request.name);
  return [
    {
      kind: "interface",
      isWebhookMap: true,
      name: {
        name: registry.claim(["Webhooks", "WebhooksByName"]),
        module: "webhooks",
        typeOnly: true,
      },
      extends: [],
      properties: [...byName].map(([name, several]) =>
        property(name, {
          kind: "union",
          members: several.map((each) => ({ kind: "name", name: each.name })),
        }),
      ),
      index: undefined,
      docs: { note: "Every webhook, by its name." },
    },
  ];
}
