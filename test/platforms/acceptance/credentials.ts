import {
  authBasic,
  authBearer,
  authBoth,
  authCookie,
  authCustom,
  authEither,
  authHeader,
  authQuery,
  getAnswer,
} from "../client/index.ts";
import { equal, failure, wrongArgument } from "./check.ts";
import type { Cases } from "./ground.ts";

/** Which credentials go where. */
export const credentials: Cases = {
  "in a header": async ({ client }) => {
    const { headers } = await authHeader(client({ headerKey: "k-1" }));
    equal(headers["x-api-key"], "k-1");
  },
  "in the query": async ({ client }) => {
    equal(
      (await authQuery(client({ queryKey: "k&1" }))).url,
      "/auth/query?api_key=k%261",
    );
  },
  "in a cookie": async ({ client }) => {
    const { headers } = await authCookie(client({ cookieKey: "k-1" }));
    equal(headers["cookie"], "session=k-1");
  },
  "a name and a password": async ({ client }) => {
    const basicLogin = { username: "jürgen", password: "päss:wört" };
    const { headers } = await authBasic(client({ basicLogin }));
    equal(headers["authorization"], "Basic asO8cmdlbjpww6Rzczp3w7ZydA==");
  },
  "a bearer token": async ({ client }) => {
    const { headers } = await authBearer(client({ bearerToken: "t-1" }));
    equal(headers["authorization"], "Bearer t-1");
  },
  "another scheme": async ({ client }) => {
    const { headers } = await authCustom(client({ accessKey: "a-1" }));
    equal(headers["authorization"], "AccessKey a-1");
  },
  "a provider, asked at each call": async ({ client }) => {
    let count = 0;
    const own = client({ bearerToken: async () => `t-${++count}` });
    await authBearer(own);
    const { headers } = await authBearer(own);
    equal(headers["authorization"], "Bearer t-2");
  },
  "a provider that fails": async ({ client, log }) => {
    const reason = new Error("no token");
    const own = client({ bearerToken: () => Promise.reject(reason) });
    equal((await failure(authBearer(own))) === reason, true);
    equal(await log(), []);
  },
  "both of two": async ({ client }) => {
    const { headers } = await authBoth(
      client({ headerKey: "k-1", bearerToken: "t-1" }),
    );
    equal(
      [headers["x-api-key"], headers["authorization"]],
      ["k-1", "Bearer t-1"],
    );
  },
  "either of two": async ({ client }) => {
    const { headers } = await authEither(client({ bearerToken: "t-1" }));
    equal(
      [headers["cookie"], headers["authorization"]],
      [undefined, "Bearer t-1"],
    );
  },
  "nobody asks, and nobody gets them": async ({ client, log }) => {
    await getAnswer(client({ headerKey: "k-1", bearerToken: "t-1" }), {
      kind: "fine",
    });
    const [{ headers } = { headers: {} }] = await log();
    equal("authorization" in headers || "x-api-key" in headers, false);
  },
  "none where one is needed": async ({ client, log }) => {
    equal(
      await wrongArgument(authBoth(client({ headerKey: "k-1" }))),
      "missing credential: headerKey,bearerToken",
    );
    equal(await log(), []);
  },
  "a token that no header can hold": async ({ client, log }) => {
    const message = await wrongArgument(
      authBearer(client({ bearerToken: "t-1\r\nX-Other: b" })),
    );
    equal(message.includes("t-1"), false);
    equal(await log(), []);
  },
};
