import { getAnswer, getBlob } from "../client/index.ts";
import { equal, failure, requestError, until, wait } from "./check.ts";
import type { Cases, Ground } from "./ground.ts";

const closed = ({ log }: Ground): Promise<void> =>
  until(async () => {
    const all = await log();
    return all.length > 0 && all.every(({ isClosed }) => isClosed);
  });

/** Aborts a call once it has arrived, and `milliseconds` have passed. */
async function abortAmid(
  ground: Ground,
  kind: string,
  milliseconds: number,
): Promise<void> {
  const stop = new AbortController();
  const reason = new Error("enough");
  const failed = failure(
    getAnswer(ground.client(), { kind }, { signal: stop.signal }),
  );
  await until(async () => (await ground.log()).length > 0);
  await wait(milliseconds);
  stop.abort(reason);
  const { cause } = await requestError(Promise.reject(await failed), "abort");
  equal(cause === reason, true);
  await closed(ground);
}

/** Timeouts and abort: the call ends at once, and so does its connection. */
export const limits: Cases = {
  "a timeout of the attempt": async (ground) => {
    const options = { timeout: 100, retry: false } as const;
    await requestError(
      getAnswer(ground.client(options), { kind: "silent" }),
      "timeout",
    );
    await closed(ground);
  },
  "a timeout amid the body": async (ground) => {
    const options = { timeout: 150, retry: false } as const;
    await requestError(
      getAnswer(ground.client(options), { kind: "drip" }),
      "timeout",
    );
    await closed(ground);
  },
  "a timeout of the call": async (ground) => {
    await requestError(
      getAnswer(ground.client({ totalTimeout: 100 }), { kind: "silent" }),
      "timeout",
    );
    await closed(ground);
  },
  "a timeout of the call amid a wait": async (ground) => {
    await requestError(
      getAnswer(ground.client({ totalTimeout: 300 }), { kind: "later" }),
      "timeout",
    );
    equal((await ground.log()).length, 1);
  },
  "no timeout": async ({ client }) => {
    equal(await getAnswer(client({ timeout: Infinity }), { kind: "fine" }), {
      id: "1",
    });
  },
  "aborted before": async ({ client, log }) => {
    const signal = AbortSignal.abort(new Error("before"));
    await requestError(
      getAnswer(client(), { kind: "fine" }, { signal }),
      "abort",
    );
    equal(await log(), []);
  },
  "aborted in the same turn": async ({ client }) => {
    const stop = new AbortController();
    const call = getAnswer(
      client(),
      { kind: "silent" },
      { signal: stop.signal },
    );
    stop.abort();
    await requestError(call, "abort");
  },
  "aborted before there is an answer": (ground) =>
    abortAmid(ground, "silent", 0),
  "aborted amid the body": (ground) => abortAmid(ground, "drip", 50),
  "aborted after it was over": async ({ client }) => {
    const stop = new AbortController();
    const answer = await getAnswer(
      client(),
      { kind: "fine" },
      { signal: stop.signal },
    );
    stop.abort();
    equal(answer, { id: "1" });
  },
  "a claimed body follows the signal": async (ground) => {
    const stop = new AbortController();
    const call = getAnswer(
      ground.client(),
      { kind: "drip" },
      { signal: stop.signal },
    );
    const { body } = await call.response();
    const reader = body?.getReader();
    await reader?.read();
    stop.abort();
    await failure(
      (async () => {
        for (let count = 0; count < 1000; count++) await reader?.read();
      })(),
    );
    await closed(ground);
  },
  "one signal for many": async ({ client }) => {
    const stop = new AbortController();
    const calls = Array.from({ length: 4 }, () =>
      failure(getAnswer(client(), { kind: "silent" }, { signal: stop.signal })),
    );
    await getBlob(client(), { signal: stop.signal });
    stop.abort();
    for (const error of await Promise.all(calls))
      await requestError(Promise.reject(error), "abort");
  },
};
