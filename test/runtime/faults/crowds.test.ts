// Many calls at once: each settles, none twice, and nothing is left behind.
import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { bearer } from "../../../templates/runtime/auth.ts";
import { makeClient } from "../../../templates/runtime/client.ts";
import { isFailure } from "../../../templates/runtime/errors.ts";
import { impatient } from "../client.ts";
import { getPet, listPets } from "../operations.ts";
import { type Answerer, reply, serve } from "../server.ts";
import * as fault from "./answers.ts";

/** Timers that would keep the process alive. */
const timers = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

const faults: readonly Answerer[] = [
  fault.resetBefore,
  fault.resetAmid,
  fault.halfBody,
  fault.nonsense,
  reply(503, {}),
  reply(429, {}, { "retry-after": "soon" }),
  reply(404, {}),
  fault.whole("<html>", "text/html"),
];

test("a thousand calls with a fault in ten each settle once, with their own answer", async () => {
  let turn = 0;
  const server = await serve((request, response) => {
    const at = turn++;
    const id = request.url.split("/").at(-1);
    const answer =
      at % 10 === 0 ? faults[(at / 10) % faults.length] : reply(200, { id });
    return answer!(request, response);
  });
  const { client } = impatient(server.url);
  const { signal } = new AbortController();
  const settled = new Map<string, number>();
  const outcomes = await Promise.all(
    Array.from({ length: 1000 }, async (_, at) => {
      const petId = String(at);
      const call = getPet(client, { petId }, { signal });
      const count = (): void =>
        void settled.set(petId, (settled.get(petId) ?? 0) + 1);
      call.then(count, count);
      const result = await call.result();
      if (result.ok) expect(result.data.id).toBe(petId);
      else expect(isFailure(result.error)).toBe(true);
      return result.ok;
    }),
  );
  expect(settled.size).toBe(1000);
  expect(new Set(settled.values())).toEqual(new Set([1]));
  expect(outcomes.filter((ok) => ok).length).toBeGreaterThan(900);
  expect(outcomes).toContain(false);
  expect(server.arrived.length).toBeGreaterThan(1000);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a hundred aborts during backoff end at once, and leave no timer and no listener", async () => {
  const server = await serve(reply(503, {}, { "retry-after": "50" }));
  const client = makeClient({ baseUrl: server.url }, undefined, {});
  const before = timers();
  const aborts = Array.from({ length: 100 }, () => new AbortController());
  const calls = aborts.map(({ signal }, at) =>
    getPet(
      client,
      { petId: String(at) },
      { signal, totalTimeout: 60_000 },
    ).result(),
  );
  await expect.poll(() => server.arrived.length).toBe(100);
  await expect.poll(() => timers() - before).toBeGreaterThanOrEqual(200);
  const started = performance.now();
  for (const controller of aborts) controller.abort(new Error("gone"));
  for (const result of await Promise.all(calls))
    expect(result).toMatchObject({ ok: false, error: { reason: "abort" } });
  expect(performance.now() - started).toBeLessThan(2000); // of 50 s
  for (const { signal } of aborts)
    expect(getEventListeners(signal, "abort")).toEqual([]);
  await expect.poll(() => timers() - before).toBeLessThan(20);
  expect(server.arrived).toHaveLength(100);
});

test("one signal for a hundred calls has no listener when they are done, and warns of none", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): void => {
    if (warning.name.startsWith("MaxListeners")) warnings.push(warning);
  };
  process.on("warning", note);
  const server = await serve(reply(503, {}, { "retry-after": "50" }));
  const client = makeClient({ baseUrl: server.url }, undefined, {});
  const controller = new AbortController();
  const { signal } = controller;
  const calls = Array.from({ length: 100 }, () =>
    getPet(client, { petId: "1" }, { signal }).result(),
  );
  await expect.poll(() => server.arrived.length).toBe(100);
  controller.abort();
  for (const { ok } of await Promise.all(calls)) expect(ok).toBe(false);
  expect(getEventListeners(signal, "abort")).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve)); // warnings come a turn later
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

test("a hundred calls that a 401 refuses ask once each for a token, and no more", async () => {
  const server = await serve(reply(401, { code: "unauthorised" }));
  let asked = 0;
  const token = bearer(async () => `t${++asked}`);
  const { client, waits } = impatient(server.url, {}, { token });
  const calls = Array.from({ length: 100 }, () => listPets(client).result());
  for (const result of await Promise.all(calls))
    expect(result).toMatchObject({ ok: false, error: { status: 401 } });
  expect([asked, server.arrived.length, waits]).toEqual([100, 100, []]);
});
