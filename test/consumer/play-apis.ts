import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Exchange } from "./exchange.ts";
import { exchanges } from "./exchanges.ts";

/** Headers that a platform's fetch adds of its own accord. */
const platform = new Set([
  "accept-encoding",
  "accept-language",
  "connection",
  "host",
  "sec-fetch-mode",
  "user-agent",
]);

/** A real server that plays both APIs. Before each check it is told which one comes. */
export async function playApis(): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
  let expected: readonly Exchange[] = [];
  let arrived = 0;
  let problems: string[] = [];
  const server = createServer((incoming, response) => {
    const request = `${incoming.method} ${incoming.url}`;
    const begun = /^POST \/~begin\/(.*)$/.exec(request)?.[1];
    if (begun !== undefined) {
      const name = decodeURIComponent(begun);
      expected = exchanges[name] ?? [];
      problems = name in exchanges ? [] : [`there is no check "${name}"`];
      arrived = 0;
      return response.end();
    }
    if (request === "POST /~end") {
      const missing = expected.slice(arrived);
      problems.push(...missing.map((it) => `never arrived: ${it.request}`));
      return response.end(JSON.stringify(problems));
    }
    const exchange = expected[arrived++];
    const found = judge(incoming, exchange);
    problems.push(...found);
    // A wrong request is answered too: what a client makes of it is another matter.
    if (exchange === undefined) return response.writeHead(418).end();
    return answerWith(exchange.answer, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(server) };
}

/** What is wrong with a request: its method, path and query, and each of its headers. */
function judge(
  { method, url, rawHeaders, headers }: IncomingMessage,
  expected: Exchange | undefined,
): readonly string[] {
  const request = `${method} ${url}`;
  if (expected === undefined) return [`nobody asked for ${request}`];
  const wanted: Readonly<Record<string, string>> = {
    accept: "application/json",
    authorization: expected.authorization,
  };
  const named = rawHeaders
    .filter((_, at) => at % 2 === 0)
    .map((name) => name.toLowerCase());
  return [
    ...differ("request", request, expected.request),
    ...Object.entries(wanted).flatMap(([name, value]) =>
      differ(name, String(headers[name]), value),
    ),
    ...named
      .filter((name, at) => named.indexOf(name) !== at)
      .map((name) => `header ${name} came twice`),
    // Among them Content-Type, Content-Length and Transfer-Encoding: a GET has no body.
    ...named
      .filter((name) => !platform.has(name) && !(name in wanted))
      .map((name) => `nobody asked for header ${name}`),
  ];
}

function differ(what: string, is: string, wanted: string): readonly string[] {
  return is === wanted ? [] : [`${what}: ${is}, not ${wanted}`];
}

function answerWith(answer: Answer, response: ServerResponse): void {
  const { status, headers, body, then } = answer;
  if (then === "drop") return void response.destroy();
  response.writeHead(status, headers);
  if (then === "end") response.end(body);
  else response.write(body.slice(0, 1));
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
