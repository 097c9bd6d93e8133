import { afterEach, describe, expect, test, vi } from "vitest";
import {
  basic,
  bearer,
  cookieKey,
  type Credential,
  headerKey,
  httpScheme,
  queryKey,
} from "../../templates/runtime/auth.ts";
import type {
  ClientOptions,
  RequestOptions,
  Schemes,
} from "../../templates/runtime/client.ts";
import { impatient } from "./client.ts";
import { adoptPet, createPet, getPet, listPets } from "./operations.ts";
import { type Arrived, reply, serve } from "./server.ts";

async function sent(
  schemes: Schemes,
  options?: RequestOptions,
  client?: ClientOptions,
): Promise<Arrived> {
  const server = await serve(reply(200, {}));
  await listPets(
    impatient(server.url, client, schemes).client,
    { limit: 1 },
    options,
  );
  return server.arrived[0]!;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("schemes", () => {
  test("http, bearer and basic", async () => {
    const header = async (token: Schemes[string]) =>
      (await sent({ token })).headers.authorization;
    expect(await header(httpScheme("AccessKey", "k1"))).toBe("AccessKey k1");
    expect(await header(bearer("t1"))).toBe("Bearer t1");
    expect(
      await header(basic({ username: "Aladdin", password: "open:sesame" })),
    ).toBe(`Basic ${Buffer.from("Aladdin:open:sesame").toString("base64")}`);
    // RFC 7617 §2.1
    expect(
      await header(basic(() => ({ username: "test", password: "123£" }))),
    ).toBe("Basic dGVzdDoxMjPCow==");
  });
  test("API keys in a header, the query and a cookie", async () => {
    expect(
      (await sent({ token: headerKey("X-Key", "k1") })).headers["x-key"],
    ).toBe("k1");
    expect((await sent({ token: queryKey("api key", "k&1=") })).url).toBe(
      "/pets?limit=1&api%20key=k%261%3D",
    );
    expect((await sent({ token: cookieKey("sid", "a1") })).headers.cookie).toBe(
      "sid=a1",
    );
    expect(
      (
        await sent(
          { token: cookieKey("sid", "a1") },
          { headers: { cookie: "x=y" } },
        )
      ).headers.cookie,
    ).toBe("x=y; sid=a1");
  });
  test.each(["a=1; sid=mine", "a=1;sid=mine", "sid=mine", "a=1;\tsid=mine"])(
    "an API key that a cookie of %j is already is not sent twice",
    async (cookie) => {
      const token = cookieKey("sid", "a1");
      const { headers } = await sent({ token }, { headers: { cookie } });
      expect(headers.cookie).toBe(cookie);
    },
  );
  test("an API key that a parameter has given is not sent twice", async () => {
    const sentWith = async (name: string) =>
      (await sent({ token: queryKey(name, "k1") })).url;
    expect(await sentWith("limit")).toBe("/pets?limit=1");
    expect(await sentWith("lim")).toBe("/pets?limit=1&lim=k1");
  });
  test("a provider is asked for each attempt", async () => {
    const server = await serve(reply(503, {}), reply(200, {}));
    let asked = 0;
    const schemes = { token: bearer(async () => `t${++asked}`) };
    const { client } = impatient(server.url, {}, schemes);
    await listPets(client);
    await listPets(client);
    expect(server.arrived.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer t1",
      "Bearer t2",
      "Bearer t3",
    ]);
  });
  test("a provider's error is the caller's own", async () => {
    const mine = new Error("vault sealed");
    const schemes = { token: bearer(() => Promise.reject(mine)) };
    const { client } = impatient("https://x.example", {}, schemes);
    await expect(listPets(client)).rejects.toBe(mine);
    await expect(listPets(client).result()).rejects.toBe(mine);
  });
  test("a header set by hand stays", async () => {
    const token = bearer("t1");
    expect(
      (await sent({ token }, { headers: { Authorization: "mine" } })).headers
        .authorization,
    ).toBe("mine");
    expect(
      (await sent({ token }, {}, { headers: { authorization: "mine" } }))
        .headers.authorization,
    ).toBe("mine");
  });
});

