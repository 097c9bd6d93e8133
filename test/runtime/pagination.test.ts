import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { bearer } from "../../templates/runtime/auth.ts";
import { isErrorOf } from "../../templates/runtime/error-of.ts";
import { repetitionGuard } from "../../templates/runtime/page-guard.ts";
import {
  pageFailure,
  PaginationError,
  resumeToken,
} from "../../templates/runtime/pagination.ts";
import { impatient } from "./client.ts";
import { listPets, type Pet, paginatePets } from "./operations.ts";
import {
  type Answerer,
  drop,
  hang,
  reply,
  serve,
  type Server,
} from "./server.ts";

const token = bearer("t");
const clientOf = (server: Server) =>
  impatient(server.url, {}, { token }).client;
const pets = (...ids: string[]): Pet[] => ids.map((id) => ({ id }));

/** Pages by token; `""` is the first. */
function pages(byToken: Record<string, unknown>): Answerer {
  return (request, response) => {
    const asked =
      new URL(request.url, "http://x").searchParams.get("pageToken") ?? "";
    return reply(200, byToken[asked])(request, response);
  };
}
const three = pages({
  "": { results: pets("1", "2"), nextPageToken: "b" },
  b: { results: pets("3"), nextPageToken: "c" },
  c: { results: pets("4") },
});

/** Items up to the error, and the error. */
async function drain<T>(
  items: AsyncIterable<T>,
): Promise<{ items: T[]; error: unknown }> {
  const seen: T[] = [];
  try {
    for await (const item of items) seen.push(item);
  } catch (error) {
    return { items: seen, error };
  }
  return { items: seen, error: undefined };
}
const ids = (items: readonly Pet[]): string =>
  items.map(({ id }) => id).join("");

describe("iteration", () => {
  test("by item, by page and into an array", async () => {
    const server = await serve(three);
    const all = paginatePets(clientOf(server), { limit: 2 });
    expect(ids((await drain(all)).items)).toBe("1234");
    expect(
      (await drain(all.pages())).items.map(({ results }) => results?.length),
    ).toEqual([2, 1, 1]);
    expect(ids(await all.toArray())).toBe("1234");
    expect(server.arrived).toHaveLength(9);
  });
  test("keeps all other parameters, options and credentials", async () => {
    const server = await serve(three);
    await paginatePets(
      clientOf(server),
      { limit: 2 },
      { headers: { "x-a": "1" } },
    ).toArray();
    expect(server.arrived.map(({ url }) => url)).toEqual([
      "/pets?limit=2",
      "/pets?limit=2&pageToken=b",
      "/pets?limit=2&pageToken=c",
    ]);
    for (const { headers } of server.arrived) {
      expect(headers).toMatchObject({ authorization: "Bearer t", "x-a": "1" });
    }
  });
  test("asks for nothing before it is asked, nor ahead", async () => {
    const server = await serve(three);
    const all = paginatePets(clientOf(server));
    expect(server.arrived).toHaveLength(0);
    for await (const { id } of all) {
      expect(server.arrived).toHaveLength(id < "3" ? 1 : id < "4" ? 2 : 3);
    }
  });
  test("maxItems stops without another request", async () => {
    const server = await serve(three);
    const all = paginatePets(clientOf(server));
    expect(ids(await all.toArray({ maxItems: 2 }))).toBe("12");
    expect(server.arrived).toHaveLength(1);
    expect(ids(await all.toArray({ maxItems: 3 }))).toBe("123");
    expect(server.arrived).toHaveLength(3);
    expect(await all.toArray({ maxItems: 0 })).toEqual([]);
    expect(server.arrived).toHaveLength(3);
    expect(ids(await all.toArray({ maxItems: undefined }))).toBe("1234");
  });
  test("maxPages ends it", async () => {
    const server = await serve(three);
    expect(
      ids(await paginatePets(clientOf(server), {}, { maxPages: 2 }).toArray()),
    ).toBe("123");
    expect(server.arrived).toHaveLength(2);
  });
  test("starts at a token", async () => {
    const server = await serve(three);
    expect(
      ids(
        await paginatePets(clientOf(server), {}, { startToken: "b" }).toArray(),
      ),
    ).toBe("34");
    expect(
      ids(await paginatePets(clientOf(server), { pageToken: "c" }).toArray()),
    ).toBe("4");
  });
  test("sends a token back byte for byte", async () => {
    const special = "+/=&#%2Fé\r\n ?";
    const server = await serve(
      pages({
        "": { results: pets("1"), nextPageToken: special },
        [special]: { results: pets("2") },
      }),
    );
    expect(ids(await paginatePets(clientOf(server)).toArray())).toBe("12");
    expect(server.arrived[1]?.url).toBe(
      `/pets?pageToken=${encodeURIComponent(special)}`,
    );
  });
  test("passes on what comes twice", async () => {
    const server = await serve(
      pages({
        "": { results: pets("1", "1"), nextPageToken: "b" },
        b: { results: pets("1") },
      }),
    );
    expect(ids(await paginatePets(clientOf(server)).toArray())).toBe("111");
  });
});

