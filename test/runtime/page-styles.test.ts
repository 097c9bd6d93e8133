import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { isErrorOf } from "../../templates/runtime/error-of.ts";
import { cursor } from "../../templates/runtime/page-cursor.ts";
import { inUrl } from "../../templates/runtime/page-in-url.ts";
import { lastItem } from "../../templates/runtime/page-last-item.ts";
import { pageNumber } from "../../templates/runtime/page-number.ts";
import { offset } from "../../templates/runtime/page-offset.ts";
import { pageUrl } from "../../templates/runtime/page-url.ts";
import { resumeToken } from "../../templates/runtime/pagination.ts";
import { impatient } from "./client.ts";
import { pagerOf, players, things, type Thing } from "./page-players.ts";
import { type Answerer, hang, reply, serve, type Server } from "./server.ts";

const clientOf = (server: Server) => impatient(server.url).client;
const letters = (items: readonly Thing[]): string =>
  items.map(({ id }) => id).join("");

/** Items up to the error, and the error. */
async function drain(items: AsyncIterable<Thing>) {
  let seen = "";
  try {
    for await (const { id } of items) seen += id;
  } catch (error) {
    return { seen, error };
  }
  return { seen, error: undefined };
}

/** One answer in place of that of the nth request. */
const instead = (
  nth: number,
  answer: Answerer,
  otherwise: Answerer,
): Answerer => {
  let count = 0;
  return (...args) => (++count === nth ? answer : otherwise)(...args);
};

describe.each(Object.entries(players))("%s", (_, { pager, plays, empties }) => {
  test.each([
    [["ab", "cd", "e"]],
    [["ab", "cd"]],
    [["ab"]],
    [[""]],
    [["ab", "c", "de"]],
  ])("%o, each item once", async (pages) => {
    const server = await serve(plays(pages));
    expect(await drain(pager(clientOf(server)))).toEqual({
      seen: pages.join(""),
      error: undefined,
    });
    expect(server.arrived.length).toBeLessThanOrEqual(pages.length + 1);
  });
  test.runIf(empties)("an empty page amid, and at the end", async () => {
    const server = await serve(plays(["ab", "", "", "c", ""]));
    expect((await drain(pager(clientOf(server)))).seen).toBe("abc");
    expect(server.arrived).toHaveLength(5);
  });
  test("keeps the other parameters and leaves the size alone", async () => {
    const server = await serve(plays(["ab", "cd"]));
    await pager(clientOf(server), { limit: 2 }).toArray();
    for (const { url } of server.arrived) expect(url).toContain("limit=2");
    const other = await serve(plays(["ab"]));
    await pager(clientOf(other)).toArray();
    expect(other.arrived[0]?.url).not.toContain("limit");
  });
  test("a 500 once is tried again where that is safe", async () => {
    const server = await serve(
      instead(2, reply(500, {}), plays(["ab", "cd", "e"])),
    );
    const { seen, error } = await drain(pager(clientOf(server)));
    if (server.arrived[0]?.method === "GET") expect(seen).toBe("abcde");
    else
      expect([seen, (error as { status: number }).status]).toEqual(["ab", 500]);
  });
  test("a 400 amid: what came before once, the rest by its token", async () => {
    const server = await serve(
      instead(2, reply(400, {}), plays(["ab", "cd", "e"])),
    );
    const { seen, error } = await drain(pager(clientOf(server)));
    expect(seen).toBe("ab");
    expect(error).toMatchObject({ status: 400 });
    expect(isErrorOf(pager, error)).toBe(true);
    const startToken = resumeToken(error);
    expect(startToken).toBeDefined();
    const rest = pager(clientOf(server), {}, { startToken });
    expect(letters(await rest.toArray())).toBe("cde");
  });
  test("break, return() and maxItems amid a page ask for no more", async () => {
    const server = await serve(plays(["ab", "cd", "e"]));
    for await (const { id } of pager(clientOf(server))) if (id === "a") break;
    const iterator = pager(clientOf(server))[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.return?.();
    expect(server.arrived).toHaveLength(2);
    const some = pager(clientOf(server));
    expect(letters(await some.toArray({ maxItems: 3 }))).toBe("abc");
    expect(server.arrived).toHaveLength(4);
  });
  test("an abort amid a page ends it, with the token", async () => {
    const server = await serve(instead(2, hang, plays(["ab", "cd", "e"])));
    const abort = new AbortController();
    const drained = drain(
      pager(clientOf(server), {}, { signal: abort.signal }),
    );
    await expect.poll(() => server.arrived.length).toBe(2);
    abort.abort();
    const { seen, error } = await drained;
    expect(seen).toBe("ab");
    expect(error).toMatchObject({ reason: "abort" });
    expect(resumeToken(error)).toBeDefined();
  });
  test("as a stream", async () => {
    const server = await serve(plays(["ab", "cd", "e"]));
    // The types of Node know it; those of the DOM do not yet.
    const { from } = ReadableStream as unknown as {
      from<T>(items: AsyncIterable<T>): ReadableStream<T>;
    };
    const stream = from.call(
      ReadableStream,
      pager(clientOf(server)),
    ) as ReadableStream<Thing>;
    const reader = stream.getReader();
    let seen = "";
    for (let at = await reader.read(); !at.done; at = await reader.read())
      seen += at.value.id;
    expect(seen).toBe("abcde");
    const other = from.call(ReadableStream, pager(clientOf(server)));
    const before = server.arrived.length;
    await other.cancel();
    expect(server.arrived.length).toBeLessThanOrEqual(before + 1);
  });
  test("one page ahead on request, and no more than one", async () => {
    const server = await serve(plays(["ab", "cd", "e"]));
    const iterator = pager(clientOf(server), {}, { prefetch: 1 })[
      Symbol.asyncIterator
    ]();
    await iterator.next();
    await expect.poll(() => server.arrived.length).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.arrived).toHaveLength(2);
    await iterator.return?.();
    const all = await pager(clientOf(server), {}, { prefetch: 1 }).toArray();
    expect(letters(all)).toBe("abcde");
    const first = pager(clientOf(server), {}, { prefetch: 1, maxPages: 1 });
    const before = server.arrived.length;
    expect(letters(await first.toArray())).toBe("ab");
    expect(server.arrived).toHaveLength(before + 1);
  });
});

