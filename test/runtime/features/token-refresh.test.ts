// One renewal for any number of calls that fail at once.
import { describe, expect, test } from "vitest";
import { bearer } from "../../../templates/runtime/auth.ts";
import { binaryBody } from "../../../templates/runtime/binary-body.ts";
import { sending } from "../../../templates/runtime/body.ts";
import type {
  ClientOptions,
  RequestOptions,
} from "../../../templates/runtime/client.ts";
import { byteCap } from "../../../templates/runtime/byte-cap.ts";
import { redirects } from "../../../templates/runtime/redirects.ts";
import { tokenRefresh } from "../../../templates/runtime/token-refresh.ts";
import type { ClientFeature } from "../../../templates/runtime/feature.ts";
import { visit } from "../faults/origins.ts";
import { impatient } from "../client.ts";
import { timed } from "../clock.ts";
import { getPet } from "../operations.ts";
import { type Answerer, reply, serve } from "../server.ts";
import { anyOf } from "../../../templates/runtime/authorise.ts";

const tick = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A server that takes one token at a time, and a client that renews its own. */
async function signedIn(
  renew: () => unknown = () => {},
  options: ClientOptions = {},
) {
  const state = { valid: "t1", token: "t0", renewals: 0 };
  const guard: Answerer = async (request, response) => {
    await tick(5 * Math.random());
    const isValid = request.headers.authorization === `Bearer ${state.valid}`;
    await reply(isValid ? 200 : 401, { isValid })(request, response);
  };
  const server = await serve(guard);
  const { client } = impatient(
    server.url,
    {
      ...options,
      use: [
        tokenRefresh(async () => {
          state.renewals++;
          await tick(20);
          await renew();
          state.token = state.valid;
        }),
      ],
    },
    { token: bearer(() => state.token) },
  );
  const call = (more = {}, params = {}) =>
    visit(client, { security: anyOf(["token"]), ...more }, params);
  return { state, server, client, call };
}

test("a thousand calls at once share one renewal, and each is asked twice at most", async () => {
  const { state, server, call } = await signedIn();
  const answers = await Promise.all(Array.from({ length: 1000 }, () => call()));
  expect(new Set(answers.map((it) => JSON.stringify(it)))).toEqual(
    new Set(['{"isValid":true}']),
  );
  expect(state.renewals).toBe(1);
  expect(server.arrived.length).toBeLessThanOrEqual(2000);
});

test("a later expiry is another renewal", async () => {
  const { state, call } = await signedIn();
  await call();
  state.valid = "t2";
  await call();
  expect(state.renewals).toBe(2);
});

test("a 401 that stays is an error after one more request", async () => {
  const server = await serve(reply(401, {}));
  let renewals = 0;
  const { client } = impatient(
    server.url,
    { use: [tokenRefresh(() => void renewals++)] },
    { token: bearer("t") },
  );
  await expect(
    visit(client, { security: anyOf(["token"]) }),
  ).rejects.toMatchObject({ status: 401 });
  expect([server.arrived.length, renewals]).toEqual([2, 1]);
});

describe("a renewal that fails ends the calls that wait for it, and the next call asks anew", () => {
  test.each([
    ["synchronously", true],
    ["later", false],
  ])("%s", async (_, isSynchronous) => {
    const oops = new Error("no token today");
    const server = await serve(reply(401, {}));
    let renewals = 0;
    const renew = () => {
      renewals++;
      if (isSynchronous) throw oops;
      return tick(5).then(() => Promise.reject(oops));
    };
    const { client } = impatient(
      server.url,
      { use: [tokenRefresh(renew)] },
      { token: bearer("t") },
    );
    const call = () => visit(client, { security: anyOf(["token"]) });
    const failed = await Promise.allSettled([call(), call(), call()]);
    expect(failed).toEqual(Array(3).fill({ status: "rejected", reason: oops }));
    const shared = renewals;
    await expect(call()).rejects.toBe(oops);
    expect(renewals).toBe(shared + 1);
  });
});

test("a renewal that fails is the answer to all that were under way, whenever their 401 comes", async () => {
  const oops = new Error("no token today");
  let asked = 0;
  const server = await serve(async (request, response) => {
    await tick(3 * asked++);
    await reply(401, {})(request, response);
  });
  let renewals = 0;
  const renew = () => {
    renewals++;
    return Promise.reject(oops);
  };
  const { client } = impatient(
    server.url,
    { use: [tokenRefresh(renew)] },
    { token: bearer("t") },
  );
  const call = () => visit(client, { security: anyOf(["token"]) });
  const failed = await Promise.allSettled(Array.from({ length: 30 }, call));
  expect(failed).toEqual(Array(30).fill({ status: "rejected", reason: oops }));
  expect([renewals, server.arrived.length]).toEqual([1, 30]);
});

test("what asks for no credential has none renewed", async () => {
  const { state, client } = await signedIn();
  await expect(getPet(client, { petId: "1" })).rejects.toMatchObject({
    status: 401,
  });
  expect(state.renewals).toBe(0);
});

