import { afterEach, describe, expect, test } from "vitest";
import { ApiError, RequestError } from "../../templates/runtime/errors.ts";
import { isErrorOf } from "../../templates/runtime/error-of.ts";
import { impatient } from "./client.ts";
import { timed } from "./clock.ts";
import { createPet, getFile, getPet } from "./operations.ts";
import { reply, serve } from "./server.ts";

const pet = { petId: "1" };

describe("a call", () => {
  test("is a promise of the body", async () => {
    const server = await serve(reply(200, { id: "1" }));
    const call = getPet(impatient(server.url).client, pet);
    expect(call).toBeInstanceOf(Promise);
    expect(await call).toEqual({ id: "1" });
    expect(await call.finally(() => {})).toEqual({ id: "1" });
  });

  test("starts at once, and once", async () => {
    const server = await serve(reply(200, { id: "1" }));
    const call = getPet(impatient(server.url).client, pet);
    await expect.poll(() => server.arrived.length).toBe(1);
    await Promise.all([call, call, call.result(), call.result()]);
    expect(server.arrived).toHaveLength(1);
  });

  test("rejects with the typed error", async () => {
    const server = await serve(
      reply(401, { code: "unauthorised" }, { "x-request-id": "r-1" }),
    );
    const error: unknown = await getPet(
      impatient(server.url).client,
      pet,
    ).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      message: "GET /pets/{petId} failed: 401",
      status: 401,
      body: { code: "unauthorised" },
      requestId: "r-1",
    });
    expect(isErrorOf(getPet, error)).toBe(true);
    expect(isErrorOf(getFile, error)).toBe(false);
    expect((error as ApiError).headers.get("x-request-id")).toBe("r-1");
  });
});

describe("result()", () => {
  test("of a success", async () => {
    const server = await serve(reply(200, { id: "1" }, { "x-rate": "9" }));
    const result = await getPet(impatient(server.url).client, pet).result();
    expect(result).toMatchObject({ ok: true, data: { id: "1" } });
    expect(result.response?.headers.get("x-rate")).toBe("9");
  });
  test("of an error", async () => {
    const server = await serve(reply(401, { code: "unauthorised" }));
    const result = await getPet(impatient(server.url).client, pet).result();
    expect(result).toMatchObject({
      ok: false,
      error: { status: 401 },
      response: { status: 401 },
    });
  });
  test("of no response", async () => {
    const { client } = impatient("http://127.0.0.1:1");
    const result = await getPet(client, pet, { retry: false }).result();
    expect(result).toMatchObject({
      ok: false,
      error: { reason: "connection" },
      response: undefined,
    });
  });
});

describe("response()", () => {
  test("in the same turn has the body unread, after retries", async () => {
    const server = await serve(reply(503, {}), reply(200, { id: "1" }));
    const response = await getPet(impatient(server.url).client, pet).response();
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual({ id: "1" });
    expect(server.arrived).toHaveLength(2);
  });
  test("leaves nothing for the call itself", async () => {
    const server = await serve(reply(200, { id: "1" }));
    const call = getPet(impatient(server.url).client, pet);
    await call.response();
    await expect(call).rejects.toThrow("response() has claimed the body");
  });
  test("later has it used", async () => {
    const server = await serve(reply(200, { id: "1" }));
    const call = getPet(impatient(server.url).client, pet);
    await Promise.resolve();
    const early = call.response(); // a turn too late, however slow the server
    expect((await early).bodyUsed).toBe(true);
    expect(await call).toEqual({ id: "1" });
    expect((await call.response()).bodyUsed).toBe(true);
  });
  test("rejects with the typed error of another status", async () => {
    const server = await serve(reply(401, { code: "unauthorised" }));
    const call = getPet(impatient(server.url).client, pet).response();
    await expect(call).rejects.toMatchObject({
      status: 401,
      body: { code: "unauthorised" },
    });
  });
  test("streams under the caller's signal", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200);
      response.write("first");
    });
    const abort = new AbortController();
    const { client, pass, due } = timed(server.url);
    const response = await getPet(client, pet, {
      signal: abort.signal,
      timeout: 50,
    }).response();
    const reader = response.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
    expect(due()).toEqual([]); // the timeout ended with the headers
    pass(100);
    const next = reader.read();
    abort.abort();
    await expect(next).rejects.toMatchObject({ name: "AbortError" });
    await expect.poll(() => server.arrived[0]!.isAborted()).toBe(true);
  });
});

