// Rows r09, r10 and r19: the next page is a URL, in the body or the Link header; what leads to the other origin is not followed.
import { describe, expect, test } from "vitest";
import { anyOf } from "../../../templates/runtime/authorise.ts";
import { queryKey } from "../../../templates/runtime/auth.ts";
import type { ClientOptions } from "../../../templates/runtime/client.ts";
import { isErrorOf } from "../../../templates/runtime/error-of.ts";
import { pageLink } from "../../../templates/runtime/page-link.ts";
import { hooks } from "../../../templates/runtime/hooks.ts";
import type { PageStrategy } from "../../../templates/runtime/page-strategy.ts";
import { pageUrl } from "../../../templates/runtime/page-url.ts";
import { impatient } from "../client.ts";
import { pagerOf, things } from "../page-players.ts";
import { printed } from "../printed.ts";
import { redirects } from "../../../templates/runtime/redirects.ts";
import { type Answerer, reply, type Server } from "../server.ts";
import {
  everyCredential,
  origins,
  reached,
  secret,
  untouched,
  visit,
} from "./origins.ts";

/** What leads to another page, given the hosts of both origins; "" where nothing does. */
type Link = (a: string, b: string) => string;

interface Style {
  readonly strategy: PageStrategy;
  readonly says: (ids: string, link: string) => Answerer;
}

const how = { items: ["data"], keep: ["api_key"] };
const inBody: Style = {
  strategy: pageUrl({ ...how, next: ["next"] }),
  says: (ids, next) => reply(200, { data: things(ids), next }),
};
const inHeader: Style = {
  strategy: pageLink(how),
  says: (ids, link) => {
    const header = link.startsWith("<") ? link : `<${link}>; rel="next"`;
    return reply(200, { data: things(ids) }, link ? { link: header } : {});
  },
};

/** Items, as letters, up to the error, and the error, where each page has an item and one of these links. */
async function iterate({ strategy, says }: Style, links: readonly Link[]) {
  const pager = pagerOf(strategy, "GET", everyCredential);
  const hostOf = ({ url }: Server): string => new URL(url).host;
  const { a, b, client } = await origins((b) =>
    links.map((link, at): Answerer => (request, response) => {
      const next = link(request.headers.host ?? "", hostOf(b));
      return says("abcdefgh"[at]!, next)(request, response);
    }),
  );
  let ids = "";
  const error = await (async () => {
    for await (const { id } of pager(client)) ids += id;
  })().catch((error: unknown) => error);
  return { a, b, ids, error };
}

/** As much of a request as its credentials, of every kind. */
const credentials = {
  url: expect.stringMatching(`[?&]api_key=${secret}(&|$)`) as string,
  headers: {
    authorization: `Bearer ${secret}`,
    cookie: `session=${secret}`,
    "x-api-key": secret,
  },
};

const last: Link = () => "";
const foreign: Readonly<Record<string, Link>> = {
  "the other origin": (_, b) => `http://${b}/v1/things`,
  "the other origin, written oddly": (_, b) => `HTTP:\\\\${b}/v1/things`,
  "a user there": (_, b) => `http://user:password@${b}/v1/things`,
  "a user there, called as this host": (a, b) => `http://${a}@${b}/v1/things`,
  "a user of this host": (a) => `http://user@${a}/v1/things`,
  "no scheme": (_, b) => `//${b}/v1/things`,
  "no scheme, though this host": (a) => `//${a}/v1/things`,
  backslashes: (_, b) => `\\\\${b}/v1/things`,
  "a tab between the slashes": (_, b) => `/\t/${b}/v1/things`,
  "spaces before the slashes": (_, b) => `  //${b}`,
  "this host by another name": (a) => `http://localhost:${a.split(":")[1]}/`,
  "this host by TLS": (a) => `https://${a}/v1/things`,
  "a host that begins as this one": (a) => `http://${a}.evil.example/`,
  JavaScript: (_, b) => `javascript:fetch('http://${b}')`,
  data: () => "data:application/json,{}",
  "a file": () => "file:///etc/passwd",
  "no URL": () => "http://[",
  "another protocol": (_, b) => `ftp://${b}/`,
};