describe("a failure of the page ahead", () => {
  test("is told when that page is due", async () => {
    const { pager, plays } = players["cursor"]!;
    const server = await serve(instead(2, reply(400, {}), plays(["ab", "cd"])));
    const { seen, error } = await drain(
      pager(clientOf(server), {}, { prefetch: 1 }),
    );
    expect(seen).toBe("ab");
    expect(error).toMatchObject({ status: 400 });
  });
  test("is nobody's after the loop was left", async () => {
    const { pager, plays } = players["cursor"]!;
    const server = await serve(instead(2, hang, plays(["ab", "cd"])));
    for await (const _ of pager(clientOf(server), {}, { prefetch: 1 })) {
      await expect.poll(() => server.arrived.length).toBe(2);
      break;
    }
    await expect.poll(() => server.arrived[1]?.isAborted()).toBe(true);
  });
});

test.each([[{}], [{ next: null }], [{ next: "" }], [{ next: false }]])(
  "no link (%o) is the end",
  async (end) => {
    const server = await serve(reply(200, { data: things("a"), ...end }));
    const pager = pagerOf(pageUrl({ items: ["data"], next: ["next"] }));
    expect(await drain(pager(clientOf(server)))).toEqual({
      seen: "a",
      error: undefined,
    });
    expect(server.arrived).toHaveLength(1);
  },
);

