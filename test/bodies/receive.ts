import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

/** A request as it arrived, byte by byte. */
export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  /** The body, read as UTF-8. */
  readonly text: string;
}

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

/** A server that notes what arrives, and answers as it is told: by 204, unless told otherwise. */
export async function receive(
  answer: (response: ServerResponse, received: Received) => void = (response) =>
    response.writeHead(204).end(),
): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const request: Received = {
      method: incoming.method ?? "",
      url: incoming.url ?? "",
      headers: incoming.headers,
      bytes,
      text: bytes.toString("utf8"),
    };
    received.push(request);
    answer(response, request);
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
  return { url: `http://127.0.0.1:${port}`, received };
}

/** Parses a multipart body with the platform's own parser. */
export const formDataOf = ({ bytes, headers }: Received): Promise<FormData> =>
  new Response(new Uint8Array(bytes), {
    headers: { "content-type": String(headers["content-type"]) },
  }).formData();

/** The parts of a multipart body as they are written, headers and content. */
export function partsOf({ headers, text }: Received): readonly string[] {
  const boundary = /boundary=([\w-]+)$/.exec(
    String(headers["content-type"]),
  )?.[1];
  if (boundary === undefined) throw new Error("no boundary");
  const [before, ...parts] = text.split(`--${boundary}`);
  const last = parts.pop();
  if (before !== "" || last !== "--\r\n") throw new Error("not closed");
  return parts.map((part) => part.replace(/^\r\n|\r\n$/g, ""));
}
