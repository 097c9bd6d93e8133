// Rows r11 to r18, r20 and r21: servers that go wrong between pages. Cursors only; on each page all else, and the
// cursor itself, points to the other origin, which nothing may reach.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { bearer } from "../../../templates/runtime/auth.ts";
import { cursor } from "../../../templates/runtime/page-cursor.ts";
import {
  pageFailure,
  PaginationError,
} from "../../../templates/runtime/pagination.ts";
import { impatient } from "../client.ts";
import { paginatePets, type Pet } from "../operations.ts";
import { pagerOf, things } from "../page-players.ts";
import { type Answerer, hang, reply, serve, type Server } from "../server.ts";
import { everyCredential, origins, reached, untouched } from "./origins.ts";

const pager = pagerOf(
  cursor({ items: ["data"], next: ["cursor"], parameter: "cursor" }),
  "GET",
  everyCredential,
);

/** Answers that lead to an origin in every way but as a rule of pages. */
function lures({ url }: Server) {
  const cursorTo = (name: string): string => `${url}/v1/things?cursor=${name}`;
  const next = cursorTo("lure");
  const headers = {
    location: next,
    "content-location": next,
    link: `<${next}>; rel="next"`,
    refresh: `0; url=${next}`,
  };
  const answer = (status: number, body: object): Answerer =>
    reply(status, { next, links: { next }, ...body }, headers);
  return {
    cursorTo,
    answer,
    /** A page, the items of which are letters, and that another one follows unless `name` is empty. */
    page: (name: string, ids = ""): Answerer =>
      answer(200, { data: things(ids), cursor: name && cursorTo(name) }),
  };
}

type Lures = ReturnType<typeof lures>;

/** Items, as letters, up to the error; and the error. */
async function iterate(play: (lures: Lures) => readonly Answerer[]) {
  const { a, b, client } = await origins((b) => play(lures(b)));
  let ids = "";
  const error = await (async () => {
    for await (const { id } of pager(client)) ids += id;
  })().catch((error: unknown) => error);
  expect(reached(b)).toEqual(untouched);
  return { arrived: a.arrived, cursorTo: lures(b).cursorTo, ids, error };
}

/** The cursors that a server was asked for; "" where there was none. */
const cursors = (arrived: Server["arrived"]) =>
  arrived.map(
    ({ url }) => new URL(url, "http://a").searchParams.get("cursor") ?? "",
  );

test("r11: the same cursor twice is an error at the second", async () => {
  const { arrived, ids, error } = await iterate(({ page }) => [page("c", "1")]);
  expect(error).toBeInstanceOf(PaginationError);
  expect(error).toMatchObject({ reason: "repeated-token", page: 2 });
  expect([ids, arrived.length]).toEqual(["11", 2]);
});

test("r12: a cycle of cursors is an error when it closes", async () => {
  const { arrived, cursorTo, ids, error } = await iterate(({ page }) => [
    ...[page("b", "1"), page("c", "2"), page("d", "3"), page("b", "4")],
  ]);
  expect(error).toMatchObject({
    reason: "repeated-token",
    page: 4,
    token: cursorTo("b"),
  });
  expect([ids, arrived.length]).toEqual(["1234", 4]);
});

test("r13: an empty page in the middle is none at the end", async () => {
  const outcome = await iterate(({ page }) => [
    ...[page("b", "1"), page("c"), page("", "2")],
  ]);
  expect(outcome).toMatchObject({ ids: "12", error: undefined });
});

test.each([
  ["an empty cursor", { cursor: "" }],
  ["none", {}],
  ["none, though there should be more", { has_more: true }],
])("r14: %s ends it", async (_, more) => {
  const { arrived, ids, error } = await iterate(({ answer, page }) => [
    page("b", "1"),
    answer(200, { data: things("2"), ...more }),
  ]);
  expect([ids, error, arrived.length]).toEqual(["12", undefined, 2]);
});

test.each([
  ["null for items", { data: null, cursor: "c" }],
  ["an object for items", { data: { id: "2" } }],
  ["a number for items", { data: 7 }],
])("r15: %s is an error of page 2", async (_, body) => {
  const { cursorTo, ids, error } = await iterate(({ answer, page }) => [
    page("b", "1"),
    answer(200, body),
  ]);
  const token = cursorTo("b");
  expect(error).toMatchObject({ reason: "items", page: 2, token });
  expect(ids).toBe("1");
});