describe.each([
  ["r09: a link in a body", inBody],
  ["r09, r19: a Link header", inHeader],
])("%s", (_, style) => {
  test.each(Object.entries(foreign))(
    "to %s is an error, and takes nothing there",
    async (_, link) => {
      const { a, b, ids, error } = await iterate(style, [link, last]);
      expect(error).toMatchObject({ reason: "foreign-url", page: 1 });
      expect(printed(error)).not.toContain(secret);
      expect(ids).toBe("a");
      expect(a.arrived).toMatchObject([credentials]);
      expect(reached(b)).toEqual(untouched);
    },
  );
});

test("r09: nor does the caller's own start lead elsewhere", async () => {
  const { a, b, client } = await origins(() => []);
  const startToken = `${b.url}/v1/things`;
  const pager = pagerOf(inBody.strategy, "GET", everyCredential);
  const all = pager(client, {}, { startToken }).toArray();
  const error: unknown = await all.catch((error: unknown) => error);
  expect(error).toMatchObject({ reason: "redirect" });
  expect(isErrorOf(pager, error)).toBe(true);
  expect([reached(a), reached(b)]).toEqual([untouched, untouched]);
});

test("r09: nor does a redirect of a page", async () => {
  const { a, b, client } = await origins(({ url }) => [
    inBody.says("a", "?cursor=b"),
    reply(307, {}, { location: `${url}/v1/things` }),
  ]);
  const pages = pagerOf(inBody.strategy, "GET", everyCredential)(client);
  await expect(pages.toArray()).rejects.toMatchObject({ reason: "redirect" });
  expect(a.arrived).toHaveLength(2);
  expect(reached(b)).toEqual(untouched);
});

test("r09: what did go there would be seen, with its headers", async () => {
  const { b, client } = await origins(() => []);
  await visit(client, {}, {}, { baseUrl: b.url });
  expect(reached(b)).toMatchObject({
    connections: 1,
    requests: [{ method: "GET", ...credentials }],
  });
});

test.each([
  ["a body", inBody],
  ["a Link header", inHeader],
])(
  "r10: links in %s, whole or not, are followed on their own origin, with all credentials",
  async (_, style) => {
    const { a, b, ids, error } = await iterate(style, [
      (a) => `http://${a}/v1/things?cursor=b`,
      () => "?cursor=c",
      () => "/v1/things?cursor=d#top",
      () => "things?cursor=e",
      (a) => `HTTP://${a}/v1/things?cursor=f`,
      last,
    ]);
    expect([ids, error]).toEqual(["abcdef", undefined]);
    expect(a.arrived.map(({ url }) => url)).toEqual([
      `/v1/things?api_key=${secret}`,
      ...[..."bcdef"].map(
        (cursor) => `/v1/things?cursor=${cursor}&api_key=${secret}`,
      ),
    ]);
    expect(a.arrived).toMatchObject(Array(6).fill(credentials));
    expect(reached(b)).toEqual(untouched);
  },
);

test("r10: a default port is no other origin", async () => {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    const next = "https://API.example:443/v1/things?cursor=b#c";
    const isFirst = asked.push(url) === 1;
    return Response.json({ data: things("a"), ...(isFirst && { next }) });
  };
  const { client } = impatient("https://api.example", { fetch });
  expect(await pagerOf(inBody.strategy)(client).toArray()).toHaveLength(2);
  expect(asked[1]).toBe("https://api.example/v1/things?cursor=b");
});

test("r10: credentials in the query are put back, once", async () => {
  const key = queryKey("key", "s ecret");
  const asked: string[] = [];
  const links = ["?cursor=b", "?cursor=c&key=own", null];
  const fetch = async (url: string): Promise<Response> =>
    Response.json({ data: [], next: links[asked.push(url) - 1] });
  const { client } = impatient("https://api.example", { fetch }, { key });
  const strategy = pageUrl({ items: ["data"], next: ["next"], keep: ["key"] });
  await pagerOf(strategy, "GET", anyOf(["key"]))(client).toArray();
  expect(asked.map((url) => new URL(url).search)).toEqual([
    "?key=s%20ecret",
    "?cursor=b&key=s%20ecret",
    "?cursor=c&key=own",
  ]);
});

