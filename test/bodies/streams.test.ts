import { beforeAll, expect, test } from "vitest";
import { clientOf, object, type Emitted } from "./client-of.ts";
import { receive } from "./receive.ts";

const answering = (content: object): object => ({
  responses: { "200": { description: "d", content } },
});
const closed = (properties: object, ...required: string[]): object => ({
  ...object(properties, ...required),
  additionalProperties: false,
});
const file = { schema: { type: "string", contentEncoding: "binary" } };
const text = { type: "string" };
/** Nothing on the wire tells its variants apart but what they have. */
const change = {
  anyOf: [closed({ added: text }, "added"), closed({ gone: text }, "gone")],
};

/** Names of sequential JSON, with the character that begins a value. */
const sequential: readonly (readonly [type: string, separator: string])[] = [
  ["application/x-jsonlines", ""],
  ["application/json-lines", ""],
  ["application/x-json-stream", ""],
  ["application/stream+json", ""],
  ["text/x-ndjson", ""],
  ["application/vnd.rows+ndjson", ""],
  ["application/json-seq", "\x1e"],
  ["application/geo+json-seq", "\x1e"],
];

let emitted: Emitted;
beforeAll(async () => {
  emitted = await clientOf({
    "/changes": {
      get: {
        operationId: "changes",
        ...answering({ "text/event-stream": { schema: change } }),
      },
    },
    "/lines": {
      get: {
        operationId: "lines",
        ...answering({ "application/jsonl": { schema: change } }),
      },
    },
    ...Object.fromEntries(
      sequential.map(([type], index) => [
        `/sequential/${index}`,
        {
          get: {
            operationId: `sequential${index}`,
            ...answering({ [type]: { schema: object({ a: text }) } }),
          },
        },
      ]),
    ),
    "/either": {
      get: {
        operationId: "eitherOne",
        ...answering({
          "text/event-stream": {},
          "application/x-ndjson": { schema: object({ a: text }) },
        }),
      },
    },
    "/file": {
      get: {
        operationId: "getFile",
        ...answering({ "application/json": file }),
      },
      put: {
        operationId: "putFile",
        requestBody: { required: true, content: { "application/json": file } },
        responses: { "204": { description: "done" } },
      },
    },
  });
});

async function items(
  operation: string,
  type: string,
  body: string,
): Promise<{ items: unknown[]; accept: unknown }> {
  const server = await receive((response) =>
    response.writeHead(200, { "content-type": type }).end(body),
  );
  const client = emitted.module.createClient({ baseUrl: server.url });
  const items: unknown[] = [];
  const stream = await emitted.module[operation]?.(client);
  for await (const item of stream as AsyncIterable<unknown>) items.push(item);
  return { items, accept: server.received[0]?.headers["accept"] };
}

test("data and lines get the tags of their unions", async () => {
  expect(
    await items("changes", "text/event-stream", 'data: {"added":"a"}\n\n'),
  ).toEqual({
    items: [{ data: { kind: "withAdded", added: "a" } }],
    accept: "text/event-stream",
  });
  expect(
    await items("lines", "application/jsonl", '{"gone":"a"}\n{"x":1}'),
  ).toEqual({
    items: [
      { kind: "withGone", gone: "a" },
      { kind: "unrecognized", x: 1 },
    ],
    accept: "application/jsonl",
  });
});

test.each(sequential)("%s is read value by value", async (type, separator) => {
  const index = sequential.findIndex(([each]) => each === type);
  const body = `${separator}{"a":"b"}\n${separator}{"a":"c"}\n`;
  expect(await items(`sequential${index}`, type, body)).toEqual({
    items: [{ a: "b" }, { a: "c" }],
    accept: type,
  });
});

test("of two kinds of streams the one that arrives is read", async () => {
  expect(await items("eitherOne", "application/x-ndjson", '{"a":"b"}')).toEqual(
    {
      items: [{ a: "b" }],
      accept: "text/event-stream, application/x-ndjson",
    },
  );
  expect(
    (await items("eitherOne", "text/event-stream", "data: a\n\n")).items,
  ).toEqual([{ data: "a" }]);
});

test("a client without event streams has no module for them", async () => {
  expect([...emitted.files.keys()]).toContain("runtime/event-stream.ts");
  const { files } = await clientOf({
    "/a": { get: { operationId: "a", ...answering({ "text/plain": {} }) } },
  });
  const modules = [...files.keys()].filter((path) =>
    /streams?\b|event/.test(path),
  );
  expect(modules).toEqual([]);
});

test("a file of JSON goes and comes as it is", async () => {
  const server = await receive((response) =>
    response.writeHead(200, { "content-type": "application/json" }).end("{ }"),
  );
  const client = emitted.module.createClient({ baseUrl: server.url });
  await emitted.module["putFile"]?.(client, { body: new Blob(["[ ]"]) });
  expect(server.received[0]).toMatchObject({
    headers: { "content-type": "application/json" },
    text: "[ ]",
  });
  const got = (await emitted.module["getFile"]?.(client)) as Blob;
  expect(await got.text()).toBe("{ }");
});