describe("requirements", () => {
  const adopt = async (schemes: Schemes): Promise<Arrived["headers"]> => {
    const server = await serve(reply(204));
    await adoptPet(impatient(server.url, {}, schemes).client, { petId: "1" });
    return server.arrived[0]!.headers;
  };
  const key = headerKey("x-key", "k");
  const session = cookieKey("sid", "s");
  const token = bearer("t");
  test("the first that can be met in full is, and no other", async () => {
    expect(await adopt({ key, session, token })).toMatchObject({
      "x-key": "k",
      cookie: "sid=s",
    });
    expect(await adopt({ key, session, token })).not.toHaveProperty(
      "authorization",
    );
    const second = await adopt({ key, session: undefined, token });
    expect(second).toMatchObject({ authorization: "Bearer t" });
    expect(second).not.toHaveProperty("x-key");
  });
  test("anonymous if there is no credential", async () => {
    const headers = await adopt({ key, session: undefined, token: undefined });
    expect(headers).not.toHaveProperty("x-key");
    expect(headers).not.toHaveProperty("authorization");
  });
  test("an operation that asks for none gets none", async () => {
    const server = await serve(reply(200, { id: "1" }));
    await getPet(impatient(server.url, {}, { token }).client, { petId: "1" });
    expect(server.arrived[0]!.headers).not.toHaveProperty("authorization");
  });
  test.each([
    undefined,
    "",
    () => "",
    async () => undefined as unknown as string,
  ])(
    "a missing credential (%o) is a TypeError, and nothing is sent",
    async (credential: Credential | undefined) => {
      const server = await serve(reply(200, {}));
      const { client } = impatient(
        server.url,
        {},
        { token: bearer(credential) },
      );
      await expect(listPets(client)).rejects.toThrow(TypeError);
      await expect(listPets(client).result()).rejects.toThrow(/credential/);
      await expect(listPets(client).response()).rejects.toThrow(TypeError);
      expect(server.arrived).toEqual([]);
    },
  );
  test("its message names the scheme", async () => {
    const { client } = impatient("https://x.example");
    await expect(listPets(client)).rejects.toThrow("missing credential: token");
  });
});

describe("a value that no header can have is refused, and not quoted", () => {
  test.each(["\r\n", "\n", "\0", "\u2028", "Ā", "\u0007", "\x7f"])(
    "with %j",
    async (bad) => {
      const server = await serve(reply(201, {}));
      const value = `SECRET${bad}SECRET`;
      const failing = [
        ...[
          bearer(value),
          bearer(`SECRET${bad}`),
          headerKey("x-key", value),
          cookieKey("sid", value),
        ].map((token) => listPets(impatient(server.url, {}, { token }).client)),
        createPet(
          impatient(server.url).client,
          {},
          { headers: { "x-a": value } },
        ),
        createPet(impatient(server.url, { headers: { "x-a": value } }).client),
        createPet(impatient(server.url).client, { "Idempotency-Key": value }),
      ];
      for (const call of failing) {
        const error: unknown = await call.catch((error: unknown) => error);
        expect(error).toBeInstanceOf(TypeError);
        expect(String((error as Error).stack)).not.toContain("SECRET");
      }
      expect(server.arrived).toEqual([]);
    },
  );
  test("nor a name that none can have", async () => {
    const { client } = impatient("https://x.example");
    await expect(
      createPet(client, {}, { headers: { "a b": "SECRET" } }),
    ).rejects.toThrow(TypeError);
    await expect(
      createPet(client, {}, { headers: { "a b": "SECRET" } }),
    ).rejects.not.toThrow(/SECRET/);
  });
  test("a username with a colon", async () => {
    const token = basic({ username: "a:b", password: "SECRET" });
    await expect(
      listPets(impatient("https://x.example", {}, { token }).client),
    ).rejects.toThrow(/colon/);
  });
});

describe("in a browser", () => {
  test("a cookie is an error at the call", async () => {
    const fetch = vi.fn();
    vi.stubGlobal("IDBRequest", native);
    const { client } = impatient(
      "https://x.example",
      { fetch },
      { token: cookieKey("sid", "s") },
    );
    await expect(listPets(client)).rejects.toThrow(/browsers/);
    await expect(createPet(client, { session: "s" }).result()).rejects.toThrow(
      /browsers/,
    );
    expect(fetch).not.toHaveBeenCalled();
  });
  test("redirects are the browser's", async () => {
    expect(await listPets(echo())).toEqual({ redirect: "manual" });
    vi.stubGlobal("IDBRequest", native);
    expect(await listPets(echo())).toEqual({ redirect: "follow" });
  });
  test.each([
    ["of JavaScript", class IDBRequest {}],
    ["that are objects", {}],
  ])("on a server with globals %s, redirects are ours", async (_, global) => {
    for (const name of ["document", "window", "importScripts", "IDBRequest"])
      vi.stubGlobal(name, global);
    expect(await listPets(echo())).toEqual({ redirect: "manual" });
  });

  /** A function of the platform's own, as those of browsers are. */
  const native = Array;
  const echo = () =>
    impatient(
      "https://x.example",
      {
        fetch: async (_, { redirect }) => Response.json({ redirect }),
      },
      { token: bearer("t") },
    ).client;
});
