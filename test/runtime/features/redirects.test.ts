// Rows r05 to r08, where redirects are followed.
import { describe, expect, test } from "vitest";
import { byteCap } from "../../../templates/runtime/byte-cap.ts";
import { parameters } from "../../../templates/runtime/parameters.ts";
import { form } from "../../../templates/runtime/query.ts";
import { redirects } from "../../../templates/runtime/redirects.ts";
import { text } from "../../../templates/runtime/read.ts";
import { tokenRefresh } from "../../../templates/runtime/token-refresh.ts";
import { binaryBody } from "../../../templates/runtime/binary-body.ts";
import { sending } from "../../../templates/runtime/body.ts";
import { origins, secret, submit, visit } from "../faults/origins.ts";
import { printed } from "../printed.ts";
import { reply, serve } from "../server.ts";

const statuses = [301, 302, 303, 307, 308];
const to = (location: string, status = 307) => reply(status, "", { location });
const found = reply(200, { id: "found" });
const use = [redirects()];

describe.each(statuses)("%i", (status) => {
  test("on the same origin is followed, with all credentials", async () => {
    const { a, client } = await origins(
      () => [to("/other?page=2#part", status), found],
      { use },
    );
    expect(await visit(client)).toEqual({ id: "found" });
    expect(a.arrived[1]).toMatchObject({
      method: "GET",
      url: `/other?page=2&api_key=${secret}`,
      headers: {
        authorization: `Bearer ${secret}`,
        cookie: `session=${secret}`,
        "x-api-key": secret,
      },
    });
  });

  test("to an origin that is not named is refused, and takes nothing there", async () => {
    const { b, client } = await origins(
      ({ url }) => to(`${url}/stolen`, status),
      { use },
    );
    const error: unknown = await visit(client).catch((it: unknown) => it);
    expect(error).toMatchObject({ reason: "redirect", response: { status } });
    expect(b.opened()).toBe(0);
    expect(printed(error)).not.toContain(secret);
  });

  test("to an origin that is named leaves everything behind that may be a secret", async () => {
    const there = await serve(found);
    const { client } = await origins(() => to(`${there.url}/file`, status), {
      use: [redirects({ origins: [there.url] })],
      headers: { "x-mine": secret, "accept-language": "de" },
    });
    expect(await visit(client)).toEqual({ id: "found" });
    expect(there.arrived).toHaveLength(1);
    expect(there.arrived[0]).toMatchObject({ url: "/file" });
    expect(there.arrived[0]?.headers).toMatchObject({
      "accept-language": "de",
    });
    expect(JSON.stringify(there.arrived)).not.toContain(secret);
  });

  test("after a POST", async () => {
    const { a, client } = await origins(() => [to("/done", status), found], {
      use,
    });
    expect(await submit(client, { name: "x" })).toEqual({ id: "found" });
    const { method, body, headers } = a.arrived[1]!;
    const isPosted = status > 303;
    expect([method, body, headers["content-type"]]).toEqual(
      isPosted
        ? ["POST", '{"name":"x"}', "application/json"]
        : ["GET", "", undefined],
    );
  });

  test("takes no body to another origin, named or not", async () => {
    const there = await serve(found);
    const { client } = await origins(() => to(there.url, status), {
      use: [redirects({ origins: "any" })],
    });
    const call = submit(client, { secret });
    if (status > 303) {
      await expect(call).rejects.toMatchObject({ reason: "redirect" });
      expect(there.opened()).toBe(0);
    } else {
      await call;
      expect(there.arrived).toMatchObject([{ method: "GET", body: "" }]);
    }
    expect(JSON.stringify(there.arrived)).not.toContain(secret);
  });
});

test("303 after PUT is a GET, 301 leaves it a PUT (RFC 9110 §15.4)", async () => {
  for (const [status, method] of [
    [303, "GET"],
    [301, "PUT"],
  ] as const) {
    const { a, client } = await origins(() => [to("/x", status), found], {
      use,
    });
    await visit(client, { method: "PUT" });
    expect(a.arrived[1]?.method).toBe(method);
  }
});

test("a body that is a stream is not sent again", async () => {
  const { a, client } = await origins(() => to("/again"), { use });
  const body = new Blob(["bytes"]).stream();
  await expect(
    visit(client, { method: "PUT", body: sending(binaryBody) }, { body }),
  ).rejects.toMatchObject({ reason: "redirect" });
  expect(a.arrived.map((it) => it.body)).toEqual(["bytes"]);
});

test.each(["/visit", "", "?again", "/other"])(
  "r07: a loop through %j ends after five steps, and is not tried again",
  async (location) => {
    const { a, client, waits } = await origins(() => to(location, 302), {
      use,
    });
    await expect(visit(client)).rejects.toMatchObject({ reason: "redirect" });
    expect([a.arrived.length, waits]).toEqual([6, []]);
  },
);

