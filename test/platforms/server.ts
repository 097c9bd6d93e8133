import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logged } from "./acceptance/protocol.ts";
import { echo, routes } from "./routes.ts";

/** Two origins that answer alike, and keep one log. */
export interface Server {
  /** Where clients send their calls. */
  readonly url: string;
  /** Where no call goes by itself. A browser's `/page` is from here, so that all its calls cross origins. */
  readonly other: string;
  stop(): Promise<void>;
}

/**
 * The first segment of each URL is the case that asks: it has its own log, under `log`, and its own count of
 * attempts.
 */
export async function startServer(): Promise<Server> {
  const logs = new Map<string, Logged[]>();
  const base = await listen((...exchange) =>
    answer({ origin: "base", other: other.url, logs }, ...exchange),
  );
  const other = await listen((...exchange) =>
    answer({ origin: "other", other: other.url, logs }, ...exchange),
  );
  return {
    url: base.url,
    other: other.url,
    stop: async () => {
      await Promise.all([base.stop(), other.stop()]);
    },
  };
}

interface Setting {
  readonly origin: Logged["origin"];
  readonly other: string;
  readonly logs: Map<string, Logged[]>;
}

async function answer(
  { origin, other, logs }: Setting,
  ...[incoming, response]: Parameters<RequestListener>
): Promise<void> {
  const { method = "", url = "" } = incoming;
  const [, name = "", rest = ""] = /^\/([^/]*)(.*)$/.exec(url) ?? [];
  if (url === "/page")
    return void response.setHeader("content-type", "text/html").end();
  for (const [header, value] of Object.entries(
    cors(incoming.headers["access-control-request-headers"]),
  ))
    response.setHeader(header, value);
  if (method === "OPTIONS") return void response.writeHead(204).end();

  const log = logs.get(name) ?? [];
  logs.set(name, log);
  if (rest === "/log") return void response.end(JSON.stringify(log));

  const logged = {
    ...{ origin, method, url: rest, body: "", isClosed: false },
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([key, value]) => [key, `${value}`]),
    ),
  };
  log.push(logged);
  response.on("close", () => (logged.isClosed = true));
  try {
    for await (const chunk of incoming.setEncoding("latin1"))
      logged.body += String(chunk);
  } catch {
    return; // the client has gone
  }
  const route = `${method} ${rest.replace(/\?.*/s, "")}`;
  const attempt = log.filter((each) => each.url === rest).length;
  (routes[route] ?? echo)(response, { logged, attempt, other });
}

/** What a browser wants to hear before it lets a page of another origin ask, and see the answer's headers. */
const cors = (asked = ""): Readonly<Record<string, string>> => ({
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
  "access-control-allow-headers": asked,
  "access-control-expose-headers": "*",
  "access-control-max-age": "600",
});

async function listen(
  listener: RequestListener,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
