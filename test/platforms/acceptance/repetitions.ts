import { getAnswer, postAnswer, putBytes } from "../client/index.ts";
import { apiError, equal, failure, requestError, wait } from "./check.ts";
import type { Cases, Ground } from "./ground.ts";

const attempts = async ({ log }: Ground): Promise<number> =>
  (await log()).length;

/** When a request is sent again. */
export const repetitions: Cases = {
  "after 503, as Retry-After says": async (ground) => {
    equal(await getAnswer(ground.client(), { kind: "busy" }), { id: "1" });
    equal(await attempts(ground), 3);
  },
  "as a date says": async (ground) => {
    equal(await getAnswer(ground.client(), { kind: "busy-dated" }), {
      id: "1",
    });
    equal(await attempts(ground), 2);
  },
  "as milliseconds say": async (ground) => {
    equal(await getAnswer(ground.client(), { kind: "busy-milliseconds" }), {
      id: "1",
    });
    equal(await attempts(ground), 2);
  },
  "not where it would take too long": async (ground) => {
    await apiError(getAnswer(ground.client(), { kind: "tomorrow" }), 503);
    equal(await attempts(ground), 1);
  },
  "not more often than is asked for": async (ground) => {
    await apiError(
      getAnswer(ground.client({ retry: 1 }), { kind: "busy" }),
      503,
    );
    equal(await attempts(ground), 2);
  },
  "not what may have taken effect": async (ground) => {
    await apiError(postAnswer(ground.client(), { kind: "busy" }), 503);
    equal(await attempts(ground), 1);
  },
  "with a key that stays the same": async (ground) => {
    const params = { kind: "busy", "Idempotency-Key": "key-1" };
    equal(await postAnswer(ground.client(), params), { id: "1" });
    const keys = (await ground.log()).map(
      ({ headers }) => headers["idempotency-key"],
    );
    equal(keys, ["key-1", "key-1"]);
  },
  "after a reset": async (ground) => {
    equal(await getAnswer(ground.client(), { kind: "reset-once" }), {
      id: "1",
    });
  },
  "after a timeout of the attempt": async (ground) => {
    const client = ground.client({ timeout: 150 });
    equal(await getAnswer(client, { kind: "silent-once" }), { id: "1" });
    equal(await attempts(ground), 2);
  },
  "not once it is aborted": async (ground) => {
    const stop = new AbortController();
    const call = getAnswer(
      ground.client(),
      { kind: "later" },
      { signal: stop.signal },
    );
    const failed = failure(call);
    while ((await attempts(ground)) === 0) await wait(5);
    await wait(50); // by now it waits for the second attempt
    stop.abort();
    await requestError(Promise.reject(await failed), "abort");
    equal(await attempts(ground), 1);
  },
  "not a stream, which is gone": async (ground) => {
    const body = new Blob(["a"]).stream();
    const client = ground.client({
      fetch: async (url, { body: _, ...init }) => {
        await fetch(url, init);
        return new Response("", {
          status: 503,
          headers: { "retry-after": "0" },
        });
      },
    });
    await apiError(putBytes(client, { body }), 503);
    equal(await attempts(ground), 1);
  },
};
