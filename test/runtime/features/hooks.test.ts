// Code of the caller's around each attempt.
import { describe, expect, test } from "vitest";
import { bearer, queryKey } from "../../../templates/runtime/auth.ts";
import type { ClientFeature } from "../../../templates/runtime/feature.ts";
import { hooks, type HookedRequest } from "../../../templates/runtime/hooks.ts";
import { impatient } from "../client.ts";
import { timed } from "../clock.ts";
import { getPet, listPets } from "../operations.ts";
import { drop, reply, serve, stall } from "../server.ts";

const ok = reply(200, { id: "1" });

test("they see each attempt, with the template, the retry and what came of it", async () => {
  const server = await serve(drop, reply(503, {}), ok);
  const seen: unknown[] = [];
  const note =
    (what: string) =>
    (outcome: unknown, request: HookedRequest): void => {
      const { method, path, url, retry } = request;
      seen.push([what, outcome, method, path, url, retry]);
    };
  const { client } = impatient(server.url, {
    use: [
      hooks({
        before: (request) => note("before")(undefined, request),
        after: ({ status }, request) => note("after")(status, request),
        failed: note("failed"),
      }),
    ],
  });
  await getPet(client, { petId: "a b" });
  const is = (retry: number) =>
    ["GET", "/pets/{petId}", `${server.url}/pets/a%20b`, retry] as const;
  expect(seen).toEqual([
    ["before", undefined, ...is(0)],
    ["failed", expect.objectContaining({ reason: "connection" }), ...is(0)],
    ["before", undefined, ...is(1)],
    ["after", 503, ...is(1)],
    ["before", undefined, ...is(2)],
    ["after", 200, ...is(2)],
  ]);
});

test("they see no credential, and can add headers, which no credential overwrites", async () => {
  const server = await serve(reply(200, []));
  let seen = "";
  const { client } = impatient(
    server.url,
    {
      use: [
        hooks({
          before({ url, headers }) {
            seen = url + JSON.stringify([...headers]);
            headers.set("traceparent", "00-1");
          },
        }),
      ],
    },
    { token: bearer("sk-SECRET"), key: queryKey("key", "sk-SECRET") },
  );
  await listPets(client);
  expect(seen).toContain("/pets");
  expect(seen).not.toContain("sk-SECRET");
  expect(server.arrived[0]?.headers).toMatchObject({
    traceparent: "00-1",
    authorization: "Bearer sk-SECRET",
  });
});

test("they are told an abort as one, and a timeout as one", async () => {
  const seen: unknown[] = [];
  let asked = 0;
  const { client, pass } = timed("https://x.example", {
    retry: false,
    use: [hooks({ failed: (error) => void seen.push(error) })],
    fetch: (_, { signal }) =>
      new Promise((_, reject) => {
        asked++;
        signal?.addEventListener("abort", () => reject(signal.reason));
      }),
  });
  const reason = new Error("gone elsewhere");
  const abort = new AbortController();
  const options = { signal: abort.signal, timeout: 20 };
  const late = getPet(client, { petId: "1" }, options).result();
  await expect.poll(() => asked).toBe(1);
  pass(20);
  expect(await late).toMatchObject({ error: { reason: "timeout" } });
  const gone = getPet(client, { petId: "1" }, options).result();
  await expect.poll(() => asked).toBe(2);
  abort.abort(reason);
  expect(await gone).toMatchObject({ error: { reason: "abort" } });
  await expect.poll(() => seen.length).toBe(2);
  expect(seen).toMatchObject([
    { reason: "timeout" },
    { reason: "abort", cause: reason },
  ]);
});

describe("a hook that fails ends the call with what it threw, once", () => {
  const oops = new Error("my own");
  const fail = (): never => {
    throw oops;
  };
  test.each([
    ["before", hooks({ before: fail }), 0],
    ["before, asynchronously", hooks({ before: async () => fail() }), 0],
    ["after", hooks({ after: fail }), 1],
    ["failed", hooks({ failed: fail }), 1],
  ] as const)("%s", async (when, feature, arrived) => {
    const server = await serve(when === "failed" ? drop : ok);
    const { client, waits } = impatient(server.url, { use: [feature] });
    await expect(getPet(client, { petId: "1" })).rejects.toBe(oops);
    await expect(getPet(client, { petId: "1" }).result()).rejects.toBe(oops);
    expect(server.arrived.length).toBe(arrived * 2);
    expect(waits).toEqual([]);
  });
});

test("a slow hook is within the attempt's time", async () => {
  const server = await serve(ok);
  const { client, due, pass } = timed(server.url, {
    timeout: 20,
    retry: false,
    use: [hooks({ before: () => new Promise(() => {}) })],
  });
  const call = getPet(client, { petId: "1" }).result();
  await expect.poll(due).toEqual([20]);
  pass(20);
  expect(await call).toMatchObject({ error: { reason: "timeout" } });
  expect(server.opened()).toBe(0);
});

test("the first feature is the outermost, and one of your own is like any other", async () => {
  const server = await serve(ok);
  const order: string[] = [];
  const named =
    (name: string): ClientFeature =>
    async (attempt, next) => {
      order.push(`${name} in`);
      const response = await next(attempt);
      order.push(`${name} out`);
      return response;
    };
  const { client } = impatient(server.url, { use: [named("a"), named("b")] });
  await getPet(client, { petId: "1" });
  expect(order).toEqual(["a in", "b in", "b out", "a out"]);
});

test("a feature can answer by itself", async () => {
  const { client } = impatient("http://127.0.0.1:1", {
    use: [async () => Response.json({ id: "cached" })],
  });
  expect(await getPet(client, { petId: "1" })).toEqual({ id: "cached" });
});

test("one that throws lets go of the response, though nothing else could end the call", async () => {
  const server = await serve(stall);
  const kept: Response[] = [];
  const after = async (response: Response) => {
    kept.push(response);
    throw new Error("mine");
  };
  const { client } = impatient(server.url, {
    timeout: Infinity,
    use: [hooks({ after })],
  });
  await expect(getPet(client, { petId: "1" })).rejects.toThrow("mine");
  await expect.poll(() => server.arrived[0]?.isAborted()).toBe(true);
  expect(kept).toHaveLength(1);
});

test("one that throws lets go of the response, though somebody keeps it", async () => {
  const server = await serve(stall);
  let kept: Response | undefined;
  const after = (response: Response) => {
    kept = response;
    throw new Error("mine");
  };
  const { client } = impatient(server.url, { use: [hooks({ after })] });
  await expect(getPet(client, { petId: "1" })).rejects.toThrow("mine");
  await expect.poll(() => server.arrived[0]?.isAborted()).toBe(true);
  await expect(kept?.text()).rejects.toThrow("mine");
});