test("r15: HTML is an error of page 2", async () => {
  const { cursorTo, ids, error } = await iterate(({ cursorTo, page }) => [
    page("b", "1"),
    reply(200, `<meta http-equiv="refresh" content="0; ${cursorTo("c")}">`, {
      "content-type": "text/html",
    }),
  ]);
  expect(error).toMatchObject({ reason: "decode" });
  expect(pageFailure(error)).toEqual({ page: 2, token: cursorTo("b") });
  expect(ids).toBe("1");
});

test("r16: a 400 comes after what came before it", async () => {
  const { arrived, cursorTo, ids, error } = await iterate(
    ({ answer, page }) => [
      page("b", "012"),
      page("c", "345"),
      answer(400, { message: "bad cursor" }),
    ],
  );
  expect(error).toMatchObject({
    status: 400,
    body: { message: "bad cursor" },
  });
  expect(pageFailure(error)).toEqual({ page: 3, token: cursorTo("c") });
  expect([ids, arrived.length]).toEqual(["012345", 3]);
});

test("r16: a 500 that passes is asked for again, and nothing comes twice", async () => {
  const { arrived, cursorTo, ids, error } = await iterate(
    ({ answer, page }) => [page("b", "1"), answer(500, {}), page("", "2")],
  );
  expect([ids, error]).toEqual(["12", undefined]);
  expect(cursors(arrived)).toEqual(["", cursorTo("b"), cursorTo("b")]);
});

test("r17: a cursor comes back as it was, whatever is in it", async () => {
  const special = "+/=&#%2Fé\r\n ?\\\0";
  const { arrived, cursorTo } = await iterate(({ page }) => [
    page(special, "1"),
    page("", "2"),
  ]);
  const [, query = ""] = /[?&]cursor=([^&]*)/.exec(arrived[1]!.url) ?? [];
  expect(query).toMatch(/^[\w%.]+$/);
  expect(decodeURIComponent(query)).toBe(cursorTo(special));
});

test("r18: an item that comes twice is given twice", async () => {
  const { ids } = await iterate(({ page }) => [page("b", "11"), page("", "1")]);
  expect(ids).toBe("111");
});

/** A first page, and a second one that never comes. */
const slow = () =>
  origins((b) => {
    const { page } = lures(b);
    return [page("b", "1"), hang];
  });

test.each(["break", "return"])(
  "r20: %s within a slow page frees its connection, and asks for no more",
  async (how) => {
    const { a, b, client } = await slow();
    const iterator = pager(client)[Symbol.asyncIterator]();
    await iterator.next();
    const next = how === "break" ? undefined : iterator.next();
    if (next) await expect.poll(() => a.arrived.length).toBe(2);
    await iterator.return?.();
    expect(await (next ?? iterator.next())).toMatchObject({ done: true });
    expect(a.arrived).toHaveLength(next ? 2 : 1);
    if (next) await expect.poll(() => a.arrived[1]!.isAborted()).toBe(true);
    expect(reached(b)).toEqual(untouched);
  },
);

test("r20: an abort within a slow page frees its connection", async () => {
  const { a, b, client } = await slow();
  const controller = new AbortController();
  const { signal } = controller;
  const iterator = pager(client, {}, { signal })[Symbol.asyncIterator]();
  await iterator.next();
  const next = iterator.next();
  await expect.poll(() => a.arrived.length).toBe(2);
  controller.abort();
  await expect(next).rejects.toMatchObject({ reason: "abort" });
  await expect.poll(() => a.arrived[1]!.isAborted()).toBe(true);
  expect(a.arrived).toHaveLength(2);
  expect(reached(b)).toEqual(untouched);
});

test.each([undefined, 1] as const)(
  "r21: ten thousand pages, prefetch %s, are read over one connection, and none is kept",
  { timeout: 120_000 },
  async (prefetch) => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const used = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    let sent = 0;
    const server = await serve((request, response) => {
      sent += 1;
      server.arrived.length = 0; // whatever the server keeps is not the client's
      const next = sent < 10_000 ? `p${sent}` : "";
      const results = [{ id: "x".repeat(2000) }];
      const body = { results, nextPageToken: next };
      return reply(200, body)(request, response);
    });
    const { client } = impatient(server.url, {}, { token: bearer("t") });
    const before = used();
    let last: Pet | undefined;
    for await (const pet of paginatePets(client, {}, { prefetch })) last = pet;
    expect(used() - before).toBeLessThan(10e6); // all pages together are 20 MB
    expect([sent, last?.id.length]).toEqual([10_000, 2000]);
    expect(server.opened()).toBe(1);
  },
);
