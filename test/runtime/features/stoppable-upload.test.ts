// A stream that is sent ends with its call: nobody reads it, or waits to, any longer.
import { createServer, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { binaryBody } from "../../../templates/runtime/binary-body.ts";
import { type BodyEncoder, sending } from "../../../templates/runtime/body.ts";
import type {
  Client,
  RequestOptions,
} from "../../../templates/runtime/client.ts";
import type { ClientFeature } from "../../../templates/runtime/feature.ts";
import { multipartBody } from "../../../templates/runtime/multipart-body.ts";
import { json, nothing } from "../../../templates/runtime/read.ts";
import {
  idempotent,
  unlessStreamed,
} from "../../../templates/runtime/retry.ts";
import { stoppableUpload } from "../../../templates/runtime/stoppable-upload.ts";
import { impatient } from "../client.ts";
import { timed } from "../clock.ts";
import { visit } from "../faults/origins.ts";
import { phrased } from "../phrased.ts";
import { reply, serve } from "../server.ts";

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

/** A server that answers before it has read a request, and then reads all that comes. */
async function hasty(answer: (response: ServerResponse) => void) {
  let bytes = 0;
  let ended = 0;
  const server = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => (bytes += chunk.length));
    request.on("end", () => ended++);
    request.on("error", () => {});
    answer(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  running.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bytes: () => bytes,
    ended: () => ended,
  };
}

