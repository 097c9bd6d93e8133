import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach } from "vitest";

/** A request as it arrived: nothing decoded, nothing normalised. */
export interface Arrived {
  readonly method: string;
  /** Path and query, raw. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The connection closed before the answer was complete. */
  readonly isAborted: () => boolean;
  /** The answer is complete, or the connection closed before it was. */
  readonly isClosed: () => boolean;
}

export type Answerer = (
  request: Arrived,
  response: ServerResponse,
) => void | Promise<void>;

export interface Server {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Connections that are open, and how many there have been. */
  readonly open: ReadonlySet<Socket>;
  readonly opened: () => number;
}

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

/** A real server on this machine, stopped after the test. Answers in turn; the last answer repeats. */
export async function serve(...answers: Answerer[]): Promise<Server> {
  const arrived: Arrived[] = [];
  const server = createServer(async (incoming, response) => {
    let body = "";
    for await (const chunk of incoming) body += String(chunk);
    let aborted = false;
    response.on("close", () => {
      aborted = !response.writableFinished;
    });
    const request: Arrived = {
      method: incoming.method ?? "",
      url: incoming.url ?? "",
      headers: incoming.headers,
      body,
      isAborted: () => aborted,
      isClosed: () => response.closed,
    };
    const answer = answers[Math.min(arrived.length, answers.length - 1)];
    arrived.push(request);
    await answer?.(request, response);
  });
  const open = new Set<Socket>();
  let opened = 0;
  server.on("connection", (socket) => {
    opened += 1;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  running.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrived,
    open,
    opened: () => opened,
  };
}

/** Answers with a status, a body (JSON unless a string) and headers. */
export function reply(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answerer {
  return (_, response) => {
    const isText = typeof body === "string";
    const type = isText ? "text/plain" : "application/json";
    response.writeHead(status, {
      ...(body === undefined ? {} : { "content-type": type }),
      ...headers,
    });
    response.end(isText || body === undefined ? body : JSON.stringify(body));
  };
}

/** Never answers. */
export const hang: Answerer = () => {};

/** Promises a body, sends a part of it and then nothing. */
export const stall: Answerer = (_, response) => {
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": "100",
  });
  response.write('{"id"');
};

/** Drops the connection without an answer. */
export const drop: Answerer = (_, response) => {
  response.destroy();
};