describe("a server that goes wrong", () => {
  const next = { items: ["data"], next: ["next"] };
  test.each([
    [
      "cursor",
      pagerOf(cursor({ ...next, parameter: "cursor" })),
      (token: string) => token,
    ],
    ["URL", pagerOf(pageUrl(next)), (token: string) => `?cursor=${token}`],
  ])("in a cycle of three, by %s", async (_, pager, write) => {
    const after: Record<string, string> = { "": "b", b: "c", c: "d", d: "b" };
    const server = await serve((request, response) => {
      const asked =
        new URL(request.url, "http://x").searchParams.get("cursor") ?? "";
      reply(200, { data: things("x"), next: write(after[asked]!) })(
        request,
        response,
      );
    });
    const { seen, error } = await drain(pager(clientOf(server)));
    expect(seen).toBe("xxxx");
    expect(error).toMatchObject({ reason: "repeated-token", page: 4 });
  });
  test("with the same again, whatever it is asked", async () => {
    const ids = { items: ["data"], id: ["id"], more: ["has_more"] };
    for (const [pager, extra] of [
      [pagerOf(pageUrl(next)), { next: "?cursor=b" }],
      [
        pagerOf(lastItem({ ...ids, parameter: "starting_after" })),
        { has_more: true },
      ],
    ] as const) {
      const server = await serve(reply(200, { data: things("ab"), ...extra }));
      const { seen, error } = await drain(pager(clientOf(server)));
      expect(seen).toBe("abab");
      expect(error).toMatchObject({ reason: "repeated-token", page: 2 });
      expect(server.arrived).toHaveLength(2);
    }
  });
  test("more to come, and nothing leads to it", async () => {
    const answer = reply(200, { data: [], has_more: true });
    const more = { items: ["data"], more: ["has_more"] };
    for (const pager of [
      pagerOf(offset({ ...more, parameter: "offset" })),
      pagerOf(lastItem({ ...more, id: ["id"], parameter: "starting_after" })),
    ]) {
      const { error } = await drain(pager(clientOf(await serve(answer))));
      expect(error).toMatchObject({ reason: "stalled", page: 1 });
    }
  });
  test("the last page again and again, though all items were had", async () => {
    const pager = pagerOf(
      pageNumber({ items: ["data"], parameter: "page", total: ["total"] }),
    );
    const server = await serve(
      reply(200, { data: things("ab"), total: 3 }),
      reply(200, { data: things("c"), total: 3 }),
    );
    expect((await drain(pager(clientOf(server)))).seen).toBe("abc");
    expect(server.arrived).toHaveLength(2);
  });
});

describe("the end of counted pages", () => {
  const items = ["data"];
  const answers = (...bodies: readonly object[]) =>
    serve(...bodies.map((body) => reply(200, body)));
  test("is a short page only where the rule says so, and a size was given", async () => {
    const pager = pagerOf(
      offset({ items, parameter: "offset", size: "limit" }),
    );
    const bodies = ["ab", "c", "d", ""].map((page) => ({ data: things(page) }));
    expect(
      (await drain(pager(clientOf(await answers(...bodies)), { limit: 2 })))
        .seen,
    ).toBe("abc");
    expect((await drain(pager(clientOf(await answers(...bodies))))).seen).toBe(
      "abcd",
    );
  });
  test("may be a flag for the last page, whatever the total says", async () => {
    const pager = pagerOf(
      pageNumber({
        items,
        parameter: "page",
        last: ["last"],
        total: ["total"],
      }),
    );
    const server = await answers(
      { data: things("a"), last: false, total: 1 },
      { data: things("b"), last: true, total: 9 },
    );
    expect((await drain(pager(clientOf(server)))).seen).toBe("ab");
  });
  test("numbers go on from what the caller gave, what the page says, or the first", async () => {
    const counted = { items, parameter: "page", pages: ["pages"] };
    const pagesAsked = async (
      pager: ReturnType<typeof pagerOf>,
      params: object,
      body: object,
    ) => {
      const server = await serve(reply(200, { data: things("a"), ...body }));
      await pager(clientOf(server), { ...params }, { maxPages: 2 }).toArray();
      return server.arrived.map(({ url }) =>
        new URL(url, "http://x").searchParams.get("page"),
      );
    };
    expect(
      await pagesAsked(pagerOf(pageNumber(counted)), { page: 3 }, { pages: 9 }),
    ).toEqual(["3", "4"]);
    expect(
      await pagesAsked(
        pagerOf(pageNumber({ ...counted, first: 0 })),
        {},
        { pages: 2 },
      ),
    ).toEqual([null, "1"]);
    expect(
      await pagesAsked(
        pagerOf(pageNumber({ ...counted, first: 0 })),
        {},
        { pages: 1 },
      ),
    ).toEqual([null]);
    const current = pagerOf(
      pageNumber({ ...counted, first: 0, current: ["page"] }),
    );
    expect(await pagesAsked(current, {}, { page: 0, pages: 5 })).toEqual([
      null,
      "1",
    ]);
  });
  test("offsets may count from 1", async () => {
    const pager = pagerOf(
      offset({ items, parameter: "offset", first: 1, total: ["total"] }),
    );
    const server = await answers(
      { data: things("ab"), total: 3 },
      { data: things("c"), total: 3 },
    );
    expect((await drain(pager(clientOf(server)))).seen).toBe("abc");
    expect(server.arrived[1]?.url).toContain("offset=3");
  });
  test("a flag beside a token wins over it", async () => {
    const pager = pagerOf(
      cursor({ items, next: ["next"], parameter: "cursor", more: ["more"] }),
    );
    const server = await answers(
      { data: things("a"), next: "b", more: true },
      { data: things("b"), next: "c", more: false },
    );
    expect((await drain(pager(clientOf(server)))).seen).toBe("ab");
  });
});

