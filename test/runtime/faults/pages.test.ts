// Rows r11 to r18, r20 and r21: servers that go wrong between pages. Cursors only.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { bearer } from "../../../templates/runtime/auth.ts";
import {
  pageFailure,
  PaginationError,
} from "../../../templates/runtime/pagination.ts";
import { impatient } from "../client.ts";
import { paginatePets, type Pet } from "../operations.ts";
import { type Answerer, hang, reply, serve } from "../server.ts";

const page = (next: unknown, ...ids: string[]) =>
  reply(200, { results: ids.map((id) => ({ id })), nextPageToken: next });

async function iterate(...answers: Answerer[]) {
  const server = await serve(...answers);
  const { client } = impatient(server.url, {}, { token: bearer("t") });
  const ids: string[] = [];
  const error = await (async () => {
    for await (const { id } of paginatePets(client)) ids.push(id);
  })().catch((error: unknown) => error);
  return { server, client, ids: ids.join(""), error };
}

test("r11: the same cursor twice is an error at the second", async () => {
  const { server, ids, error } = await iterate(page("c", "1"));
  expect(error).toBeInstanceOf(PaginationError);
  expect(error).toMatchObject({ reason: "repeated-token", page: 2 });
  expect([ids, server.arrived.length]).toEqual(["11", 2]);
});

test("r12: a cycle of cursors is an error when it closes", async () => {
  const cycle = [page("b", "1"), page("c", "2"), page("d", "3")];
  const { server, ids, error } = await iterate(...cycle, page("b", "4"));
  expect(error).toMatchObject({
    reason: "repeated-token",
    page: 4,
    token: "b",
  });
  expect([ids, server.arrived.length]).toEqual(["1234", 4]);
});

test("r13: an empty page in the middle is none at the end", async () => {
  const pages = [page("b", "1"), page("c"), page(null, "2")];
  expect(await iterate(...pages)).toMatchObject({
    ids: "12",
    error: undefined,
  });
});

test.each([
  ["an empty cursor", { nextPageToken: "" }],
  ["none", {}],
  ["none, though there should be more", { has_more: true }],
])("r14: %s ends it", async (_, more) => {
  const last = reply(200, { results: [{ id: "2" }], ...more });
  const { server, ids, error } = await iterate(page("b", "1"), last);
  expect([ids, error, server.arrived.length]).toEqual(["12", undefined, 2]);
});

test.each([
  ["null for items", { results: null, nextPageToken: "c" }, "items"],
  ["an object for items", { results: { id: "2" } }, "items"],
  ["a number for items", { results: 7 }, "items"],
])("r15: %s is an error of page 2", async (_, body, reason) => {
  const { ids, error } = await iterate(page("b", "1"), reply(200, body));
  expect(error).toMatchObject({ reason, page: 2, token: "b" });
  expect(ids).toBe("1");
});

test("r15: HTML is an error of page 2", async () => {
  const html = reply(200, "<html>", { "content-type": "text/html" });
  const { ids, error } = await iterate(page("b", "1"), html);
  expect(error).toMatchObject({ reason: "decode" });
  expect(pageFailure(error)).toEqual({ page: 2, token: "b" });
  expect(ids).toBe("1");
});

test("r16: a 400 comes after what came before it", async () => {
  const { server, ids, error } = await iterate(
    page("b", "0", "1", "2"),
    page("c", "3", "4", "5"),
    reply(400, "bad cursor"),
  );
  expect(error).toMatchObject({ status: 400, body: "bad cursor" });
  expect(pageFailure(error)).toEqual({ page: 3, token: "c" });
  expect([ids, server.arrived.length]).toEqual(["012345", 3]);
});

test("r16: a 500 that passes is asked for again, and nothing comes twice", async () => {
  const { server, ids, error } = await iterate(
    page("b", "1"),
    reply(500, {}),
    page("", "2"),
  );
  expect([ids, error]).toEqual(["12", undefined]);
  expect(server.arrived.map(({ url }) => url)).toEqual([
    "/pets",
    "/pets?pageToken=b",
    "/pets?pageToken=b",
  ]);
});

test("r17: a cursor comes back as it was, whatever is in it", async () => {
  const special = "+/=&#%2Fé\r\n ?\\\0";
  const { server } = await iterate(page(special, "1"), page("", "2"));
  const [, query = ""] = server.arrived[1]!.url.split("?pageToken=");
  expect(query).toMatch(/^[\w%.]+$/);
  expect(decodeURIComponent(query)).toBe(special);
});

test("r18: an item that comes twice is given twice", async () => {
  const { ids } = await iterate(page("b", "1", "1"), page("", "1"));
  expect(ids).toBe("111");
});

test.each(["break", "return"])(
  "r20: %s within a slow page frees its connection, and asks for no more",
  async (how) => {
    const server = await serve(page("b", "1"), hang);
    const { client } = impatient(server.url, {}, { token: bearer("t") });
    const iterator = paginatePets(client)[Symbol.asyncIterator]();
    await iterator.next();
    const slow = how === "break" ? undefined : iterator.next();
    if (slow) await expect.poll(() => server.arrived.length).toBe(2);
    await iterator.return?.();
    expect(await (slow ?? iterator.next())).toMatchObject({ done: true });
    expect(server.arrived).toHaveLength(slow ? 2 : 1);
    if (slow)
      await expect.poll(() => server.arrived[1]!.isAborted()).toBe(true);
  },
);

test("r20: an abort within a slow page frees its connection", async () => {
  const server = await serve(page("b", "1"), hang);
  const { client } = impatient(server.url, {}, { token: bearer("t") });
  const controller = new AbortController();
  const { signal } = controller;
  const iterator = paginatePets(client, {}, { signal })[Symbol.asyncIterator]();
  await iterator.next();
  const slow = iterator.next();
  await expect.poll(() => server.arrived.length).toBe(2);
  controller.abort();
  await expect(slow).rejects.toMatchObject({ reason: "abort" });
  await expect.poll(() => server.arrived[1]!.isAborted()).toBe(true);
  expect(server.arrived).toHaveLength(2);
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
      return page(next, "x".repeat(2000))(request, response);
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
