// Two origins to play the faults r01 to r30 on, by which the tests of this folder are named. r28, and following
// redirects, are in features.
import {
  bearer,
  cookieKey,
  headerKey,
  queryKey,
} from "../../../templates/runtime/auth.ts";
import { anyOf } from "../../../templates/runtime/authorise.ts";
import { jsonBody, sending } from "../../../templates/runtime/body.ts";
import type { Call } from "../../../templates/runtime/call.ts";
import type {
  Client,
  ClientOptions,
  RequestOptions,
} from "../../../templates/runtime/client.ts";
import type { Operation } from "../../../templates/runtime/operation.ts";
import { json } from "../../../templates/runtime/read.ts";
import { idempotent } from "../../../templates/runtime/retry.ts";
import { send } from "../../../templates/runtime/send.ts";
import { impatient, type Waits } from "../client.ts";
import { type Answerer, reply, serve, type Server } from "../server.ts";

/** What no request may bring to the other origin, and no error may print. */
export const secret = "sk-SECRET";

/** A credential of every kind that can travel with a request. */
const schemes = {
  bearer: bearer(secret),
  cookie: cookieKey("session", secret),
  header: headerKey("X-API-Key", secret),
  query: queryKey("api_key", secret),
};

/** What an operation names that wants all of them. */
export const everyCredential = anyOf(["bearer", "cookie", "header", "query"]);

export interface Origins extends Waits {
  /** Where the client sends its calls, which answers in turn; the last answer repeats. */
  readonly a: Server;
  /** Where no call should go: it takes whatever comes. */
  readonly b: Server;
}

/** Two origins, and a client of the first with a credential of every kind. */
export async function origins(
  answers: (b: Server) => Answerer | readonly Answerer[],
  options: ClientOptions = {},
): Promise<Origins> {
  const b = await serve(reply(200, { id: "b" }));
  const a = await serve(...[answers(b)].flat());
  return { a, b, ...impatient(a.url, options, schemes) };
}

/** How many connections came to an origin, and each request, with its headers. */
export const reached = ({ opened, arrived }: Server) => ({
  connections: opened(),
  requests: arrived.map(({ method, url, headers }) => ({
    method,
    url,
    headers,
  })),
});

/** As `reached` says it of an origin that nobody asked. */
export const untouched: ReturnType<typeof reached> = {
  connections: 0,
  requests: [],
};

/** A call of an operation that wants all credentials; without `more` it gets JSON, and may be repeated. */
export function visit(
  client: Client,
  more: Partial<Operation> = {},
  params: object = {},
  options?: RequestOptions,
): Call<unknown, Error> {
  const operation: Operation = {
    method: "GET",
    path: "/visit",
    responses: { 200: json },
    security: everyCredential,
    repeat: idempotent,
    ...more,
  };
  return send(client, visit, operation, params, options);
}

/** As `visit`, with a body, and sent but once. */
export function submit(client: Client, body: object): Call<unknown, Error> {
  const more = { method: "POST", body: sending(jsonBody) };
  return visit(client, { ...more, repeat: () => undefined }, { body });
}
