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
import { timed } from "./clock.ts";
import { createPet, getPet, listPets } from "./operations.ts";
import { hang, reply, serve, type Server, stall } from "./server.ts";

const pet = { petId: "1" };
const ok = reply(200, { id: "1" });

/** Until so many requests are there. */
const arrivals = (server: Server, count: number) =>
  expect.poll(() => server.arrived.length).toBe(count);

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
  test.each([
    ["headers", hang],
    ["body", stall],
  ])("is a timeout, in its %s", async (part, answer) => {
    const server = await serve(answer);
    let answered = 0;
    const { client, pass, due } = timed(server.url, {
      async fetch(...request) {
        const response = await fetch(...request);
        answered++;
        return response;
      },
    });
    const call = getPet(client, pet, { timeout: 400, retry: 0 }).result();
    await arrivals(server, 1);
    if (part === "body") await expect.poll(() => answered).toBe(1);
    pass(399);
    expect(due()).toEqual([1]);
    pass(1);
    expect(await call).toMatchObject({
      ok: false,
      error: {
        reason: "timeout",
        message: "GET /pets/{petId} failed: timeout",
      },
    });
    await expect.poll(() => server.arrived[0]?.isAborted()).toBe(true);
    expect([answered, due()]).toEqual([part === "body" ? 1 : 0, []]);
  });
  test("is tried again if idempotent", async () => {
    const server = await serve(hang, stall, ok);
    const { client, pass, due } = timed(server.url, { timeout: 40 });
    const call = getPet(client, pet).result();
    for (const [attempt, wait] of [500, 1000].entries()) {
      await arrivals(server, attempt + 1);
      pass(40);
      await expect.poll(due).toEqual([wait]);
      pass(wait);
    }
    expect(await call).toMatchObject({ ok: true, data: { id: "1" } });
    expect(server.arrived).toHaveLength(3);
  });
  test("is not tried again if it is not", async () => {
    const server = await serve(hang, ok);
    const { client, pass } = timed(server.url, { timeout: 40 });
    const call = createPet(client).result();
    await arrivals(server, 1);
    pass(40);
    expect(await call).toMatchObject({ error: { reason: "timeout" } });
    expect(server.arrived).toHaveLength(1);
  });
  test("has 60 s, unless something else is said", async () => {
    const { client, due } = timed((await serve(hang)).url);
    const abort = new AbortController();
    const call = getPet(client, pet, { signal: abort.signal }).result();
    await expect.poll(due).toEqual([60_000]);
    abort.abort();
    expect(await call).toMatchObject({ error: { reason: "abort" } });
  });
  test("even if fetch does not care for its signal", async () => {
    const fetch = () => new Promise<Response>(() => {});
    const { client, pass, due } = timed("https://x.example", { fetch });
    const call = getPet(client, pet, { timeout: 20, retry: 0 }).result();
    await expect.poll(due).toEqual([20]);
    pass(20);
    expect(await call).toMatchObject({ error: { reason: "timeout" } });
  });
});

describe("the total timeout", () => {
  test("spans attempts, and the waits between them", async () => {
    const server = await serve(hang);
    const { client, pass, due } = timed(server.url);
    const options = { timeout: 60, totalTimeout: 600, retry: 9 };
    const call = getPet(client, pet, options).result();
    await arrivals(server, 1);
    expect(due()).toEqual([60, 600]);
    pass(60);
    await expect.poll(due).toEqual([500, 540]);
    pass(500);
    await arrivals(server, 2);
    expect(due()).toEqual([40, 60]);
    pass(40);
    expect(await call).toMatchObject({ error: { reason: "timeout" } });
    expect([server.arrived.length, due()]).toEqual([2, []]);
  });
  test("ends a wait", async () => {
    const server = await serve(reply(503, {}, { "retry-after": "30" }));
    const { client, pass, due } = timed(server.url, { totalTimeout: 60 });
    const call = getPet(client, pet).result();
    await expect.poll(due).toEqual([60, 30_000]);
    pass(60);
    expect(await call).toMatchObject({ error: { reason: "timeout" } });
    await expect.poll(due).toEqual([]);
  });
  test("spans a slow credential", async () => {
    const token = bearer(() => new Promise(() => {}));
    const options = { totalTimeout: 20, timeout: Infinity };
    const { client, pass, due } = timed("https://x.example", options, {
      token,
    });
    const call = listPets(client).result();
    await expect.poll(due).toEqual([20]);
    pass(20);
    expect(await call).toMatchObject({ error: { reason: "timeout" } });
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
  test("hides no wrong argument", async () => {
    const signal = AbortSignal.abort(reason);
    const call = getPet(real("https://x.example"), { petId: "" }, { signal });
    await expect(call).rejects.toBeInstanceOf(TypeError);
    await expect(call.result()).rejects.toBeInstanceOf(TypeError);
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
    const { client, due } = timed(server.url);
    const abort = new AbortController();
    const { signal } = abort;
    const call = getPet(client, pet, { signal }).result();
    await expect.poll(due).toEqual([50_000]);
    abort.abort(reason);
    expect(await call).toMatchObject({ error: { reason: "abort" } });
    expect(server.arrived).toHaveLength(1);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await expect.poll(due).toEqual([]);
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

describe("the platform's own time", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const never = () => new Promise<void>(() => {});

  test("ends work when it is over, and not before", async () => {
    const ended = vi.fn();
    platform.limited(undefined, 1000, () => "late", never).catch(ended);
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledExactlyOnceWith("late");
  });
  test("lets a wait last, unless its signal aborts", async () => {
    const ended = vi.fn();
    const abort = new AbortController();
    void platform.sleep(1000, abort.signal).then(ended);
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledTimes(1);
    void platform.sleep(1000, abort.signal).then(ended);
    abort.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect([ended.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0]);
    await platform.sleep(1000, abort.signal);
  });
});