describe.each([
  ["a body", inBody],
  ["a Link header", inHeader],
])("r10: where links in %s lead to a page that has moved", (_, style) => {
  const moved = (location: string) => reply(307, {}, { location });
  const pagesOf = async (use: NonNullable<ClientOptions["use"]>, b: Link) => {
    const pager = pagerOf(style.strategy, "GET", everyCredential);
    const { a, client, waits } = await origins(
      ({ url }) => [
        style.says("a", "/v1/things?cursor=b"),
        moved(b(url, url)),
        style.says("b", "?cursor=c"),
        style.says("c", ""),
      ],
      { use },
    );
    const ids = pager(client).toArray();
    return { a, waits, ids: ids.then((all) => all.map(({ id }) => id)) };
  };

  test("it is asked for where it is now, as is what follows from there", async () => {
    const seen: string[] = [];
    const before = ({ url }: { url: string }) => {
      seen.push(url);
    };
    const use = [redirects(), hooks({ before })];
    const { a, ids } = await pagesOf(use, () => "../v2/moved?at=b");
    expect(await ids).toEqual(["a", "b", "c"]);
    const urls = [
      "/v1/things",
      "/v1/things?cursor=b",
      "/v2/moved?at=b",
      "/v2/moved?cursor=c",
    ];
    expect(a.arrived.map(({ url }) => url)).toEqual(
      urls.map(
        (url) => `${url}${url.includes("?") ? "&" : "?"}api_key=${secret}`,
      ),
    );
    expect(a.arrived).toMatchObject(Array(4).fill(credentials));
    expect(seen).toEqual(urls.map((url) => `${a.url}${url}`));
  });

  test("an attempt that fails begins where the link led, under a key that has changed since", async () => {
    const asked: string[] = [];
    let key = 0;
    const page = (ids: string, link: string) =>
      style === inBody
        ? Response.json({ data: things(ids), next: link })
        : Response.json(
            { data: things(ids) },
            { headers: link ? { link: `<${link}>; rel="next"` } : {} },
          );
    const answers = [
      page("a", "?cursor=b"),
      new Response(null, { status: 302, headers: { location: "/moved" } }),
      new Response(null, { status: 503 }),
      page("b", ""),
    ];
    const fetch = async (url: string): Promise<Response> =>
      answers[asked.push(url) - 1]!;
    const { client } = impatient(
      "https://api.example",
      { fetch, use: [redirects()] },
      { key: queryKey("api_key", () => String(++key)) },
    );
    const pager = pagerOf(style.strategy, "GET", anyOf(["key"]));
    expect(await pager(client).toArray()).toEqual(things("ab"));
    expect(asked).toEqual([
      "https://api.example/v1/things?api_key=1",
      "https://api.example/v1/things?cursor=b&api_key=2",
      "https://api.example/moved?api_key=3",
      "https://api.example/v1/things?cursor=b&api_key=4",
    ]);
  });
});

test("r19: of many links the next one, whatever stands in quotes beside it", async () => {
  const decoys: Link = (_, b) =>
    [
      `<http://${b}/first>; rel="first"; title="a, <http://${b}/>; rel=next"`,
      `<http://${b}/last>; rel="prev last"`,
      `<http://${b}/elsewhere>; rel=next; anchor="#elsewhere"`,
      `<http://${b}/nextish>; title="\\"; rel=\\"next"; rel="nextish"`,
    ].join(", ");
  const { a, b, ids, error } = await iterate(inHeader, [
    (...hosts) => `${decoys(...hosts)}, <?cursor=b>;REL = "up NEXT"`,
    (...hosts) => `<things?cursor=c>; rel=next, ${decoys(...hosts)}`,
    decoys,
  ]);
  expect([ids, error]).toEqual(["abc", undefined]);
  expect(a.arrived).toHaveLength(3);
  expect(reached(b)).toEqual(untouched);
});
