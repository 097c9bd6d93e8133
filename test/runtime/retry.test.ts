import { describe, expect, test } from "vitest";
import {
  backoff,
  parseRetryAfter,
  retryDelay,
} from "../../templates/runtime/retry.ts";
import { impatient, now } from "./client.ts";
import { adoptPet, createPet, getPet } from "./operations.ts";
import { drop, reply, serve } from "./server.ts";

const pet = { petId: "1" };
const ok = reply(200, { id: "1" });

describe("decisions", () => {
  test("backoff grows to 8 s, with full jitter", () => {
    expect(
      [0, 1, 2, 3, 4, 5, 20].map((retry) => backoff(retry, () => 1)),
    ).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
    expect(backoff(3, () => 0.25)).toBe(1000);
    expect(backoff(3, () => 0)).toBe(0);
  });

  test.each([
    ["0", 0],
    ["120", 120_000],
    ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
    ["Wed, 31 Dec 2025 23:59:59 GMT", 0],
    ["1.5", undefined],
    ["-1", undefined],
    ["+5", undefined],
    ["", undefined],
    ["soon", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["2026", 2_026_000],
    ["2026-01-01T00:00:30Z", undefined],
    ["Thursday, 01-Jan-26 00:00:30 GMT", undefined],
    ["Thu Jan  1 00:00:30 2026", undefined],
    ["Thu, 01 Jan 2026 00:00:30 +0100", undefined],
    ["Thu, 01 Foo 2026 00:00:30 GMT", undefined],
    ["Fri, 01 Jan 2026 00:00:30 GMT", undefined],
    ["Invalid Date", undefined],
  ])("Retry-After: %s", (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });

  test.each([
    [{ "retry-after-ms": "1500", "retry-after": "9" }, 1500],
    [{ "retry-after-ms": "1.5s", "retry-after": "9" }, 9000],
    [{ "retry-after": "60" }, 60_000],
    [{ "retry-after": "61" }, undefined],
    [{ "retry-after-ms": "60001" }, undefined],
    [{ "retry-after": "tomorrow" }, 250],
    [{}, 250],
  ])("wait after %o", (headers, expected) => {
    expect(retryDelay(0, new Headers(headers), now, () => 0.5)).toBe(expected);
  });
});

describe("a call", () => {
  test.each([408, 429, 500, 502, 503, 504])(
    "is tried again after %i",
    async (status) => {
      const server = await serve(reply(status, {}), reply(status, {}), ok);
      const { client, waits } = impatient(server.url);
      expect(await getPet(client, pet)).toEqual({ id: "1" });
      expect(waits).toEqual([500, 1000]);
      expect(server.arrived).toHaveLength(3);
    },
  );

  test.each([400, 401, 403, 404, 409, 501, 505, 520])(
    "is not after %i",
    async (status) => {
      const server = await serve(reply(status, {}), ok);
      const result = await getPet(impatient(server.url).client, pet).result();
      expect(result).toMatchObject({ ok: false, error: { status } });
      expect(server.arrived).toHaveLength(1);
    },
  );

  test("gives up after two more attempts, with the last error", async () => {
    const server = await serve(
      reply(500, { trace: "a" }),
      reply(502, { trace: "b" }),
      reply(503, { trace: "c" }),
    );
    const result = await getPet(impatient(server.url).client, pet).result();
    expect(result).toMatchObject({
      ok: false,
      error: { status: 503, body: { trace: "c" } },
    });
    expect(server.arrived).toHaveLength(3);
  });

  test("is tried again when the connection drops, before or within the answer", async () => {
    const server = await serve(
      drop,
      (_, response) => {
        response.writeHead(200, { "content-length": "50" });
        response.write("{");
        setTimeout(() => response.destroy(), 10);
      },
      ok,
    );
    expect(await getPet(impatient(server.url).client, pet)).toEqual({
      id: "1",
    });
    expect(server.arrived).toHaveLength(3);
  });

  test("ends as a connection error if it keeps dropping", async () => {
    const server = await serve(drop);
    const result = await getPet(impatient(server.url).client, pet).result();
    expect(result).toMatchObject({
      ok: false,
      error: { reason: "connection" },
    });
    expect(server.arrived).toHaveLength(3);
  });

  test("waits as long as the server asks, and gives up over 60 s", async () => {
    const server = await serve(
      reply(429, {}, { "retry-after": "7" }),
      reply(503, {}, { "retry-after-ms": "20" }),
      ok,
    );
    const { client, waits } = impatient(server.url);
    await getPet(client, pet);
    expect(waits).toEqual([7000, 20]);

    const rude = await serve(reply(429, {}, { "retry-after": "61" }), ok);
    const result = await getPet(impatient(rude.url).client, pet).result();
    expect(result).toMatchObject({ error: { status: 429 } });
    expect(rude.arrived).toHaveLength(1);
  });

  test("takes white space around what the server asks for as none of it", async () => {
    const server = await serve(
      reply(429, {}, { "retry-after": "7 \t" }),
      reply(503, {}, { "retry-after-ms": "20 " }),
      reply(503, {}, { "retry-after": "120 " }),
      ok,
    );
    const { client, waits } = impatient(server.url);
    await getPet(client, pet).result();
    expect(waits).toEqual([7000, 20]);
    expect(server.arrived).toHaveLength(3);
  });

  test("that may take effect twice is sent once", async () => {
    for (const answer of [reply(503, {}), drop]) {
      const server = await serve(answer, reply(201, { id: "1" }));
      await expect(createPet(impatient(server.url).client)).rejects.toThrow();
      expect(server.arrived).toHaveLength(1);
    }
  });

  test("with a declared idempotency key is sent again with the same key", async () => {
    const server = await serve(reply(503, {}), drop, reply(201, { id: "1" }));
    await createPet(impatient(server.url).client, {
      "Idempotency-Key": "k1",
      body: { name: "Tom" },
    });
    expect(
      server.arrived.map(({ headers, body }) => [
        headers["idempotency-key"],
        body,
      ]),
    ).toEqual(Array(3).fill(["k1", '{"name":"Tom"}']));
  });

  test("with an empty key is sent once", async () => {
    const server = await serve(reply(503, {}), reply(201, { id: "1" }));
    await expect(
      createPet(impatient(server.url).client, { "Idempotency-Key": "" }),
    ).rejects.toMatchObject({ status: 503 });
    expect(server.arrived).toHaveLength(1);
  });

  test("with a key that the operation does not declare is not", async () => {
    const server = await serve(reply(503, {}), reply(204));
    const headers = { "Idempotency-Key": "k1" };
    await expect(
      adoptPet(impatient(server.url).client, pet, { headers }),
    ).rejects.toThrow();
    expect(server.arrived).toHaveLength(1);
  });

  test.each([
    [false, 1],
    [0, 1],
    [1, 2],
    [{ limit: 4 }, 5],
    [{ limit: undefined }, 3],
    [undefined, 3],
  ] as const)("with retry %o is sent %i times", async (retry, times) => {
    const server = await serve(reply(500, {}));
    await getPet(impatient(server.url).client, pet, { retry }).result();
    await getPet(impatient(server.url, { retry }).client, pet).result();
    await getPet(impatient(server.url, { retry: 9 }).client, pet, {
      retry: retry ?? 2,
    }).result();
    expect(server.arrived).toHaveLength(3 * times);
  });

  test("lets go of bodies that it does not read", async () => {
    const cancelled: number[] = [];
    let attempts = 0;
    const fetch = async (): Promise<Response> => {
      const attempt = ++attempts;
      const body = new ReadableStream({
        cancel: () => void cancelled.push(attempt),
      });
      return attempt < 3
        ? new Response(body, { status: 503 })
        : Response.json({ id: "1" });
    };
    await getPet(impatient("https://x.example", { fetch }).client, pet);
    expect(cancelled).toEqual([1, 2]);
  });
});