test("a stream, which cannot be sent again, keeps its 401", async () => {
  const { state, server, call } = await signedIn();
  const more = {
    method: "PUT",
    body: sending(binaryBody),
  };
  await expect(
    call(more, { body: new Blob(["x"]).stream() }),
  ).rejects.toMatchObject({ status: 401 });
  expect([server.arrived.length, state.renewals]).toEqual([1, 0]);
});

test("who waits for a renewal has its time, and leaves it to the others", async () => {
  const { state, call } = await signedIn(() => tick(100), {
    timeout: 40,
    retry: false,
  });
  await expect(call()).rejects.toMatchObject({ reason: "timeout" });
  await tick(150);
  expect(await call()).toEqual({ isValid: true });
  expect(state.renewals).toBe(1);
});

describe("a renewal that hangs", () => {
  /** Each renewal is ended by the test; what is renewed later is accepted. */
  async function hanging() {
    const ends: ((outcome?: Promise<never>) => void)[] = [];
    let token = "t0";
    const server = await serve((request, response) =>
      reply(request.headers.authorization === "Bearer t1" ? 200 : 401, {})(
        request,
        response,
      ),
    );
    const renew = async () => {
      await new Promise((resolve) => ends.push(resolve));
      token = "t1";
    };
    const clock = timed(
      server.url,
      { retry: false, use: [tokenRefresh(renew)] },
      { token: bearer(() => token) },
    );
    const call = (options?: RequestOptions) =>
      visit(clock.client, { security: anyOf(["token"]) }, {}, options).result();
    return { ...clock, server, ends, call };
  }

  test("holds up nobody once all who waited have given up", async () => {
    const { server, ends, call, pass } = await hanging();
    const over = new AbortController();
    const aborted = call({ signal: over.signal });
    const late = call({ timeout: 1000 });
    await expect.poll(() => server.arrived.length).toBe(2);
    await expect.poll(() => ends.length).toBe(1);
    await tick(20);
    over.abort();
    expect(await aborted).toMatchObject({ error: { reason: "abort" } });
    const shares = call({ timeout: 500 });
    await expect.poll(() => server.arrived.length).toBe(3);
    await tick(20);
    pass(1000);
    expect(await late).toMatchObject({ error: { reason: "timeout" } });
    expect(await shares).toMatchObject({ error: { reason: "timeout" } });
    expect(ends).toHaveLength(1);

    const next = [call(), call()];
    await expect.poll(() => ends.length).toBe(2);
    await tick(20);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    expect(await Promise.all(next)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(server.arrived).toHaveLength(7);
  });

  test("and ends after all changes nothing of the one after it, and sends nothing", async () => {
    const { server, ends, call, pass } = await hanging();
    const late = call({ timeout: 1000 });
    await expect.poll(() => ends.length).toBe(1);
    pass(1000);
    expect(await late).toMatchObject({ error: { reason: "timeout" } });
    const first = call();
    await expect.poll(() => ends.length).toBe(2);
    ends[0]?.(Promise.reject(new Error("no token today")));
    await tick(20);
    const second = call();
    await expect.poll(() => server.arrived.length).toBe(3);
    await tick(20);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    expect(await first).toMatchObject({ ok: true });
    expect(await second).toMatchObject({ ok: true });
    expect(server.arrived).toHaveLength(5);
  });
});

describe("a 401 at the end of a redirect", () => {
  const origins = "any";
  test.each([
    ["around", (refresh: ClientFeature) => [refresh, redirects({ origins })]],
    [
      "further around",
      (refresh: ClientFeature) => [
        refresh,
        byteCap(100),
        redirects({ origins }),
      ],
    ],
    ["inside", (refresh: ClientFeature) => [redirects({ origins }), refresh]],
    [
      "around another one",
      (refresh: ClientFeature) => [
        refresh,
        tokenRefresh(() => {}),
        redirects({ origins }),
      ],
    ],
  ])(
    "from who got no credentials has none renewed, with the feature %s",
    async (_, use) => {
      const there = await serve(reply(401, {}));
      const server = await serve(reply(302, "", { location: there.url }));
      let renewals = 0;
      const { client } = impatient(
        server.url,
        { use: use(tokenRefresh(() => void renewals++)) },
        { token: bearer("t") },
      );
      await expect(
        visit(client, { security: anyOf(["token"]) }),
      ).rejects.toMatchObject({ status: 401 });
      expect([renewals, server.arrived.length, there.arrived.length]).toEqual([
        0, 1, 1,
      ]);
    },
  );

  test("on our own origin has them renewed", async () => {
    const server = await serve(
      reply(302, "", { location: "/there" }),
      reply(401, {}),
      reply(302, "", { location: "/there" }),
      reply(200, { id: "1" }),
    );
    let renewals = 0;
    const { client } = impatient(
      server.url,
      { use: [tokenRefresh(() => void renewals++), redirects({ origins })] },
      { token: bearer("t") },
    );
    expect(await visit(client, { security: anyOf(["token"]) })).toEqual({
      id: "1",
    });
    expect(renewals).toBe(1);
  });
});
