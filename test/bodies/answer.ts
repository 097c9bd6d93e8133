import type { ServerResponse } from "node:http";

/** Answers with this body: for {@link receive}. Without a type there is no `Content-Type`. */
export const answer =
  (type: string | undefined, body: string | Uint8Array, status: number) =>
  (response: ServerResponse): void => {
    const headers = type === undefined ? {} : { "content-type": type };
    response.writeHead(status, headers).end(body);
  };