describe("the end", () => {
  test.each([
    {},
    { nextPageToken: null },
    { nextPageToken: "" },
    { nextPageToken: false },
  ])("is %o", async (end) => {
    const server = await serve(pages({ "": { results: pets("1"), ...end } }));
    expect(await drain(paginatePets(clientOf(server)))).toEqual({
      items: pets("1"),
      error: undefined,
    });
    expect(server.arrived).toHaveLength(1);
  });
  test.each([[[]], [undefined]])(
    "is not an empty page (%o) with a token",
    async (empty) => {
      const server = await serve(
        pages({
          "": { results: empty, nextPageToken: "b" },
          b: { results: empty, nextPageToken: "c" },
          c: { results: pets("1") },
        }),
      );
      expect(ids(await paginatePets(clientOf(server)).toArray())).toBe("1");
    },
  );
  test("may be a null, where a server writes an empty list so", async () => {
    const server = await serve(
      pages({ "": { results: null, nextPageToken: "" } }),
    );
    expect(await paginatePets(clientOf(server)).toArray()).toEqual([]);
  });
  test("a number is a token, 0 too", async () => {
    const server = await serve(
      pages({
        "": { results: pets("1"), nextPageToken: 1 },
        1: { results: pets("2"), nextPageToken: 0 },
        0: { results: pets("3") },
      }),
    );
    expect(ids(await paginatePets(clientOf(server)).toArray())).toBe("123");
  });
});

describe("a server that goes wrong", () => {
  test("with the same token again", async () => {
    const server = await serve(
      reply(200, { results: pets("1"), nextPageToken: "b" }),
    );
    const { items, error } = await drain(paginatePets(clientOf(server)));
    expect(ids(items)).toBe("11");
    expect(error).toBeInstanceOf(PaginationError);
    expect(error).toMatchObject({
      reason: "repeated-token",
      page: 2,
      token: "b",
    });
    expect(server.arrived).toHaveLength(2);
  });
  test("with the token that it was started from", async () => {
    const server = await serve(reply(200, { results: [], nextPageToken: "b" }));
    const { error } = await drain(
      paginatePets(clientOf(server), {}, { startToken: "b" }),
    );
    expect(error).toMatchObject({ reason: "repeated-token", page: 1 });
  });
  test("in a cycle", async () => {
    const next = { results: [], nextPageToken: "b" };
    const server = await serve(
      pages({
        "": next,
        b: { nextPageToken: "c" },
        c: { nextPageToken: "d" },
        d: next,
      }),
    );
    const { error } = await drain(paginatePets(clientOf(server)));
    expect(error).toMatchObject({
      reason: "repeated-token",
      page: 4,
      token: "b",
    });
  });
  test.each([["text"], [{ 0: { id: "1" }, length: 1 }], [5], [false], [null]])(
    "with %o for items: named by page, what came before delivered",
    async (results) => {
      const server = await serve(
        pages({
          "": { results: pets("1"), nextPageToken: "b" },
          b: { results, nextPageToken: "c" },
          c: {},
        }),
      );
      const { items, error } = await drain(paginatePets(clientOf(server)));
      expect(ids(items)).toBe("1");
      expect(error).toMatchObject({ reason: "items", page: 2, token: "b" });
      expect((error as Error).message).toBe(
        "pagination failed on page 2: items",
      );
      expect(resumeToken(error)).toBe("b");
    },
  );
  test.each([[true], [{}], [["c"]]])(
    "with %o for a token",
    async (nextPageToken) => {
      const server = await serve(
        pages({ "": { results: pets("1"), nextPageToken } }),
      );
      const { items, error } = await drain(paginatePets(clientOf(server)));
      expect(ids(items)).toBe("1");
      expect(error).toMatchObject({
        reason: "token",
        page: 1,
        token: undefined,
      });
      expect(isErrorOf(paginatePets, error)).toBe(true);
      expect(isErrorOf(listPets, error)).toBe(false);
    },
  );
});

