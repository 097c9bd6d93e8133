import type { Api, Exchange, IncomingRequest } from "./openapi.ts";
import type { SchemaId } from "./schema-graph.ts";

/** The schemas that the two sides of an API exchange, in the order of the description. */
export interface Directions {
  /** What the user of the API is sent: responses, and what webhooks and callbacks bring. */
  readonly received: readonly SchemaId[];
  /** What the user of the API sends: requests, and answers to webhooks and callbacks. */
  readonly sent: readonly SchemaId[];
}

export function directionsOf(api: Api): Directions {
  const incoming = incomingRequests(api);
  return {
    received: [
      ...api.operations.flatMap(answerSchemas),
      ...incoming.flatMap(requestSchemas),
    ],
    sent: [
      ...api.operations.flatMap(requestSchemas),
      ...incoming.flatMap(answerSchemas),
    ],
  };
}

/** Webhooks, and after them the callbacks of all operations. */
export const incomingRequests = (api: Api): readonly IncomingRequest[] => [
  ...api.webhooks,
  ...api.operations.flatMap(({ callbacks }) => callbacks),
];

/** Every request and its responses, the operations first. */
export const exchangesOf = (api: Api): readonly Exchange[] => [
  ...api.operations,
  ...incomingRequests(api),
];

/** Every schema that a request and its responses name, but those of headers, which are text. */
export const schemasOf = (exchange: Exchange): readonly SchemaId[] => [
  ...requestSchemas(exchange),
  ...answerSchemas(exchange),
];

const requestSchemas = ({ parameters, requestBody }: Exchange) => [
  ...parameters.flatMap(({ schema }) => schema ?? []),
  ...contentSchemas(requestBody?.content ?? []),
];

const answerSchemas = ({ responses }: Exchange) =>
  responses.flatMap(({ content }) => contentSchemas(content));

const contentSchemas = (content: Exchange["responses"][number]["content"]) =>
  content.flatMap(({ schema, itemSchema }) => [
    ...(schema === undefined ? [] : [schema]),
    ...(itemSchema === undefined ? [] : [itemSchema]),
  ]);
