// Servers that page in every style, and the strategies that follow them.
import { jsonBody, sending } from "../../templates/runtime/body.ts";
import type { Call } from "../../templates/runtime/call.ts";
import type { Client, RequestOptions } from "../../templates/runtime/client.ts";
import type { ApiError, RequestError } from "../../templates/runtime/errors.ts";
import { cursor } from "../../templates/runtime/page-cursor.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { parameters } from "../../templates/runtime/parameters.ts";
import { idempotent } from "../../templates/runtime/retry.ts";
import { lastItem } from "../../templates/runtime/page-last-item.ts";
import { pageLink } from "../../templates/runtime/page-link.ts";
import { pageNumber } from "../../templates/runtime/page-number.ts";
import { offset } from "../../templates/runtime/page-offset.ts";
import type { PageStrategy } from "../../templates/runtime/page-strategy.ts";
import { pageUrl } from "../../templates/runtime/page-url.ts";
import { within } from "../../templates/runtime/page-within.ts";
import {
  type PageOptions,
  paginate,
  type PaginationError,
  type Paginator,
} from "../../templates/runtime/pagination.ts";
import { form } from "../../templates/runtime/query.ts";
import { json } from "../../templates/runtime/read.ts";
import { send } from "../../templates/runtime/send.ts";
import type { Answerer, Arrived } from "./server.ts";

export interface Thing {
  id: string;
}
export type Params = Readonly<Record<string, unknown>>;
export const things = (text: string): Thing[] =>
  [...text].map((id) => ({ id }));

const get = { method: "GET", path: "/v1/things", responses: { 200: json } };
const query = parameters({
  limit: form,
  cursor: form,
  offset: form,
  page: form,
  starting_after: form,
});

/** `paginate…` as it is emitted, over an operation that has a parameter for every style. */
export function pagerOf(
  strategy: PageStrategy,
  method = "GET",
  security?: Operation["security"],
) {
  const list = (
    client: Client,
    params: Params,
    options?: RequestOptions,
  ): Call<unknown, ApiError | RequestError> =>
    send(
      client,
      list,
      {
        ...get,
        method,
        query,
        ...(security && { security }),
        ...(method === "GET" && { repeat: idempotent }),
        ...(method === "POST" && { body: sending(jsonBody) }),
      },
      params,
      options,
    );
  return function pager(
    client: Client,
    params: Params = {},
    options?: PageOptions,
  ): Paginator<Thing, unknown, ApiError | RequestError | PaginationError> {
    return paginate(client, pager, list, strategy, params, options);
  };
}

/** An API of one style. */
export interface Player {
  readonly pager: ReturnType<typeof pagerOf>;
  /** Answers with these pages, the items of one as letters. */
  readonly plays: (pages: readonly string[]) => Answerer;
  /** Whether a page may be empty and another follow. */
  readonly empties: boolean;
}

