// Rows r01 to r04, r22, r23, r26, r27 and r30: arguments that would lead a request, or a secret, astray.
import { expect, test } from "vitest";
import {
  bearer,
  headerKey,
  queryKey,
} from "../../../templates/runtime/auth.ts";
import { jsonBody, sending } from "../../../templates/runtime/body.ts";
import { formBody } from "../../../templates/runtime/form-body.ts";
import { simple } from "../../../templates/runtime/header.ts";
import { multipartBody } from "../../../templates/runtime/multipart-body.ts";
import { parameters } from "../../../templates/runtime/parameters.ts";
import { simplePath } from "../../../templates/runtime/path.ts";
import {
  deepObject,
  form,
  formJoined,
} from "../../../templates/runtime/query.ts";
import { clientOf } from "../../bodies/client-of.ts";
import { impatient } from "../client.ts";
import { getFile, getPet, listPets } from "../operations.ts";
import { printed } from "../printed.ts";
import { reply } from "../server.ts";
import { type Origins, origins, secret, visit } from "./origins.ts";

const both = (): Promise<Origins> => origins(() => reply(200, { id: "a" }));
const caught = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "no error",
    (error: unknown) => error,
  );

/** Refused as a wrong argument, in every form, before either origin has seen a connection. */
async function refused(
  { a, b }: Origins,
  call: () => Promise<unknown> & { result?(): Promise<unknown> },
): Promise<void> {
  const error = await caught(call());
  expect(error).toBeInstanceOf(TypeError);
  expect(printed(error)).not.toContain(secret);
  await expect(call().result?.() ?? call()).rejects.toThrow(TypeError);
  expect([a.opened(), b.opened()]).toEqual([0, 0]);
}

test.each(["..", ".", "", "%2e%2e", ".%2E", "%252e."])(
  "r01: the path parameter %j is refused",
  async (petId) => {
    const at = await both();
    await refused(at, () => getPet(at.client, { petId }));
  },
);

