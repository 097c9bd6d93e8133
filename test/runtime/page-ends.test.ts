import { expect, test } from "vitest";
import { cursor } from "../../templates/runtime/page-cursor.ts";
import { pageNumber } from "../../templates/runtime/page-number.ts";
import { offset } from "../../templates/runtime/page-offset.ts";
import type { PageStrategy } from "../../templates/runtime/page-strategy.ts";
import { impatient } from "./client.ts";
import { pagerOf, things } from "./page-players.ts";
import { type Answerer, reply, serve } from "./server.ts";

const items = ["data"];

/** Answers by the query of a request. */
const answering =
  (body: (query: URLSearchParams) => unknown): Answerer =>
  (request, response) => {
    const { searchParams } = new URL(request.url, "http://localhost");
    return reply(200, body(searchParams))(request, response);
  };

/** All items as letters, and the queries that they took. */
async function read(strategy: PageStrategy, answer: Answerer) {
  const server = await serve(answer);
  const found = await pagerOf(strategy)(impatient(server.url).client).toArray();
  return {
    found: found.map(({ id }) => id).join(""),
    asked: server.arrived.map(({ url }) => url.split("?")[1] ?? ""),
  };
}

/** Two items a page of `abcde`, from an offset that counts from `first`. */
const two = (query: URLSearchParams, name: string, first: number) => {
  const start = Number(query.get(name) ?? first) - first;
  return { start, data: things("abcde".slice(start, start + 2)) };
};

test("a token that never ends does where a page says that it is the last", async () => {
  const pages = [
    { data: things("ab"), token: "1", kind: "delta" },
    { data: things("c"), token: "2", kind: "complete" },
  ];
  const strategy = cursor({
    items,
    next: ["token"],
    parameter: "cursor",
    end: { at: ["kind"], is: "complete" },
  });
  const answer = answering((query) => pages[Number(query.get("cursor"))]);
  expect(await read(strategy, answer)).toEqual({
    found: "abc",
    asked: ["", "cursor=1"],
  });
});

test.each([
  ["null", null],
  ["nothing", undefined],
  ["an empty text", ""],
  ["false", false],
])(
  "numbered pages go on while something leads on, up to %s",
  async (_, end) => {
    const answer = answering((query) => {
      const page = Number(query.get("page") ?? 1);
      return {
        data: things("abc"[page - 1] ?? ""),
        next: page < 3 ? `?page=${page + 1}` : end,
      };
    });
    const strategy = pageNumber({ items, parameter: "page", next: ["next"] });
    expect(await read(strategy, answer)).toEqual({
      found: "abc",
      asked: ["", "page=2", "page=3"],
    });
  },
);

test("what always leads on ends where nothing comes", async () => {
  const answer = answering((query) => {
    const page = Number(query.get("page") ?? 1);
    return { data: things("ab"[page - 1] ?? ""), next: "more" };
  });
  const strategy = pageNumber({ items, parameter: "page", next: ["next"] });
  expect((await read(strategy, answer)).found).toBe("ab");
});

test.each([
  ["of all items, which saves the empty page", () => 5, 3],
  ["of this page's items", (data: readonly unknown[]) => data.length, 4],
  ["of nothing that makes sense", () => 2, 4],
])("an offset with a count %s loses none", async (_, count, requests) => {
  const answer = answering((query) => {
    const { data } = two(query, "offset", 0);
    return { data, count: count(data) };
  });
  const strategy = offset({ items, parameter: "offset", count: ["count"] });
  const { found, asked } = await read(strategy, answer);
  expect([found, asked.length]).toEqual(["abcde", requests]);
});

test.each([0, 1])(
  "an offset that counts from %i, as only its pages say",
  async (first) => {
    const answer = answering((query) => {
      const { data, start } = two(query, "offset", first);
      return { data, start: start + first, total: 5 };
    });
    const strategy = offset({
      items,
      parameter: "offset",
      current: ["start"],
      total: ["total"],
    });
    const { found, asked } = await read(strategy, answer);
    expect(found).toBe("abcde");
    expect(asked.slice(0, 3)).toEqual([
      "",
      `offset=${2 + first}`,
      `offset=${4 + first}`,
    ]);
  },
);

test.each([0, 1])(
  "a page number that counts from %i, as only its pages say",
  async (first) => {
    const answer = answering((query) => {
      const page = Number(query.get("page") ?? first);
      return { data: things("abc"[page - first] ?? ""), page, pages: 3 };
    });
    const strategy = pageNumber({
      items,
      parameter: "page",
      current: ["page"],
      pages: ["pages"],
    });
    expect((await read(strategy, answer)).found).toBe("abc");
  },
);
