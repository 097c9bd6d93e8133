// What code of the caller's own throws may be what another call failed with. It stays that one's.
import { describe, expect, test } from "vitest";
import { bearer } from "../../templates/runtime/auth.ts";
import { anyOf } from "../../templates/runtime/authorise.ts";
import type { ClientOptions, Schemes } from "../../templates/runtime/client.ts";
import { isErrorOf } from "../../templates/runtime/error-of.ts";
import { ApiError, RequestError } from "../../templates/runtime/errors.ts";
import { textEvents } from "../../templates/runtime/event-stream.ts";
import { hooks } from "../../templates/runtime/hooks.ts";
import { pageFailure } from "../../templates/runtime/pagination.ts";
import { send } from "../../templates/runtime/send.ts";
import { tokenRefresh } from "../../templates/runtime/token-refresh.ts";
import { impatient } from "./client.ts";
import { getPet, listPets, paginatePets } from "./operations.ts";
import { drop, hang, reply, serve } from "./server.ts";

const token = bearer("t");

/** How another operation fails: with an answer, or without one. */
async function errorOf(answer = reply(401, { code: "unauthorised" })) {
  const { url } = await serve(answer);
  const { client } = impatient(url, { retry: false });
  return getPet(client, { petId: "1" }).catch((error: unknown) => error);
}

describe.each([
  ["an answer", reply(401, { code: "unauthorised" }), ApiError],
  ["no answer", drop, RequestError],
] as const)("another call that got %s", (_, answer, kind) => {
  type Setup = [options: ClientOptions, schemes: Schemes];
  const throwing: readonly [string, (fail: () => Promise<never>) => Setup][] = [
    ["a provider", (fail) => [{}, { token: bearer(fail) }]],
    ["renew", (fail) => [{ use: [tokenRefresh(fail)] }, { token }]],
    ["a hook", (fail) => [{ use: [hooks({ before: fail })] }, { token }]],
  ];
  test.each(throwing)("in %s is no failure of this one", async (_, setup) => {
    const error = await errorOf(answer);
    expect(error).toBeInstanceOf(kind);
    const server = await serve(reply(401, { code: "unauthorised" }));
    let calls = 0;
    const fail = async (): Promise<never> => {
      calls++;
      throw error;
    };
    const { client, waits } = impatient(server.url, ...setup(fail));
    await expect(listPets(client)).rejects.toBe(error);
    await expect(listPets(client).result()).rejects.toBe(error);
    await expect(listPets(client).response()).rejects.toBe(error);
    expect(isErrorOf(listPets, error)).toBe(false);
    expect(isErrorOf(getPet, error)).toBe(true);
    // What it could be tried again for, it was.
    expect([calls, waits]).toEqual([3, []]);
  });
});

test("nor is it a failure of the pages that it came amid", async () => {
  const error = await errorOf();
  let calls = 0;
  const provider = async () => {
    if (++calls > 1) throw error;
    return "t";
  };
  const server = await serve(reply(200, { results: [], nextPageToken: "b" }));
  const { client } = impatient(server.url, {}, { token: bearer(provider) });
  await expect(paginatePets(client).toArray()).rejects.toBe(error);
  expect(isErrorOf(paginatePets, error)).toBe(false);
  expect(isErrorOf(listPets, error)).toBe(false);
  expect(pageFailure(error)).toEqual({ page: 2, token: "b" });
});

test("an error that a client's own code throws again is a failure of each call of that operation", async () => {
  const server = await serve(drop);
  let first: unknown;
  const { client } = impatient(server.url, {
    retry: false,
    use: [
      async (attempt, next) => {
        if (first) throw first;
        return next(attempt).catch((error: unknown) => {
          first = error;
          throw error;
        });
      },
    ],
  });
  for (let call = 0; call < 2; call++) {
    const result = await getPet(client, { petId: "1" }).result();
    expect(result).toMatchObject({ ok: false, error: first });
    expect(isErrorOf(getPet, first)).toBe(true);
  }
  expect(server.arrived).toHaveLength(1);
});

describe("an abort by another call's error is an abort", () => {
  const aborted = (reason: unknown) => ({
    name: "RequestError",
    reason: "abort",
    cause: reason,
  });
  test("before the start", async () => {
    const reason = await errorOf();
    const { client } = impatient("https://x.example", {}, { token });
    const signal = AbortSignal.abort(reason);
    const result = await listPets(client, {}, { signal }).result();
    expect(result).toMatchObject({ ok: false, error: aborted(reason) });
    expect(isErrorOf(listPets, reason)).toBe(false);
  });
  test("of a request", async () => {
    const reason = await errorOf();
    const server = await serve(hang);
    const abort = new AbortController();
    const { client } = impatient(server.url, {}, { token });
    const call = listPets(client, {}, { signal: abort.signal }).result();
    await expect.poll(() => server.arrived.length).toBe(1);
    abort.abort(reason);
    const result = await call;
    expect(result).toMatchObject({ ok: false, error: aborted(reason) });
    expect(!result.ok && isErrorOf(listPets, result.error)).toBe(true);
    expect(isErrorOf(listPets, reason)).toBe(false);
  });
  test("of a stream", async () => {
    const reason = await errorOf();
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: 1\n\n");
    });
    const abort = new AbortController();
    const watch = send<AsyncIterable<unknown>, Error>(
      impatient(url, {}, { token }).client,
      listPets,
      {
        method: "GET",
        path: "/stream",
        responses: { 200: textEvents() },
        security: anyOf(["token"]),
        streams: true,
      },
      {},
      { signal: abort.signal },
    );
    const error: unknown = await (async () => {
      for await (const _ of await watch) abort.abort(reason);
    })().catch((error: unknown) => error);
    expect(error).toMatchObject(aborted(reason));
    expect(isErrorOf(listPets, error)).toBe(true);
    expect(isErrorOf(listPets, reason)).toBe(false);
  });
});