test.each([
  ["", `/visit?limit=1&api_key=${secret}`],
  ["#part", `/visit?limit=1&api_key=${secret}`],
  ["?", `/visit?api_key=${secret}`],
  ["?page=2", `/visit?page=2&api_key=${secret}`],
])(
  "a location %j keeps the query as RFC 3986 §5.2.2 has it",
  async (location, url) => {
    const { a, client } = await origins(() => [to(location, 302), found], {
      use,
    });
    const query = parameters({ limit: form });
    expect(await visit(client, { query }, { limit: 1 })).toEqual({
      id: "found",
    });
    expect(a.arrived[1]?.url).toBe(url);
  },
);

test("a location that is not encoded is UTF-8", async () => {
  const location = Buffer.from("/\u00e9\u2603").toString("latin1");
  const { a, client } = await origins(() => [to(location, 302), found], {
    use,
  });
  expect(await visit(client)).toEqual({ id: "found" });
  expect(a.arrived[1]?.url).toMatch("/%C3%A9%E2%98%83");
});

test.each([
  "ftp://127.0.0.1/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:application/json,{}",
  "http://",
  "//user:password@127.0.0.1/",
  undefined,
])("r08: %j is no place to go, whatever is allowed", async (location) => {
  const { a, client } = await origins(
    () => reply(307, {}, location === undefined ? {} : { location }),
    { use: [redirects({ origins: "any" })] },
  );
  await expect(visit(client)).rejects.toMatchObject({ reason: "redirect" });
  expect(a.arrived).toHaveLength(1);
});

test.each([
  ["api_key=other", ""],
  ["page=2&api_key=other", ""],
  ["page=2&api%5Fkey=other&x", ""],
  ["page=2&api_key2=x", `&api_key=${secret}`],
  ["page=2;api_key=x", `&api_key=${secret}`],
])(
  "a key in the query of %j is the target's own, and goes out once",
  async (query, added) => {
    const { a, client } = await origins(() => [to(`/there?${query}`), found], {
      use,
    });
    await visit(client);
    expect(a.arrived[1]?.url).toBe(`/there?${query}${added}`);
  },
);

test("a way back home brings no credentials along", async () => {
  const back: { url: string } = { url: "" };
  const there = await serve((request, response) =>
    to(`${back.url}/home`)(request, response),
  );
  const { a, client } = await origins(() => [to(there.url), found], {
    use: [redirects({ origins: "any" })],
  });
  back.url = a.url;
  expect(await visit(client)).toEqual({ id: "found" });
  expect(JSON.stringify(a.arrived[1])).not.toContain(secret);
});

test("a step that fails is an attempt that fails: it is tried from the start", async () => {
  const { a, client, waits } = await origins(
    () => [to("/x"), reply(503, {}), to("/x"), found],
    { use },
  );
  expect(await visit(client)).toEqual({ id: "found" });
  expect(a.arrived.map(({ url }) => url.replace(/\?.*/, ""))).toEqual([
    "/visit",
    "/x",
    "/visit",
    "/x",
  ]);
  expect(waits).toHaveLength(1);
});

test("an operation that documents a redirect follows it by itself; refused, it is documented still", async () => {
  const more = { use: [redirects()], responses: { 200: text, 302: text } };
  const followed = await origins(() => [to("/x", 302), reply(200, "there")]);
  expect(await visit(followed.client, more)).toBe("there");
  const refused = await origins(({ url }) => to(url, 302));
  await expect(visit(refused.client, more)).rejects.toMatchObject({
    name: "ApiError",
    status: 302,
  });
});

describe("where both the client and the operation follow redirects, the client's own setting rules", () => {
  const own = { use: [redirects()], responses: { 200: text, 302: text } };
  const loop = to("/again", 302);

  test.each([
    [undefined, 6],
    [redirects(), 6],
    [redirects({ limit: 2 }), 3],
    [redirects({ limit: 9 }), 10],
    [redirects({ limit: 0 }), 1],
  ])("of steps: %#", async (feature, requests) => {
    const { a, client } = await origins(() => loop, {
      use: feature && [feature],
    });
    await expect(visit(client, own)).rejects.toMatchObject({ status: 302 });
    expect(a.arrived).toHaveLength(requests);
  });

  test("of origins", async () => {
    const there = await serve(reply(200, "there"));
    const { client } = await origins(() => to(there.url, 302), {
      use: [redirects({ origins: [there.url] })],
    });
    expect(await visit(client, own)).toBe("there");
  });

  test("whatever stands between them", async () => {
    const { a, client } = await origins(() => loop, {
      use: [redirects({ limit: 1 }), tokenRefresh(() => {}), byteCap(1000)],
    });
    await expect(visit(client, own)).rejects.toMatchObject({ status: 302 });
    expect(a.arrived).toHaveLength(2);
  });
});