test.each(["a/b?x#y%2f\\", "../../x", "//b.example", "\r\nHost: b"])(
  "r02: the path parameter %j is one segment, byte for byte",
  async (petId) => {
    const { a, client } = await both();
    await getPet(client, { petId });
    const [, segment] = /^\/pets\/([^/?#\\]+)$/.exec(a.arrived[0]!.url) ?? [];
    expect(decodeURIComponent(segment!)).toBe(petId);
  },
);

test("r03: dots within a segment that has more are allowed", async () => {
  const { a, client } = await both();
  await getFile(client, { name: ".." });
  expect(a.arrived[0]!.url).toBe("/files/...json");
});

test.each([undefined, null, {}, [], { toString: () => "x" }])(
  "r04: the path parameter %o is refused",
  async (petId) => {
    const at = await both();
    await refused(at, () => getPet(at.client, { petId } as { petId: string }));
  },
);

test.each(["\r\n", "\n", "\0", "\u2028", "\u0100", "\u{1f511}"])(
  "r22: a header with %j is refused, and its value not told",
  async (bad) => {
    const at = await both();
    const value = `${secret}${bad}X-Admin: 1`;
    const { url } = at.a;
    const header = parameters({ "X-Trace": simple });
    await refused(at, () => visit(at.client, { header }, { "X-Trace": value }));
    await refused(at, () =>
      visit(at.client, {}, {}, { headers: { "X-Trace": value } }),
    );
    for (const token of [bearer(value), headerKey("X-Key", value)])
      await refused(at, () => listPets(impatient(url, {}, { token }).client));
  },
);

test.each([
  `http://127.0.0.1:1?key=${secret}`,
  `http://${secret}@127.0.0.1:1`,
  `http://127.0.0.1:1#${secret}`,
  `/relative/${secret}`,
])("r23: the base URL %s is refused, and not told", async (baseUrl) => {
  const at = await both();
  await refused(at, () => visit(at.client, {}, {}, { baseUrl }));
});

test.each([
  "http://127.0.0.1:99999",
  "http://[::1",
  "http://a%00b",
  "http://1.2.3.4.5",
])(
  "r23: %s, which no parser takes, fails without the key in its query",
  async (baseUrl) => {
    const token = queryKey("api_key", secret);
    const { client } = impatient(baseUrl, {}, { token });
    const error = await caught(listPets(client));
    expect(error).toBeInstanceOf(Error);
    expect(printed(error)).not.toContain(secret);
  },
);

/** `{ next: { next: … } }`, so many deep. */
function nested(depth: number): object {
  let value: object = { name: secret };
  for (let i = 1; i < depth; i++) value = { next: value };
  return value;
}
const cyclic: Record<string, unknown> = { name: secret };
cyclic["next"] = cyclic;
const ring: unknown[] = [secret];
ring.push(ring);

const query = parameters({ filter: deepObject });

test.each([
  ["a cycle", cyclic],
  ["a list in itself", ring],
  ["10,000 objects in each other", nested(10_000)],
  ["101 objects in each other", nested(101)],
])("r26: %s in a query is refused, at no cost", async (_, filter) => {
  const at = await both();
  const started = performance.now();
  const before = process.memoryUsage().heapUsed;
  await refused(at, () => visit(at.client, { query }, { filter }));
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20e6);
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each([
  ["a query", { query: parameters({ body: form }) }],
  ["a joined query", { query: parameters({ body: formJoined }) }],
  ["a nested query", { query }],
  ["a form", { method: "POST", body: sending(formBody()) }],
])(
  "half of a character in %s is refused, in a name as in a value",
  async (_, operation) => {
    for (const body of [{ "a\ud800": "1" }, { a: "\ud800" }]) {
      const at = await both();
      const params = { body, filter: body };
      await refused(at, () => visit(at.client, operation, params));
    }
  },
);

test("half of a character in a key of a query is refused", async () => {
  const at = await both();
  const token = queryKey("api_key", `${secret}\ud800`);
  await refused(at, () => listPets(impatient(at.a.url, {}, { token }).client));
});

test("r26: a hundred objects in each other are sent", async () => {
  const { a, client } = await both();
  await visit(client, { query }, { filter: nested(100) });
  expect(decodeURIComponent(a.arrived[0]!.url)).toContain(
    `?filter${"[next]".repeat(99)}[name]=${secret}&`,
  );
});

test("r26: names of prototypes are names", async () => {
  const { a, client } = await both();
  const filter: unknown = JSON.parse('{"__proto__":{"x":1},"constructor":2}');
  await visit(client, { query }, { filter });
  expect(decodeURIComponent(a.arrived[0]!.url)).toContain(
    "?filter[__proto__][x]=1&filter[constructor]=2&",
  );
  expect({}).not.toHaveProperty("x");
});

test.each([
  ["a cycle", cyclic],
  ["100,000 objects in each other", nested(100_000)],
])("r26: %s in a body is refused", async (_, body) => {
  const at = await both();
  await refused(at, () =>
    visit(at.client, { method: "POST", body: sending(jsonBody) }, { body }),
  );
});

test.each([
  ['a"; x="b', "a%22; x=%22b"],
  ["a\r\nX-Evil: 1\r\n\r\nb", "a%0D%0AX-Evil: 1%0D%0A%0D%0Ab"],
  ["a\\", "a%5C"],
  ['a\\"', "a%5C%22"],
])("r27: the file name %j cannot leave its quotes", async (name, written) => {
  const { a, client } = await both();
  const body = { file: new File(["x"], name), [name]: "text" };
  await visit(
    client,
    { method: "POST", body: sending(multipartBody()) },
    { body },
  );
  const lines = a.arrived[0]!.body.split("\r\n");
  expect(lines.filter((line) => line.startsWith("Content-Disp"))).toEqual([
    `Content-Disposition: form-data; name="file"; filename="${written}"`,
    `Content-Disposition: form-data; name="${written}"`,
  ]);
  expect(lines.filter((line) => line.startsWith("X-Evil"))).toEqual([]);
});

test.each(["//", "http://", "/\\", "@", ":80@", "."])(
  "r30: a path that begins with %j and another origin stays on its own",
  async (begin) => {
    const { a, b, client } = await origins(() => reply(200, {}));
    const { host } = new URL(b.url);
    await visit(client, { path: `${begin}${host}/stolen` });
    expect([a.arrived.length, b.opened()]).toEqual([1, 0]);
  },
);

test("r30: a path parameter that is a URL is a segment", async () => {
  const { a, b, client } = await origins(() => reply(200, {}));
  const more = { path: "/{at}", pathParameters: simplePath };
  await visit(client, more, { at: `${b.url}/stolen` });
  expect(a.arrived[0]!.url).toMatch(/^\/http%3A%2F%2F127/);
  expect(b.opened()).toBe(0);
});

test.each(["{b}/", "x@{b}/", "{b}\\", "{b}?", "{b}#", "x:y@{b}/v1"])(
  "r30: a server variable with %j leads to no other origin",
  async (text) => {
    const { a, b } = await origins(() => reply(204));
    const { port } = new URL(a.url);
    const variables = {
      host: { default: "127.0.0.1" },
      base: { default: "v1/x" },
    };
    const url = `http://{host}:${port}/{base}`;
    const get = (operationId: string, own?: string) => ({
      get: {
        operationId,
        responses: { 204: { description: "done" } },
        ...(own !== undefined && { servers: [{ url: own, variables }] }),
      },
    });
    const { module } = await clientOf(
      {
        "/main": get("getMain"),
        "/own": get("getOwn", `${url}/own`),
        "/near": get("getNear", "/near"),
      },
      { servers: [{ url, variables }] },
    );
    const host = text.replace("{b}", new URL(b.url).host);
    const call = async (name: string, server?: object) =>
      module[name]!(module.createClient({ server }));
    for (const name of ["getMain", "getOwn", "getNear"]) {
      const error = await caught(call(name, { host }));
      expect(error).toBeInstanceOf(TypeError);
      expect(printed(error)).not.toContain(host);
      await call(name, { base: "v2/y", host: undefined });
    }
    await call("getMain");
    expect(a.arrived.map(({ url }) => url)).toEqual([
      "/v2/y/main",
      "/v2/y/own/own",
      "/near/near",
      "/v1/x/main",
    ]);
    expect(b.opened()).toBe(0);
  },
);