describe("a failure mid-way", () => {
  const failing = (answer: Answerer) =>
    serve(
      reply(200, { results: pets("1"), nextPageToken: "b" }),
      answer,
      reply(200, { results: pets("2") }),
    );
  test.each([
    [
      reply(401, { code: "unauthorised" }),
      { status: 401, body: { code: "unauthorised" } },
    ],
    [reply(400, "no"), { status: 400, body: "no" }],
    [
      reply(200, "<html>", { "content-type": "text/html" }),
      { reason: "decode" },
    ],
  ])(
    "is the operation's own error, with page and token",
    async (answer, expected) => {
      const server = await failing(answer);
      const { items, error } = await drain(paginatePets(clientOf(server)));
      expect(ids(items)).toBe("1");
      expect(error).toMatchObject(expected);
      expect(isErrorOf(paginatePets, error)).toBe(true);
      expect(isErrorOf(listPets, error)).toBe(true);
      expect(pageFailure(error)).toEqual({ page: 2, token: "b" });
      const rest = paginatePets(
        clientOf(server),
        {},
        { startToken: resumeToken(error) },
      );
      expect(ids(await rest.toArray())).toBe("2");
    },
  );
  test("that passes is tried again, without duplicates", async () => {
    for (const answer of [reply(500, {}), drop]) {
      const server = await failing(answer);
      expect(ids(await paginatePets(clientOf(server)).toArray())).toBe("12");
      expect(server.arrived).toHaveLength(3);
    }
  });
  test("of a call that was not iteration's is not its error", async () => {
    const server = await serve(reply(401, {}));
    const error: unknown = await listPets(clientOf(server)).catch(
      (error: unknown) => error,
    );
    expect(isErrorOf(paginatePets, error)).toBe(false);
    expect(isErrorOf(listPets, error)).toBe(true);
    expect(pageFailure(error)).toBeUndefined();
    expect(resumeToken("no error at all")).toBeUndefined();
  });
  test("in the caller's own code can be resumed after, too", async () => {
    const oops = new Error("no token for page 3");
    let pagesAsked = 0;
    const provider = () => {
      if (++pagesAsked === 3) throw oops;
      return "t";
    };
    const { url } = await serve(three);
    const { client } = impatient(url, {}, { token: bearer(provider) });
    const { items, error } = await drain(paginatePets(client));
    expect([ids(items), error]).toEqual(["123", oops]);
    expect(pageFailure(error)).toEqual({ page: 3, token: "c" });
    expect(isErrorOf(paginatePets, error)).toBe(false);
    const rest = paginatePets(client, {}, { startToken: resumeToken(error) });
    expect(ids(await rest.toArray())).toBe("4");
  });
  test("by what is no error is passed on as it is", async () => {
    const { url } = await serve(three);
    const fail = () => Promise.reject("no reason");
    const { client } = impatient(url, {}, { token: bearer(fail) });
    const { error } = await drain(paginatePets(client));
    expect([error, pageFailure(error)]).toEqual(["no reason", undefined]);
  });
  test("a wrong argument is a TypeError", async () => {
    const { error } = await drain(
      paginatePets(impatient("https://x.example").client),
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(isErrorOf(paginatePets, error)).toBe(false);
  });
});

describe("leaving", () => {
  test("the loop asks for no more", async () => {
    const server = await serve(three);
    for await (const { id } of paginatePets(clientOf(server)))
      if (id === "2") break;
    for await (const _ of paginatePets(clientOf(server)).pages()) break;
    expect(server.arrived).toHaveLength(2);
  });
  test.each([undefined, new AbortController().signal])(
    "while a page is on its way ends its request (signal %o)",
    async (signal) => {
      const server = await serve(
        reply(200, { results: pets("1"), nextPageToken: "b" }),
        hang,
      );
      const iterator = paginatePets(clientOf(server), {}, { signal })[
        Symbol.asyncIterator
      ]();
      await iterator.next();
      const next = iterator.next();
      await expect.poll(() => server.arrived.length).toBe(2);
      expect(await iterator.return?.()).toEqual({
        done: true,
        value: undefined,
      });
      expect(await next).toEqual({ done: true, value: undefined });
      expect(await iterator.next()).toEqual({ done: true, value: undefined });
      await expect.poll(() => server.arrived[1]!.isAborted()).toBe(true);
      expect(server.arrived).toHaveLength(2);
    },
  );
  test("by the signal is the operation's abort, with the token", async () => {
    const server = await serve(
      reply(200, { results: pets("1"), nextPageToken: "b" }),
      hang,
    );
    const abort = new AbortController();
    const reason = new Error("enough");
    const drained = drain(
      paginatePets(clientOf(server), {}, { signal: abort.signal }),
    );
    await expect.poll(() => server.arrived.length).toBe(2);
    abort.abort(reason);
    const { items, error } = await drained;
    expect(ids(items)).toBe("1");
    expect(error).toMatchObject({ reason: "abort", cause: reason });
    expect(isErrorOf(paginatePets, error)).toBe(true);
    expect(resumeToken(error)).toBe("b");
    expect(getEventListeners(abort.signal, "abort")).toEqual([]);
  });
  test("by the signal between pages sends nothing more", async () => {
    const server = await serve(three);
    const abort = new AbortController();
    const seen: string[] = [];
    const run = async () => {
      for await (const { id } of paginatePets(
        clientOf(server),
        {},
        { signal: abort.signal },
      )) {
        seen.push(id);
        if (id === "2") abort.abort();
      }
    };
    await expect(run()).rejects.toMatchObject({ reason: "abort" });
    expect(seen.join("")).toBe("12");
    expect(server.arrived).toHaveLength(1);
  });
  test("without a word leaves no listener", async () => {
    const server = await serve(three);
    const { signal } = new AbortController();
    await paginatePets(clientOf(server), {}, { signal })
      [Symbol.asyncIterator]()
      .next();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("the guard against repetition", () => {
  /** Tokens accepted before one is found to be repeated: a lead of `tail`, then a cycle. */
  function accepted(tail: number, cycle: number): number {
    const isRepeated = repetitionGuard();
    for (let i = 0; i < 100_000; i++) {
      if (isRepeated(i < tail ? `t${i}` : `c${(i - tail) % cycle}`)) return i;
    }
    return Infinity;
  }
  test("is exact in a hundred tokens", () => {
    for (const [tail, cycle] of [
      [0, 1],
      [0, 2],
      [5, 3],
      [1000, 100],
    ] as const) {
      expect(accepted(tail, cycle)).toBe(tail + cycle);
    }
  });
  test("finds longer cycles in time proportional to them", () => {
    for (const [tail, cycle] of [
      [0, 101],
      [10, 500],
      [5000, 3000],
    ] as const) {
      expect(accepted(tail, cycle)).toBeLessThan(3 * (tail + cycle) + 2);
    }
  });
  test("lets what is new pass", () => {
    expect(accepted(100_000, 1)).toBe(Infinity);
  });
});

test("ten thousand pages are not kept", async () => {
  let page = 0;
  const fetch = async (): Promise<Response> => {
    page++;
    return Response.json({
      results: pets("x".repeat(1000)),
      nextPageToken: page < 10_000 ? `p${page}` : "",
    });
  };
  const { client } = impatient("https://x.example", { fetch }, { token });
  let count = 0;
  for await (const _ of paginatePets(
    client,
    {},
    { signal: new AbortController().signal },
  ))
    count++;
  expect(count).toBe(10_000);
});