/** A stream without an end, or of so many chunks, that notes how often it was asked, and whether it was cancelled. */
function source(chunks = Infinity) {
  const seen = { asked: 0, cancelled: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const isLast = ++seen.asked > chunks;
        await new Promise((resolve) => setTimeout(resolve));
        if (isLast) controller.close();
        else controller.enqueue(new Uint8Array(1000));
      },
      cancel() {
        seen.cancelled++;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
}

interface Style {
  readonly encoder: BodyEncoder;
  readonly bodyOf: (stream: ReadableStream<Uint8Array>) => unknown;
}
const styles: readonly (readonly [string, Style])[] = [
  ["a body", { encoder: binaryBody, bodyOf: (stream) => stream }],
  [
    "a part",
    {
      encoder: multipartBody(),
      bodyOf: (stream) => ({ before: "text", file: { stream } }),
    },
  ],
];

const upload = (
  client: Client,
  { encoder, bodyOf }: Style,
  stream: ReadableStream<Uint8Array>,
  options?: RequestOptions,
) =>
  visit(
    client,
    {
      method: "POST",
      body: sending(encoder),
      responses: { 200: json, 404: nothing, 413: json },
      repeat: unlessStreamed(idempotent),
      use: [stoppableUpload],
      security: async () => {},
    },
    { body: bodyOf(stream) },
    options,
  );

/** Is cancelled, once, and nobody asks it for more. */
async function isOver({ seen }: ReturnType<typeof source>) {
  await expect.poll(() => seen.cancelled).toBe(1);
  const { asked } = seen;
  for (let turn = 0; turn < 20; turn++)
    await new Promise((resolve) => setTimeout(resolve));
  expect(seen).toEqual({ asked, cancelled: 1 });
}

describe.each(styles)("a stream as %s", (_, style) => {
  test("is sent whole, and nothing is cancelled", async () => {
    const plain = await serve(reply(200, { id: "1" }));
    const sent = source(100);
    const { client } = impatient(plain.url);
    expect(await upload(client, style, sent.stream)).toEqual({ id: "1" });
    expect(plain.arrived[0]?.body.length).toBeGreaterThanOrEqual(100_000);
    expect(sent.seen).toEqual({ asked: 101, cancelled: 0 });
  });

  test.each(["heeds", "ignores"])(
    "ends when the caller aborts, and fetch %s that",
    async (heed) => {
      const server = await hasty(() => {});
      const sent = source();
      const over = new AbortController();
      const fetch = (url: string, init: RequestInit) =>
        globalThis.fetch(url, {
          ...init,
          ...(heed === "ignores" && { signal: null }),
        });
      const { client } = impatient(server.url, { fetch });
      const call = upload(client, style, sent.stream, { signal: over.signal });
      await expect.poll(server.bytes).toBeGreaterThan(5000);
      over.abort();
      await expect(call).rejects.toMatchObject({ reason: "abort" });
      await isOver(sent);
      expect(server.ended()).toBe(0);
    },
  );

  test("ends when its time is over", async () => {
    const server = await hasty(() => {});
    const sent = source();
    const { client, pass } = timed(server.url, { timeout: 1000 });
    const call = upload(client, style, sent.stream);
    call.catch(() => {});
    await expect.poll(server.bytes).toBeGreaterThan(5000);
    pass(1000);
    await expect(call).rejects.toMatchObject({ reason: "timeout" });
    await isOver(sent);
  });

  test.each([200, 413])("ends when a %i has been read", async (status) => {
    const server = await hasty((response) => {
      response.writeHead(status, { "x-seen": "1" });
      setTimeout(() => response.end('{"id":"1"}'), 20);
    });
    const sent = source();
    const { client } = impatient(server.url);
    const result = await upload(client, style, sent.stream).result();
    expect(result.ok ? result.data : result.error).toMatchObject(
      status === 200 ? { id: "1" } : { status, body: { id: "1" } },
    );
    expect(result.response).toMatchObject({
      status,
      ok: status === 200,
      url: `${server.url}/visit`,
    });
    expect(result.response?.headers.get("x-seen")).toBe("1");
    await isOver(sent);
    expect(server.ended()).toBe(0);
  });

  test.each(["", "more"])(
    "ends when nobody reads the answer: %j",
    async (rest) => {
      const server = await hasty((response) => {
        response.writeHead(404);
        response.write("and so on");
        if (!rest) response.end();
      });
      const sent = source();
      const { client } = impatient(server.url);
      await expect(upload(client, style, sent.stream)).rejects.toMatchObject({
        status: 404,
      });
      await isOver(sent);
    },
  );

  test("ends when the connection breaks, and is not sent again", async () => {
    const server = await hasty((response) => response.destroy());
    const sent = source();
    const { client } = impatient(server.url);
    await expect(upload(client, style, sent.stream)).rejects.toMatchObject({
      reason: "connection",
    });
    await isOver(sent);
  });

  test("ends when what stands before it fails", async () => {
    const sent = source();
    const { client } = impatient("http://127.0.0.1", {
      fetch: () => Promise.reject(new Error("no")),
    });
    await expect(upload(client, style, sent.stream)).rejects.toMatchObject({
      reason: "connection",
    });
    await isOver(sent);
  });

  test("goes on to its end while an answer that has begun is not over", async () => {
    const sent = source(200);
    const server = await hasty((response) => {
      response.writeHead(200);
      response.write('{"bytes":');
      const wait = setInterval(() => {
        if (server.ended() === 0) return;
        clearInterval(wait);
        response.end(`${server.bytes() >= 200_000}}`);
      }, 1);
    });
    const { client } = impatient(server.url);
    expect(await upload(client, style, sent.stream)).toEqual({ bytes: true });
    expect(sent.seen).toEqual({ asked: 201, cancelled: 0 });
  });

  test("ends with an answer whose reason phrase is not ASCII", async () => {
    const sent = source();
    const { client } = impatient(await phrased("200 \u2713 ok"));
    expect(await upload(client, style, sent.stream)).toEqual({ id: "1" });
    await isOver(sent);
  });

  test.each(["before the call", "in the turn of the call"])(
    "is cancelled when the caller has aborted %s",
    async (when) => {
      const sent = source();
      const over = new AbortController();
      const { signal } = over;
      if (when === "before the call") over.abort("no");
      const fetch = vi.fn();
      const { client } = impatient("http://127.0.0.1", { fetch });
      const call = upload(client, style, sent.stream, { signal });
      over.abort("no");
      await expect(call).rejects.toMatchObject({ reason: "abort" });
      await isOver(sent);
      expect([sent.seen.asked, fetch.mock.calls]).toEqual([0, []]);
    },
  );

  test("is cancelled when the caller aborts what stands before it", async () => {
    const sent = source();
    const over = new AbortController();
    const fetch = vi.fn();
    const slow: ClientFeature = async (attempt, next) => {
      over.abort("no");
      await new Promise((resolve) => setTimeout(resolve));
      return next(attempt);
    };
    const { client } = impatient("http://127.0.0.1", { fetch, use: [slow] });
    await expect(
      upload(client, style, sent.stream, { signal: over.signal }),
    ).rejects.toMatchObject({ reason: "abort" });
    await isOver(sent);
    expect([sent.seen.asked, fetch.mock.calls]).toEqual([0, []]);
  });

  test("stays the caller's when another argument is wrong", async () => {
    const sent = source();
    const { client } = impatient("http://127.0.0.1");
    await expect(
      upload(client, style, sent.stream, { headers: { "x-a": "\u2713" } }),
    ).rejects.toThrow(TypeError);
    expect(sent.stream.locked).toBe(false);
  });

  test("that fails itself is the fault of the connection", async () => {
    const server = await hasty(() => {});
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error("disk")),
    });
    const { client } = impatient(server.url);
    await expect(upload(client, style, stream)).rejects.toMatchObject({
      reason: "connection",
    });
    expect(server.ended()).toBe(0);
  });
});

test("a signal that lives on keeps nothing of a call that is over", async () => {
  const { signal } = new AbortController();
  const { stream } = source(2);
  let heard = 0;
  signal.addEventListener = () => heard++;
  signal.removeEventListener = () => heard--;
  await stoppableUpload(
    {
      operation: { method: "PUT", path: "/", responses: {} },
      headers: new Headers(),
      query: [],
      url: "https://api.example.com/",
      init: { method: "PUT", body: stream },
      retry: 0,
      security: undefined,
      signal,
    },
    async ({ init }) => {
      expect(heard).toBe(1);
      await new Response(init.body).bytes();
      return new Response();
    },
  );
  expect(heard).toBe(0);
});
