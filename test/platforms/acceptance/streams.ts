import { readLines, resumeEvents, watch } from "../client/index.ts";
import {
  apiError,
  collect,
  equal,
  failure,
  requestError,
  until,
} from "./check.ts";
import type { Cases, Ground } from "./ground.ts";

const steps = (...numbers: readonly number[]) => numbers.map((n) => ({ n }));

/** The only request, and with it its connection, has come to its end. */
const freed = ({ log }: Ground): Promise<void> =>
  until(async () => (await log()).every(({ isClosed }) => isClosed));

/** Values that come one after the other. */
export const streams: Cases = {
  events: async ({ client, log }) => {
    const events = await collect(await watch(client(), { kind: "three" }));
    equal(
      events,
      [1, 2, 3].map((n) => ({ id: `${n}`, data: { n } })),
    );
    equal(
      (await log())[0]?.headers["accept"]?.includes("text/event-stream"),
      true,
    );
  },
  "events in odd chunks": async ({ client }) => {
    const events = await collect(await watch(client(), { kind: "odd" }));
    equal(events, [{ data: { n: 1 } }, { event: "x", data: { n: 2 } }]);
  },
  "a word ends the events": async (ground) => {
    const events = await collect(
      await watch(ground.client(), { kind: "done" }),
    );
    equal(events.length, 1);
    await freed(ground);
  },
  "leaving the events frees the connection": async (ground) => {
    let count = 0;
    for await (const { data } of await watch(ground.client(), {
      kind: "endless",
    })) {
      count += data.n;
      if (count === 3) break;
    }
    await freed(ground);
  },
  "abort ends the events": async (ground) => {
    const stop = new AbortController();
    const events = await watch(
      ground.client(),
      { kind: "endless" },
      { signal: stop.signal },
    );
    const read = async (): Promise<void> => {
      for await (const _ of events) stop.abort();
    };
    await requestError(read(), "abort");
    await freed(ground);
  },
  "the timeout of an attempt is not that of its events": async (ground) => {
    const client = ground.client({ timeout: 200 });
    const started = Date.now();
    for await (const _ of await watch(client, { kind: "endless" }))
      if (Date.now() - started > 400) break;
    await freed(ground);
  },
  "an event that is no JSON": async (ground) => {
    const events = await watch(ground.client(), { kind: "broken" });
    await requestError(collect(events), "decode");
    await freed(ground);
  },
  "events that are cut off": async ({ client }) => {
    const events = await watch(client(), { kind: "cut" });
    await requestError(collect(events), "connection");
  },
  "an error instead of events": async ({ client }) => {
    const { body } = await apiError(watch(client(), { kind: "wrong" }), 410);
    equal(body, { code: "gone" });
  },
  "events that go on where they broke off": async ({ client, log }) => {
    const own = client();
    const all = resumeEvents((headers) =>
      watch(own, { kind: "resumed" }, { headers }),
    );
    equal(
      (await collect(all)).map(({ data }) => data.n),
      [1, 2, 3],
    );
    const asked = (await log()).map(({ headers }) => headers["last-event-id"]);
    equal(asked, [undefined, "1", "2", "3"]);
  },
  lines: async ({ client }) =>
    equal(
      await collect(await readLines(client(), { kind: "three" })),
      steps(1, 2, 3),
    ),
  "a letter in two chunks": async ({ client }) =>
    equal(await collect(await readLines(client(), { kind: "letters" })), [
      { n: 1, é: "🌍" },
    ]),
  "leaving the lines frees the connection": async (ground) => {
    for await (const _ of await readLines(ground.client(), { kind: "endless" }))
      break;
    await freed(ground);
  },
  "an error of one's own frees it, too": async (ground) => {
    const own = new Error("own");
    const read = async (): Promise<void> => {
      for await (const _ of await readLines(ground.client(), {
        kind: "endless",
      }))
        throw own;
    };
    equal((await failure(read())) === own, true);
    await freed(ground);
  },
  "lines that are cut off": async ({ client }) => {
    const lines = await readLines(client(), { kind: "cut" });
    await requestError(collect(lines), "connection");
  },
};