test("a later page may be asked for by GET, whatever the first one was", async () => {
  const pager = pagerOf(
    pageUrl({ items: ["data"], next: ["next"], byGet: true }),
    "POST",
  );
  const server = await serve(
    reply(200, { data: things("a"), next: "/v1/things/next?page=2" }),
    reply(200, { data: things("b") }),
  );
  expect(
    (await drain(pager(clientOf(server), { body: { filter: "x" } }))).seen,
  ).toBe("ab");
  const [first, second] = server.arrived;
  expect([first?.method, first?.body]).toEqual(["POST", '{"filter":"x"}']);
  expect([second?.method, second?.body, second?.url]).toEqual([
    "GET",
    "",
    "/v1/things/next?page=2",
  ]);
  expect(second?.headers["content-type"]).toBeUndefined();
});

test("ten thousand pages over the connection there is, none of them kept", async () => {
  const { pager } = players["absolute URL"]!;
  const sockets = new Set<unknown>();
  const server = await serve((request, response) => {
    sockets.add(response.socket);
    const page = Number(
      new URL(request.url, "http://x").searchParams.get("cursor") ?? 0,
    );
    const next = page < 9999 ? `?cursor=${page + 1}` : null;
    reply(200, { data: [{ id: "x".repeat(1000) }], links: { next } })(
      request,
      response,
    );
    server.arrived.length = 0;
  });
  let count = 0;
  let before = 0;
  for await (const _ of pager(clientOf(server))) {
    if (++count === 1000) before = heap();
  }
  expect(count).toBe(10_000);
  expect(sockets.size).toBe(1);
  expect(heap() - before).toBeLessThan(4_000_000); // nine thousand pages have twice as much
}, 120_000);

test.each([
  "http://elsewhere.example/v1/things?limit=9&cursor=%2B%2F%3D%26%25 b",
  "/v1/things?cursor=%2B%2F%3D%26%25%20b&limit=9",
  "?cursor=%2B%2F%3D%26%25+b",
  "+/=&% b",
])("a token is itself, also in the URL of the next page: %s", async (next) => {
  const server = await serve(({ url }, response) => {
    const asked = new URL(url, "http://a").searchParams.get("cursor");
    const data = things(asked === null ? "ab" : asked === "+/=&% b" ? "c" : "");
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ data, next: asked === null ? next : null }));
  });
  const pager = pagerOf(
    inUrl(
      "cursor",
      cursor({ items: ["data"], next: ["next"], parameter: "cursor" }),
    ),
  );
  expect((await drain(pager(clientOf(server)))).seen).toBe("abc");
});

test("ten thousand pages in each style, over one connection each", async () => {
  // Each of one item, with an id of its own.
  const pages = Array.from({ length: 10_000 }, (_, at) =>
    String.fromCodePoint(0x4e00 + at),
  );
  const read = await Promise.all(
    Object.values(players).map(async ({ pager, plays }) => {
      const answer = plays(pages);
      const server = await serve((...args) => {
        server.arrived.length = 0; // nothing is kept here either
        return answer(...args);
      });
      let count = 0;
      for await (const _ of pager(clientOf(server))) count++;
      return [count, server.opened()];
    }),
  );
  expect(read).toEqual(Object.values(players).map(() => [10_000, 1]));
}, 120_000);

function heap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}
