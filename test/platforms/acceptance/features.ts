import {
  authBearer,
  byteCap,
  getAnswer,
  hooks,
  idempotencyKeys,
  postAnswer,
  redirects,
  tokenRefresh,
} from "../client/index.ts";
import { apiError, equal, requestError } from "./check.ts";
import type { Cases } from "./ground.ts";

/** What clients have by `use`. */
export const features: Cases = {
  "hooks around each attempt": async (ground) => {
    const seen: unknown[] = [];
    const client = ground.client({
      use: [
        hooks({
          before: ({ headers, retry }) => {
            headers.set("x-attempt", String(retry));
            seen.push(["before", retry]);
          },
          after: ({ status }, { path }) => seen.push([status, path]),
        }),
      ],
    });
    await getAnswer(client, { kind: "busy-milliseconds" });
    equal(seen, [
      ["before", 0],
      [429, "/answers/{kind}"],
      ["before", 1],
      [200, "/answers/{kind}"],
    ]);
    const sent = await ground.log();
    equal(
      sent.map(({ headers }) => headers["x-attempt"]),
      ["0", "1"],
    );
  },
  "a hook that fails": async ({ client }) => {
    const oops = new Error("oops");
    const own = client({
      use: [
        hooks({
          before: () => {
            throw oops;
          },
        }),
      ],
    });
    const error: unknown = await getAnswer(own, { kind: "fine" }).catch(
      (it: unknown) => it,
    );
    equal(error === oops, true);
  },
  "a redirect on the same origin": async ({ client }) => {
    const own = client({ use: [redirects()] });
    equal(await getAnswer(own, { kind: "moved" }), { id: "1" });
  },
  "a redirect to an origin that is not named": async ({ client }) => {
    const own = client({ use: [redirects()] });
    await requestError(getAnswer(own, { kind: "away" }), "redirect");
  },
  "a body that is longer than it may be": async ({ client }) => {
    const own = client({ use: [byteCap(1000)] });
    const error = await requestError(
      getAnswer(own, { kind: "large" }),
      "limit",
    );
    equal(error.response?.status, 200);
    equal(await getAnswer(own, { kind: "zipped" }), { id: "1" });
  },
  "a token that is renewed once for all": async ({ client }) => {
    let token = "old";
    let renewals = 0;
    const own = client({
      bearerToken: () => token,
      use: [
        tokenRefresh(() => {
          renewals++;
          token = "new";
        }),
      ],
    });
    const calls = [1, 2, 3].map(() => authBearer(own));
    await Promise.all(calls);
    equal(renewals, 1);
  },
  "a key for what is sent again": async (ground) => {
    const own = ground.client({ use: [idempotencyKeys()] });
    equal(await postAnswer(own, { kind: "busy" }), { id: "1" });
    const keys = (await ground.log()).map(
      ({ headers }) => headers["idempotency-key"],
    );
    equal([keys.length, new Set(keys).size], [2, 1]);
    equal(/^[0-9a-f]{32}$/.test(keys[0] ?? ""), true);
  },
  "without a key it is sent once": async ({ client }) => {
    await apiError(postAnswer(client(), { kind: "busy" }), 503);
  },
};
