import type { ServerResponse } from "node:http";
import type { Client, RequestOptions } from "../../templates/runtime/client.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { nothing, type Reader } from "../../templates/runtime/read.ts";
import { send } from "../../templates/runtime/send.ts";
import { impatient } from "./client.ts";

/** An operation whose success is read by `reader`. */
export function listen(
  reader: Reader,
  url: string,
  options?: RequestOptions,
  {
    client = impatient(url).client,
    responses = { 200: reader, 204: nothing },
  }: {
    readonly client?: Client;
    readonly responses?: Operation["responses"] | undefined;
  } = {},
) {
  return send<AsyncIterable<unknown>, Error>(
    client,
    listen,
    {
      method: "GET",
      path: "/stream",
      responses,
      streams: true,
    },
    {},
    options,
  );
}

/** Plays chunks as they are, a turn of the network between them, and ends. */
export const play =
  (type: string, ...chunks: readonly (string | Uint8Array)[]) =>
  async (_: unknown, response: ServerResponse) => {
    response.writeHead(200, { "content-type": type });
    for (const chunk of chunks) {
      response.write(chunk);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    response.end();
  };

export async function collect(
  items: AsyncIterable<unknown>,
): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}
