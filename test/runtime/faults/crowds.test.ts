// Many calls at once: each settles with its own answer, none does more than it may, and nothing is left behind.
import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { bearer } from "../../../templates/runtime/auth.ts";
import { makeClient } from "../../../templates/runtime/client.ts";
import type { Result } from "../../../templates/runtime/call.ts";
import {
  type ApiError,
  isFailure,
  isRequestError,
  type RequestError,
} from "../../../templates/runtime/errors.ts";
import { idempotencyKeys } from "../../../templates/runtime/idempotency-keys.ts";
import { impatient } from "../client.ts";
import { createPet, getPet, listPets, type Pet } from "../operations.ts";
import { type Answerer, reply, serve } from "../server.ts";
import * as fault from "./answers.ts";
import { ledger } from "./ledger.ts";

/** Timers that would keep the process alive. */
const timers = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

/** Faults of an answer; those that are whole name the request that they answer. */
const faults: readonly ((id: string) => Answerer)[] = [
  () => fault.resetBefore,
  () => fault.resetAmid,
  () => fault.halfBody,
  () => fault.nonsense,
  (id) => reply(503, { id }),
  (id) => reply(429, { id }, { "retry-after": "soon" }),
  (id) => reply(404, { id }),
  (id) => reply(501, `<html>${id}`, { "content-type": "text/html" }),
];

/** Whose answer this is, where something came that says so. */
function answered(
  result: Result<Pet, ApiError<number, unknown> | RequestError>,
): string | undefined {
  if (result.ok) return result.data.id;
  if (isRequestError(result.error))
    return result.error.text?.replace("<html>", "");
  return (result.error.body as Partial<Pet> | undefined)?.id;
}

test("a thousand calls with a fault in ten each get their own answer, and do what they ask for once", async () => {
  const { entries, answer } = ledger(faults);
  const server = await serve(answer);
  const { client } = impatient(server.url);
  const keyed = impatient(server.url, { use: [idempotencyKeys()] }).client;
  const { signal } = new AbortController();
  const kinds = [
    (id: string) => getPet(client, { petId: id }, { signal }),
    (id: string) => createPet(client, { body: { name: id } }, { signal }),
    (id: string) => createPet(keyed, { body: { name: id } }, { signal }),
  ];
  const outcomes = await Promise.all(
    Array.from({ length: 1000 }, async (_, at) => {
      const id = String(at);
      const result = await kinds[at % 3]!(id).result();
      if (result.ok) expect(result.data.id).toBe(id);
      else expect(isFailure(result.error)).toBe(true);
      expect([id, undefined]).toContain(answered(result));
      return { id, kind: at % 3, ok: result.ok };
    }),
  );
  expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(900);
  expect(getEventListeners(signal, "abort")).toEqual([]);

  const [reads = [], unkeyed = [], withKey = []] = kinds.map((_, wanted) =>
    outcomes
      .filter(({ kind }) => kind === wanted)
      .map(({ id, ok }) => ({ ok, ...entries.get(id)! })),
  );
  expect(reads.some(({ keys }) => keys.length > 1)).toBe(true);
  // Sent once, lost or not.
  for (const { keys } of unkeyed) expect(keys).toEqual([undefined]);
  const lost = unkeyed.filter(({ ok }) => !ok);
  expect(new Set(lost.map(({ effects }) => effects))).toEqual(new Set([0, 1]));
  // Sent again with the key that it had, which is nobody else's.
  for (const { keys } of withKey) expect(new Set(keys).size).toBe(1);
  expect(new Set(withKey.map(({ keys: [key] }) => key)).size).toBe(
    withKey.length,
  );
  expect(withKey.some(({ repeats }) => repeats > 0)).toBe(true);
  for (const { ok, effects } of [...unkeyed, ...withKey]) {
    if (ok) expect(effects).toBe(1);
    expect(effects).toBeLessThan(2);
  }
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