describe("unhandled rejections", () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  const turn = () => new Promise((resolve) => setTimeout(resolve, 30));
  const others = process.listeners("unhandledRejection");
  function listen(): void {
    unhandled.length = 0;
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", note);
  }
  afterEach(() => {
    process.removeAllListeners("unhandledRejection");
    for (const listener of others) process.on("unhandledRejection", listener);
  });

  test("a failing call that nobody awaits is one", async () => {
    const server = await serve(reply(401, {}));
    listen();
    void getPet(impatient(server.url).client, pet);
    await expect.poll(() => unhandled.length).toBe(1);
    expect(unhandled[0]).toBeInstanceOf(ApiError);
  });
  test("result() and response() take charge of it", async () => {
    const server = await serve(reply(401, {}));
    const { client } = impatient(server.url);
    listen();
    await getPet(client, pet).result();
    await getPet(client, pet)
      .response()
      .catch(() => {});
    await getPet(client, pet).catch(() => {});
    await turn();
    expect(unhandled).toEqual([]);
  });
});

describe("bodies", () => {
  const read = async (answer: Parameters<typeof serve>[0]) => {
    const server = await serve(answer);
    return getPet(impatient(server.url).client, pet, { retry: false }).result();
  };
  const html = { "content-type": "text/html" };

  test.each([
    ["as text/plain", { "content-type": "text/plain" }],
    [
      "with a suffix",
      { "content-type": "application/problem+json; charset=utf-8" },
    ],
  ])("documented JSON is JSON %s", async (_, headers) => {
    expect(await read(reply(200, '{"id":"1"}', headers))).toMatchObject({
      data: { id: "1" },
    });
    expect(await read(reply(401, '{"code":"x"}', headers))).toMatchObject({
      error: { body: { code: "x" } },
    });
  });
  test("and without a type, and with a byte order mark", async () => {
    expect(
      await read((_, response) => void response.end('\ufeff{"id":"1"}')),
    ).toMatchObject({ data: { id: "1" } });
  });

  test.each([
    ["HTML", 200, "<html>", html],
    ["HTML", 502, "<html>", html],
    ["HTML that parses", 200, "123", html],
    ["half of it", 401, '{"code"', {}],
    ["nothing", 200, "", {}],
  ])(
    "documented JSON that is %s, %i, is a decode error",
    async (_, status, body, headers) => {
      const result = await read(reply(status, body, headers));
      expect(result).toMatchObject({
        ok: false,
        error: {
          reason: "decode",

          text: body,
          response: { status },
        },
        response: { status },
      });
      if (!result.ok) expect(result.error).toBeInstanceOf(RequestError);
    },
  );

  test("a decode error keeps 4096 characters, and is not tried again", async () => {
    const server = await serve(reply(200, "x".repeat(10_000)));
    const result = await getPet(impatient(server.url).client, pet).result();
    expect(result).toMatchObject({ error: { text: "x".repeat(4096) } });
    expect(server.arrived).toHaveLength(1);
  });

  test("documented without content", async () => {
    expect(await read(reply(404, "Not Found"))).toMatchObject({
      error: { status: 404, body: undefined },
    });
  });

  test.each([
    ["JSON", { why: 1 }, {}, { why: 1 }],
    ["text", "why", {}, "why"],
    [
      "JSON that is text",
      "{why",
      { "content-type": "application/json" },
      "{why",
    ],
    ["text that could be JSON", "12", {}, "12"],
    ["nothing", undefined, {}, undefined],
    ["much text", "x".repeat(10_000), html, "x".repeat(4096)],
  ])("an undocumented error with %s", async (_, body, headers, expected) => {
    const result = await read(reply(418, body, headers));
    expect(result).toMatchObject({
      ok: false,
      error: { status: 418, body: expected },
    });
  });

  test.each([
    [202, { id: "2" }, {}, { id: "2" }],
    [202, "later", {}, "later"],
    [204, undefined, {}, undefined],
    [203, "x".repeat(10_000), {}, "x".repeat(10_000)],
  ])("an undocumented success, %i", async (status, body, headers, expected) => {
    expect(await read(reply(status, body, headers))).toMatchObject({
      ok: true,
      data: expected,
    });
  });
  test("an undocumented success that is no text", async () => {
    const result = await read(
      reply(206, "\u0001", { "content-type": "image/png" }),
    );
    expect(result.ok && result.data).toBeInstanceOf(Blob);
  });

  test("an exact status goes before a range, and that before default", async () => {
    expect(await read(reply(503, { trace: "t" }))).toMatchObject({
      error: { status: 503, body: { trace: "t" } },
    });
    const server = await serve(reply(409, '{"message":"m"}'), reply(202));
    const { client } = impatient(server.url);
    expect(await createPet(client).result()).toMatchObject({
      error: { status: 409, body: { message: "m" } },
    });
    // `default` describes errors where a success is documented
    expect(await createPet(client).result()).toMatchObject({
      ok: true,
      data: undefined,
    });
  });
});