interface Answer {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that works out which page is asked for, and how to say what follows. */
const server =
  (
    indexOf: (asked: Asked, pages: readonly string[]) => number,
    answer: (
      page: Thing[],
      next: number | undefined,
      asked: Asked,
      pages: readonly string[],
    ) => Answer,
  ) =>
  (pages: readonly string[]): Answerer =>
  (request, response) => {
    const asked = askedBy(request);
    const index = indexOf(asked, pages);
    const next = index + 1 < pages.length ? index + 1 : undefined;
    const { body, headers } = answer(
      things(pages[index] ?? ""),
      next,
      asked,
      pages,
    );
    response.writeHead(200, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

/** Works out once for each list what does not change. */
function memoiseWeakly<Key extends object, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

interface Asked {
  readonly query: (name: string) => string | null;
  readonly body: { readonly after?: { readonly cursor?: string } };
  readonly origin: string;
}

const askedBy = ({ url, headers, body }: Arrived): Asked => {
  const { origin, searchParams } = new URL(url, `http://${headers.host}`);
  return {
    query: (name) => searchParams.get(name),
    body: body === "" ? {} : (JSON.parse(body) as Asked["body"]),
    origin,
  };
};

/** Tokens are what URLs and JSON have to escape. */
const tokenOf = (index: number): string => `+/=&#%2Fé ?"\\${index}`;
/** A token that is not byte for byte one of ours leads nowhere. */
const indexOfToken = (token: string | null | undefined): number => {
  if (token === null || token === undefined) return 0;
  const index = Number(/\d+$/.exec(token)?.[0]);
  return tokenOf(index) === token ? index : -1;
};
const token = (next: number | undefined) =>
  next === undefined ? undefined : tokenOf(next);

const items = ["data"];
/** Where each page begins that has items, and how many items there are in all. */
const starts = memoiseWeakly((pages: readonly string[]) => {
  const indexes = new Map<number, number>();
  let total = 0;
  for (const [index, page] of pages.entries()) {
    if (page !== "") indexes.set(total, index);
    total += page.length;
  }
  return { indexes, total };
});
const totalOf = (pages: readonly string[]): number => starts(pages).total;
const byOffset = ({ query }: Asked, pages: readonly string[]): number =>
  starts(pages).indexes.get(Number(query("offset") ?? 0)) ?? pages.length;
const byPage = ({ query }: Asked): number => Number(query("page") ?? 1) - 1;
const byCursor = ({ query }: Asked): number => indexOfToken(query("cursor"));
const urlTo = (next: number) =>
  `?limit=2&cursor=${encodeURIComponent(tokenOf(next))}`;

export const players: Readonly<Record<string, Player>> = {
  cursor: {
    pager: pagerOf(
      cursor({ items, next: ["meta", "next"], parameter: "cursor" }),
    ),
    plays: server(byCursor, (data, next) => ({
      body: { data, meta: { next: token(next) } },
    })),
    empties: true,
  },
  "cursor in a header": {
    pager: pagerOf(cursor({ items: [], next: "X-Next", parameter: "cursor" })),
    plays: server(
      ({ query }) => Number(query("cursor")),
      (body, next) => ({
        body,
        headers: next === undefined ? {} : { "X-Next": String(next) },
      }),
    ),
    empties: true,
  },
  "cursor in the body": {
    pager: pagerOf(
      within(
        ["body", "after"],
        cursor({ items, next: ["next"], parameter: "cursor" }),
      ),
      "POST",
    ),
    plays: server(
      ({ body }) => indexOfToken(body.after?.cursor),
      (data, next) => ({ body: { data, next: token(next) } }),
    ),
    empties: true,
  },
  "offset with a total": {
    pager: pagerOf(offset({ items, parameter: "offset", total: ["total"] })),
    plays: server(byOffset, (data, _, __, pages) => ({
      body: { data, total: totalOf(pages) },
    })),
    empties: false,
  },
  "offset with nothing": {
    pager: pagerOf(offset({ items, parameter: "offset" })),
    plays: server(byOffset, (data) => ({ body: { data } })),
    empties: false,
  },
  "page with a count of pages": {
    pager: pagerOf(pageNumber({ items, parameter: "page", pages: ["pages"] })),
    plays: server(byPage, (data, _, __, { length }) => ({
      body: { data, pages: length },
    })),
    empties: true,
  },
  "page with a total in a header": {
    pager: pagerOf(
      pageNumber({ items: [], parameter: "page", total: "X-Total" }),
    ),
    plays: server(byPage, (body, _, __, pages) => ({
      body,
      headers: { "X-Total": String(totalOf(pages)) },
    })),
    empties: false,
  },
  "page with a flag": {
    pager: pagerOf(
      pageNumber({ items, parameter: "page", more: ["has_more"] }),
    ),
    plays: server(byPage, (data, next) => ({
      body: { data, has_more: next !== undefined },
    })),
    empties: true,
  },
  "page with nothing": {
    pager: pagerOf(pageNumber({ items, parameter: "page" })),
    plays: server(byPage, (data) => ({ body: { data } })),
    empties: false,
  },
  "absolute URL": {
    pager: pagerOf(pageUrl({ items, next: ["links", "next"] })),
    plays: server(byCursor, (data, next, { origin }) => ({
      body: {
        data,
        links: { next: next && `${origin}/v1/things${urlTo(next)}` },
      },
    })),
    empties: true,
  },
  "relative URL": {
    pager: pagerOf(pageUrl({ items, next: ["next"] })),
    plays: server(byCursor, (data, next) => ({
      body: {
        data,
        next: next && (next % 2 ? urlTo(next) : `/v1/things${urlTo(next)}`),
      },
    })),
    empties: true,
  },
  "Link header": {
    pager: pagerOf(pageLink({ items: [] })),
    plays: server(byCursor, (body, next, { origin }) => ({
      body,
      headers: {
        Link: [
          `<${origin}/v1/things>; rel="first"; title="a, \\"b\\"; rel=next"`,
          ...(next === undefined ? [] : [`<${urlTo(next)}>; rel="last next"`]),
        ].join(", "),
      },
    })),
    empties: true,
  },
  "last item": {
    pager: pagerOf(
      lastItem({
        items,
        id: ["id"],
        more: ["has_more"],
        parameter: "starting_after",
      }),
    ),
    plays: server(
      ({ query }, pages) =>
        pages.findIndex((page) =>
          page.endsWith(query("starting_after") ?? "\0"),
        ) + 1,
      (data, next) => ({ body: { data, has_more: next !== undefined } }),
    ),
    empties: false,
  },
};
