import { expect, test } from "vitest";
import { jsonBodyOf, sending } from "../../templates/runtime/body.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import {
  blob,
  json,
  jsonOf,
  nothing,
  text,
} from "../../templates/runtime/read.ts";
import { send } from "../../templates/runtime/send.ts";
import type { UnionShape } from "../../templates/runtime/shape.ts";
import { impatient } from "./client.ts";
import { type Answerer, reply, serve } from "./server.ts";

/** Adds and removes `kind: "cat"`. */
const shape: UnionShape = {
  tag: (value) => void Object.assign(value as object, { kind: "cat" }),
  untag: (value) => ({ ...(value as object), kind: undefined }),
};

async function call(
  answer: Answerer,
  operation: Partial<Operation>,
  params = {},
) {
  const server = await serve(answer);
  const whole: Operation = {
    method: "POST",
    path: "/",
    responses: {},
    ...operation,
  };
  const result = await send<unknown, unknown>(
    impatient(server.url).client,
    call,
    whole,
    params,
  ).result();
  return { result, request: server.arrived[0]! };
}

test("tags are added to what is received, and removed from what is sent", async () => {
  const { result, request } = await call(
    reply(200, { lives: 9 }),
    {
      body: sending(jsonBodyOf(shape), "pet"),
      responses: { 200: jsonOf(shape) },
    },
    { pet: { kind: "cat", lives: 9 } },
  );
  expect(result).toMatchObject({ data: { kind: "cat", lives: 9 } });
  expect(request.body).toBe('{"lives":9}');
});

test("a decoder that fails is a decode error", async () => {
  const failing: UnionShape = { ...shape, tag: () => JSON.parse("") };
  const { result } = await call(reply(200, {}), {
    responses: { 200: jsonOf(failing) },
  });
  expect(result).toMatchObject({ error: { reason: "decode", text: "{}" } });
});

test("text and blobs", async () => {
  const answer = reply(200, "é", { "content-type": "text/csv" });
  expect(
    (await call(answer, { responses: { 200: text } })).result,
  ).toMatchObject({ data: "é" });
  const { result } = await call(answer, { responses: { "2XX": blob } });
  expect(result.ok && result.data).toBeInstanceOf(Blob);
  const { result: none } = await call(answer, {
    responses: { "2XX": nothing, default: json },
  });
  expect(none).toMatchObject({ ok: true, data: undefined });
});

test.each([
  ["charset=ISO-8859-1", [0x63, 0xe9], "cé"],
  ['header=present; Charset="windows-1251"', [0xff], "я"],
  ["charset = utf-16le", [0xe9, 0], "é"],
  ["charset=utf-8", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "é"],
  ["charset=nobody-knows", [0xc3, 0xa9], "é"],
  ["charset=", [0xc3, 0xa9], "é"],
])("a text of %s", async (parameters, bytes, data) => {
  const answer: Answerer = (_, response) => {
    response.setHeader("content-type", `text/plain; ${parameters}`);
    response.end(Uint8Array.from(bytes));
  };
  const { result } = await call(answer, { responses: { 200: text } });
  expect(result).toMatchObject({ ok: true, data });
});

test("JSON is in UTF-8, whatever a server says", async () => {
  const type = { "content-type": "application/json; charset=iso-8859-1" };
  const { result } = await call(reply(200, '"é"', type), {
    responses: { 200: json },
  });
  expect(result).toMatchObject({ data: "é" });
});

test.each([
  ["JSON", { 200: json }, { a: 1 }],
  ["what is not documented", {}, { a: 1 }],
])(
  "a byte order mark is no part of %s, though a platform's text() leaves it",
  async (_, responses, expected) => {
    const fetch = async () =>
      Object.assign(Response.json({ a: 1 }), {
        text: async () => '\ufeff{"a":1}',
      });
    const { client } = impatient("https://nowhere.invalid", { fetch });
    const operation = { method: "GET", path: "/", responses };
    expect(await send(client, fetch, operation, {})).toEqual(expected);
  },
);

test("304 has no content, whatever the default has", async () => {
  const { result } = await call(reply(304), { responses: { default: json } });
  expect(result).toMatchObject({ error: { status: 304, body: undefined } });
});
