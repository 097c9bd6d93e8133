import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bearer } from "../../templates/runtime/auth.ts";
import {
  type ClientOptions,
  makeClient,
  type Schemes,
} from "../../templates/runtime/client.ts";
import { platform } from "../../templates/runtime/platform.ts";
import { impatient } from "./client.ts";
import { createPet, getPet, listPets } from "./operations.ts";
import { hang, reply, serve, stall } from "./server.ts";

const pet = { petId: "1" };
const ok = reply(200, { id: "1" });

/** A client with a real clock. */
const real = (
  baseUrl: string,
  options: ClientOptions = {},
  schemes: Schemes = {},
) => makeClient({ baseUrl, ...options }, undefined, schemes);

/** Timers that the runtime set and that have neither fired nor been cleared. */
const pending = new Set<unknown>();
beforeEach(() => {
  pending.clear();
  const { setTimeout, clearTimeout } = globalThis;
  vi.stubGlobal(
    "setTimeout",
    (run: (...args: unknown[]) => void, ms: number, ...args: unknown[]) => {
      const timer = setTimeout(() => {
        pending.delete(timer);
        run(...args);
      }, ms);
      // Node's fetch has timers of its own.
      if (new Error().stack?.includes("limited.ts")) pending.add(timer);
      return timer;
    },
  );
  vi.stubGlobal("clearTimeout", (timer: NodeJS.Timeout) => {
    pending.delete(timer);
    clearTimeout(timer);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("an attempt that takes too long", () => {
  test.each([hang, stall])(
    "is a timeout, headers or body: %o",
    async (answer) => {
      const server = await serve(answer);
      const result = await getPet(impatient(server.url).client, pet, {
        timeout: 400,
        retry: 0,
      }).result();
      expect(result).toMatchObject({
        ok: false,
        error: {
          reason: "timeout",
          message: "GET /pets/{petId} failed: timeout",
        },
      });
      await expect.poll(() => server.arrived[0]?.isAborted()).toBe(true);
      expect(pending.size).toBe(0);
    },
  );
  test("is tried again if idempotent", async () => {
    const server = await serve(hang, stall, ok);
    expect(
      await getPet(impatient(server.url, { timeout: 40 }).client, pet),
    ).toEqual({ id: "1" });
    const other = await serve(hang, ok);
    expect(
      await createPet(impatient(other.url, { timeout: 40 }).client).result(),
    ).toMatchObject({
      error: { reason: "timeout" },
    });
    expect([server.arrived.length, other.arrived.length]).toEqual([3, 1]);
  });
  test("even if fetch does not care for its signal", async () => {
    const fetch = () => new Promise<Response>(() => {});
    const { client } = impatient("https://x.example", { fetch });
    expect(await getPet(client, pet, { timeout: 20 }).result()).toMatchObject({
      error: { reason: "timeout" },
    });
  });
});

describe("the total timeout", () => {
  test("spans attempts", async () => {
    const server = await serve(hang);
    const options = { timeout: 60, totalTimeout: 100, retry: 9 };
    const result = await getPet(
      impatient(server.url).client,
      pet,
      options,
    ).result();
    expect(result).toMatchObject({ error: { reason: "timeout" } });
    expect(server.arrived).toHaveLength(2);
  });
  test("spans waits", async () => {
    const server = await serve(reply(503, {}, { "retry-after": "30" }));
    const started = Date.now();
    const result = await getPet(
      real(server.url, { totalTimeout: 60 }),
      pet,
    ).result();
    expect(result).toMatchObject({ error: { reason: "timeout" } });
    expect(Date.now() - started).toBeLessThan(2000);
    expect(pending.size).toBe(0);
  });
  test("spans a slow credential", async () => {
    const token = bearer(() => new Promise(() => {}));
    const client = real("https://x.example", { totalTimeout: 20 }, { token });
    expect(await listPets(client).result()).toMatchObject({
      error: { reason: "timeout" },
    });
  });
  test("may be infinite, like the attempt's", async () => {
    const server = await serve(ok);
    const options = { timeout: Infinity, totalTimeout: 2 ** 40 };
    expect(await getPet(real(server.url, options), pet)).toEqual({ id: "1" });
    expect(pending.size).toBe(0);
  });
});

describe("abort", () => {
  const reason = new Error("gone elsewhere");
  test("before the start sends nothing", async () => {
    const server = await serve(ok);
    const ask = vi.fn(() => "t");
    const client = real(server.url, {}, { token: bearer(ask) });
    const result = await listPets(
      client,
      {},
      { signal: AbortSignal.abort(reason) },
    ).result();
    expect(result).toMatchObject({
      ok: false,
      error: { reason: "abort", cause: reason },
    });
    expect(server.arrived).toEqual([]);
    expect(ask).not.toHaveBeenCalled();
  });
  test.each([hang, stall])("ends a request at once: %o", async (answer) => {
    const server = await serve(answer);
    const abort = new AbortController();
    const call = getPet(real(server.url), pet, {
      signal: abort.signal,
    }).result();
    await expect.poll(() => server.arrived.length).toBe(1);
    abort.abort(reason);
    expect(await call).toMatchObject({
      error: { reason: "abort", cause: reason },
    });
    await expect.poll(() => server.arrived[0]?.isAborted()).toBe(true);
    expect(server.arrived).toHaveLength(1);
    expect(getEventListeners(abort.signal, "abort")).toEqual([]);
    expect(pending.size).toBe(0);
  });
  test("ends retries without end", async () => {
    const abort = new AbortController();
    let sent = 0;
    const fetch = (): Promise<Response> => {
      if (++sent === 3) setTimeout(() => abort.abort(reason), 5);
      return sent < 3 ? Promise.reject(new Error()) : new Promise(() => {});
    };
    const { client, waits } = impatient("https://x.example", { fetch });
    const options = { signal: abort.signal, retry: Infinity };
    expect(await getPet(client, pet, options).result()).toMatchObject({
      error: { reason: "abort" },
    });
    expect(waits).toHaveLength(2);
  });
  test("ends a wait at once", async () => {
    const server = await serve(reply(503, {}, { "retry-after": "50" }));
    const abort = new AbortController();
    const call = getPet(real(server.url), pet, {
      signal: abort.signal,
    }).result();
    await expect.poll(() => server.arrived.length).toBe(1);
    setTimeout(() => abort.abort(reason), 30);
    const started = Date.now();
    expect(await call).toMatchObject({ error: { reason: "abort" } });
    expect(Date.now() - started).toBeLessThan(1000);
    expect(server.arrived).toHaveLength(1);
    expect(getEventListeners(abort.signal, "abort")).toEqual([]);
    expect(pending.size).toBe(0);
  });
});

describe("nothing is left behind", () => {
  test.each([
    ["a success", [ok]],
    ["retries", [reply(503, {}), ok]],
    ["an error", [reply(401, {})]],
    ["a decode error", [reply(200, "<")]],
  ])("by %s", async (_, answers) => {
    const server = await serve(...answers);
    const { signal } = new AbortController();
    await getPet(impatient(server.url, { totalTimeout: 5000 }).client, pet, {
      signal,
    }).result();
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(pending.size).toBe(0);
  });
  test("by a wrong argument", async () => {
    const { signal } = new AbortController();
    await getPet(
      real("https://x.example", { totalTimeout: 5000 }),
      { petId: "" },
      { signal },
    ).catch(() => {});
    await listPets(
      real("https://x.example", { totalTimeout: 5000 }),
      {},
      { signal },
    ).catch(() => {});
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(pending.size).toBe(0);
  });
  test("by a response that is claimed", async () => {
    const server = await serve(ok);
    const { signal } = new AbortController();
    const response = await getPet(real(server.url), pet, { signal }).response();
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(pending.size).toBe(0);
    await response.text();
  });
});

test("a timer that is pending would be seen", async () => {
  const abort = new AbortController();
  const call = getPet(
    impatient("https://x.example", { fetch: () => new Promise(() => {}) })
      .client,
    pet,
    { signal: abort.signal, totalTimeout: 5000 },
  ).result();
  await Promise.resolve()
    .then(() => {})
    .then(() => {});
  expect(pending.size).toBe(2);
  expect(getEventListeners(abort.signal, "abort")).toHaveLength(1);
  abort.abort();
  await call;
  expect(pending.size).toBe(0);
});

test("a real wait lasts", async () => {
  const started = performance.now();
  await platform.sleep(30, new AbortController().signal);
  expect(performance.now() - started).toBeGreaterThan(25);
  await platform.sleep(5000, AbortSignal.abort());
  expect(performance.now() - started).toBeLessThan(1000);
});