describe("redirects", () => {
  test.each([300, 301, 302, 303, 307, 308])(
    "%i is refused, and nothing follows",
    async (status) => {
      const other = await serve(reply(200, { id: "1" }));
      const server = await serve(
        reply(status, {}, { location: `${other.url}/` }),
      );
      const result = await createPet(impatient(server.url).client, {
        body: { name: "secret" },
      }).result();
      expect(result).toMatchObject({
        ok: false,
        error: { reason: "redirect", response: { status } },
      });
      expect([server.arrived.length, other.arrived.length]).toEqual([1, 0]);
    },
  );
  test.each([{ location: "/pets/1" }, { location: "ftp://x" }, {}])(
    "nor do loops and nonsense %o",
    async (headers) => {
      const server = await serve(reply(302, undefined, headers as {}));
      const result = await getPet(impatient(server.url).client, pet).result();
      expect(result).toMatchObject({ error: { reason: "redirect" } });
      expect(server.arrived).toHaveLength(1);
    },
  );
  test("304 is an error like another", async () => {
    const server = await serve(reply(304));
    const result = await getPet(impatient(server.url).client, pet).result();
    expect(result).toMatchObject({ error: { status: 304, body: undefined } });
  });
  test("a browser's hidden redirect is refused, too", async () => {
    const hidden = {
      type: "opaqueredirect",
      status: 0,
      ok: false,
      headers: new Headers(),
      body: null,
    };
    const fetch = async () => hidden as unknown as Response;
    const result = await getPet(
      impatient("https://x.example", { fetch }).client,
      pet,
    ).result();
    expect(result).toMatchObject({ error: { reason: "redirect" } });
  });
});

describe("headers", () => {
  const sent = async (
    client: Record<string, string | undefined>,
    call: Record<string, string | undefined>,
  ) => {
    const server = await serve(reply(201, {}));
    await createPet(
      impatient(server.url, { headers: client }).client,
      { "X-Tags": ["p"] },
      { headers: call },
    );
    return server.arrived[0]!.headers;
  };
  test("of the call go before the parameters', and those before the client's", async () => {
    expect(
      await sent({ "x-a": "client", "x-b": "client" }, { "X-A": "call" }),
    ).toMatchObject({
      "x-a": "call",
      "x-b": "client",
    });
    expect(await sent({ "x-tags": "client" }, {})).toMatchObject({
      "x-tags": "p",
    });
    expect(await sent({}, { "x-tags": "call", accept: "a/b" })).toMatchObject({
      "x-tags": "call",
      accept: "a/b",
    });
  });
  test("that are undefined are not sent", async () => {
    const headers = await sent({ "x-a": undefined }, { "x-b": undefined });
    expect(headers).not.toHaveProperty("x-a");
    expect(headers).not.toHaveProperty("x-b");
  });
});
