import {
  isErrorOf,
  isPaginationError,
  listSteps,
  paginateSteps,
  resumeToken,
} from "../client/index.ts";
import { collect, equal, failure, requestError, until } from "./check.ts";
import type { Cases } from "./ground.ts";

const numbers = (items: readonly { readonly n: number }[]) =>
  items.map(({ n }) => n);

/** Page after page. */
export const pages: Cases = {
  "one page": async ({ client }) => {
    const { items, nextCursor } = await listSteps(client(), { kind: "three" });
    equal([numbers(items), nextCursor], [[1, 2], "b"]);
  },
  "all items": async ({ client, log }) => {
    const all = await collect(paginateSteps(client(), { kind: "three" }));
    equal(numbers(all), [1, 2, 3, 4, 5, 6]);
    equal(
      (await log()).map(({ url }) => url.replace("/pages/three", "")),
      ["", "?cursor=b", "?cursor=c"],
    );
  },
  "all pages": async ({ client }) => {
    const all = await collect(
      paginateSteps(client(), { kind: "three" }).pages(),
    );
    equal(
      all.map(({ items }) => items.length),
      [2, 2, 2],
    );
  },
  "no more than is asked for": async ({ client, log }) => {
    const some = await paginateSteps(client(), { kind: "three" }).toArray({
      maxItems: 3,
    });
    equal([numbers(some), (await log()).length], [[1, 2, 3], 2]);
    const first = paginateSteps(client(), { kind: "three" }, { maxPages: 1 });
    equal(numbers(await first.toArray()), [1, 2]);
  },
  "leaving asks for no more": async ({ client, log }) => {
    for await (const { n } of paginateSteps(client(), { kind: "three" }))
      if (n === 2) break;
    equal((await log()).length, 1);
  },
  "from where it stood": async ({ client }) => {
    const own = client();
    const error = await failure(
      collect(paginateSteps(own, { kind: "missing" })),
    );
    equal(
      [isErrorOf(paginateSteps, error), isErrorOf(listSteps, error)],
      [true, true],
    );
    const startToken = resumeToken(error);
    equal(startToken, "b");
    equal(
      numbers(
        await paginateSteps(own, { kind: "three" }, { startToken }).toArray(),
      ),
      [3, 4, 5, 6],
    );
  },
  "a circle ends": async ({ client }) => {
    const error = await failure(
      collect(paginateSteps(client(), { kind: "circle" })),
    );
    equal(isPaginationError(error) && error.reason, "repeated-token");
  },
  "the next page ahead of time": async ({ client }) => {
    const all = paginateSteps(client(), { kind: "three" }, { prefetch: 1 });
    equal(numbers(await all.toArray()), [1, 2, 3, 4, 5, 6]);
  },
  "abort between pages": async ({ client }) => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const all = paginateSteps(
        client(),
        { kind: "three" },
        { signal: stop.signal },
      );
      for await (const { n } of all) if (n === 2) stop.abort();
    };
    await requestError(read(), "abort");
  },
  "return ends a page under way": async ({ client, log }) => {
    const steps = paginateSteps(client(), { kind: "silent" })[
      Symbol.asyncIterator
    ]();
    await steps.next();
    await steps.next();
    const waiting = steps.next();
    await until(async () => (await log()).length === 2);
    await steps.return?.();
    equal((await waiting).done, true);
    await until(async () => (await log()).every(({ isClosed }) => isClosed));
  },
};
