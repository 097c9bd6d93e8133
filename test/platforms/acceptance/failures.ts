import {
  createClient,
  deleteAnswer,
  getAnswer,
  getMoved,
  isErrorOf,
  listHooks,
  postAnswer,
  sendQuery,
} from "../client/index.ts";
import {
  apiError,
  equal,
  failure,
  requestError,
  wrongArgument,
} from "./check.ts";
import type { Cases, Ground } from "./ground.ts";

const once = { retry: false } as const;
const secret = "sk-SECRET";

/** How Bun and Deno print a value; other platforms have no such function. */
type Inspect = (value: unknown) => string;
const { Bun, Deno } = globalThis as {
  readonly Bun?: { readonly inspect: Inspect };
  readonly Deno?: { readonly inspect: Inspect };
};

/** Everything about an error that a logger could come by, as one text. */
function seen(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? "";
  return [
    String(error),
    error.stack,
    JSON.stringify(error),
    ...Object.entries(error).map((each) => JSON.stringify(each)),
    Bun?.inspect(error),
    Deno?.inspect(error),
    depth < 5 ? seen(error.cause, depth + 1) : "",
  ].join("\n");
}

/** The page that an undocumented redirect leads to is not asked for. */
const stays = async (
  { client, log }: Ground,
  method: "GET" | "POST",
): Promise<void> => {
  const own = client({ headers: { "X-API-Key": secret } });
  const call =
    method === "GET"
      ? getAnswer(own, { kind: "away" })
      : postAnswer(own, { kind: "away" });
  await requestError(call, "redirect");
  equal(
    (await log()).map(({ url }) => url),
    ["/answers/away"],
  );
};

/** How calls fail. */
export const failures: Cases = {
  "a status has its own body": async ({ client }) => {
    const result = await getAnswer(client(), { kind: "missing" }).result();
    if (result.ok || result.error.status !== 404) throw new Error("no 404");
    const missing: string = result.error.body.missing;
    equal([missing, result.error.requestId], ["pet", "request-1"]);
  },
  "a range has its own body": async ({ client }) => {
    const { body } = await apiError(
      getAnswer(client(), { kind: "teapot" }),
      418,
    );
    equal(body, { code: "short" });
  },
  "all others have theirs": async ({ client }) => {
    const { body } = await apiError(
      getAnswer(client(), { kind: "broken" }, once),
      500,
    );
    equal(body, { trace: "here" });
  },
  "a proxy's page instead of JSON": async ({ client }) => {
    const { text } = await requestError(
      getAnswer(client(), { kind: "proxy" }, once),
      "decode",
    );
    equal([text?.startsWith("<p>Bad gateway"), text?.length], [true, 4096]);
  },
  "a failure without a body": async ({ client }) => {
    const error = await failure(getAnswer(client(), { kind: "empty-error" }));
    equal(isErrorOf(getAnswer, error), true);
  },
  "an error knows its operation": async ({ client }) => {
    const error = await failure(getAnswer(client(), { kind: "missing" }));
    equal(
      [isErrorOf(getAnswer, error), isErrorOf(listHooks, error)],
      [true, false],
    );
  },
  "nobody there": async () => {
    const nobody = createClient({ baseUrl: "http://127.0.0.1:9", ...once });
    const error = await requestError(
      getAnswer(nobody, { kind: "fine" }),
      "connection",
    );
    equal(error.message, "GET /answers/{kind} failed: connection");
  },
  "the connection is reset": async ({ client }) => {
    await requestError(postAnswer(client(), { kind: "reset" }), "connection");
  },
  "the body is cut off": async ({ client }) => {
    await requestError(
      getAnswer(client(), { kind: "cut" }, once),
      "connection",
    );
  },
  "a redirect is not followed": (ground) => stays(ground, "GET"),
  "a redirect of a body is not followed": (ground) => stays(ground, "POST"),
  "a redirect that is documented": async ({ client }) => {
    const result = await getMoved(client()).result();
    if (result.ok || result.error.status !== 302) throw new Error("no 302");
    equal(
      result.error.headers.get("Location")?.endsWith("/away/answers/fine"),
      true,
    );
  },
  "errors hold no secret": async ({ client }) => {
    const own = client({
      ...once,
      bearerToken: secret,
      headers: { "X-API-Key": secret },
    });
    for (const kind of ["told", "html", "reset", "cut", "broken"])
      for (const timeout of [undefined, 1]) {
        const work = getAnswer(own, { kind }, { timeout });
        equal(seen(await failure(work)).includes(secret), false);
      }
    const nowhere = createClient({
      baseUrl: `http://127.0.0.1:9/${secret}`,
      ...once,
    });
    equal(
      seen(await failure(deleteAnswer(nowhere, { kind: secret }))).includes(
        secret,
      ),
      false,
    );
  },
  "a wrong base URL": async ({ client }) => {
    for (const baseUrl of [
      "",
      "/api",
      "ftp://host",
      "http://user:pass@host",
      "http://host?a",
    ])
      await wrongArgument(sendQuery(client({ baseUrl }), {}));
  },
  "an argument that no URL can hold": async ({ client }) => {
    await wrongArgument(sendQuery(client(), { plain: "\ud800" }));
  },
};
