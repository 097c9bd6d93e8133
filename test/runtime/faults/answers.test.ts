// Rows r24, r25 and r29, and each fault of connections and bodies: a typed error or an answer, nothing else.
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { isFailure } from "../../../templates/runtime/errors.ts";
import {
  jsonEvents,
  textEvents,
} from "../../../templates/runtime/event-stream.ts";
import { jsonLines } from "../../../templates/runtime/json-lines.ts";
import { type Reader, jsonOf } from "../../../templates/runtime/read.ts";
import { lazy, type UnionShape } from "../../../templates/runtime/shape.ts";
import { properties } from "../../../templates/runtime/shapes.ts";
import { clientOf } from "../../bodies/client-of.ts";
import { impatient, now } from "../client.ts";
import { createPet, getPet } from "../operations.ts";
import { printed } from "../printed.ts";
import { type Answerer, hang, reply, serve } from "../server.ts";
import * as fault from "./answers.ts";
import { origins, secret, visit } from "./origins.ts";

const pet = { petId: "1" };
const ok = reply(200, { id: "1" });

const breaking: readonly [name: string, answer: Answerer][] = [
  ["reset before the answer", fault.resetBefore],
  ["reset amid the body", fault.resetAmid],
  ["half a body", fault.halfBody],
  ["half a chunked body", fault.halfChunked],
  ["much too long headers", fault.muchHeaders],
  ["nonsense for HTTP", fault.nonsense],
  ["what is not zipped", fault.notZipped],
];
const slow: readonly [name: string, answer: Answerer][] = [
  ["no answer", hang],
  ["slow headers", fault.slowHeaders],
  ["a slow body", fault.slowBody],
  ["an endless body", fault.endlessBody],
];

test.each(breaking)("%s is tried again", async (_, answer) => {
  const server = await serve(answer, answer, ok);
  const { client, waits } = impatient(server.url);
  expect(await getPet(client, pet)).toEqual({ id: "1" });
  expect(waits).toEqual([500, 1000]);
});

test.each(breaking)(
  "%s is a connection error, sent once if it may take effect twice",
  async (_, answer) => {
    const server = await serve(answer);
    const { client } = impatient(server.url);
    expect(
      await createPet(client, { body: { name: "x" } }).result(),
    ).toMatchObject({
      ok: false,
      error: { reason: "connection" },
    });
    expect(server.arrived).toHaveLength(1);
  },
);

test.each(slow)("%s ends with the attempt's time", async (_, answer) => {
  const server = await serve(answer, ok);
  const { client } = impatient(server.url, { timeout: 150 });
  expect(await getPet(client, pet)).toEqual({ id: "1" });
  await expect.poll(() => server.arrived[0]!.isAborted()).toBe(true);
});

test.each(breaking)("%s, twenty times, opens no more", async (_, answer) => {
  const server = await serve(answer);
  const { client } = impatient(server.url, { retry: 0 });
  for (let i = 0; i < 20; i++)
    expect((await getPet(client, pet).result()).ok).toBe(false);
  expect(server.arrived).toHaveLength(20);
  await expect.poll(() => server.open.size).toBeLessThan(3);
});

test.each(slow)("%s, twenty times at once, is let go of", async (_, answer) => {
  const server = await serve(answer);
  const { client } = impatient(server.url, { timeout: 60, retry: 0 });
  const calls = Array.from({ length: 20 }, () => getPet(client, pet).result());
  for (const result of await Promise.all(calls))
    expect(result).toMatchObject({ error: { reason: "timeout" } });
  expect(server.arrived.length).toBeGreaterThan(0);
  await expect
    .poll(() => server.arrived.every(({ isAborted }) => isAborted()))
    .toBe(true);
});

test.each([
  ["seconds", "7", 7000],
  ["milliseconds", "20", 20, "retry-after-ms"],
  ["a date", new Date(now + 9000).toUTCString(), 9000],
  ["a date that is over", "Wed, 31 Dec 2025 23:59:59 GMT", 0],
  ["a fraction", "1.5", 500],
  ["a sign", "+7", 500],
  ["an exponent", "1e1", 500],
  ["hexadecimal", "0x10", 500],
  ["an ISO date", "2026-01-01T00:00:09Z", 500],
  ["a date of RFC 850", "Thursday, 01-Jan-26 00:00:09 GMT", 500],
  ["a date of asctime", "Thu Jan  1 00:00:09 2026", 500],
  ["two of them", "7, 9", 500],
  ["garbage", "\u00a7 soon", 500],
] as const)(
  "a 429 with %s, %j, is followed by a wait of %i ms",
  async (...row) => {
    const [, value, expected, name = "retry-after"] = row;
    const server = await serve(reply(429, {}, { [name]: value }), ok);
    const { client, waits } = impatient(server.url);
    expect(await getPet(client, pet)).toEqual({ id: "1" });
    expect(waits).toEqual([expected]);
  },
);

test("a 503 that flaps is waited out, and no longer than allowed", async () => {
  const flap = reply(503, { trace: "t" });
  const server = await serve(flap, ok, flap, flap, ok, flap);
  const { client, waits } = impatient(server.url);
  for (let i = 0; i < 2; i++)
    expect(await getPet(client, pet)).toEqual({ id: "1" });
  expect(await getPet(client, pet).result()).toMatchObject({
    error: { status: 503, body: { trace: "t" } },
  });
  expect(waits).toEqual([500, 500, 1000, 500, 1000]);
  expect(server.opened()).toBeLessThanOrEqual(server.arrived.length);
});

test.each([
  ["no type", fault.whole('{"id":"1"}', "")],
  ["a wrong type", fault.whole('{"id":"1"}', "image/png")],
  ["a type that is none", fault.whole('{"id":"1"}', ";;")],
  ["a byte order mark", fault.whole('\ufeff{"id":"1"}')],
  [
    "a chunk for each byte",
    (_: unknown, response: { write(text: string): void; end(): void }) => {
      for (const sign of '{"id":"1"}') response.write(sign);
      response.end();
    },
  ],
] as const)("JSON with %s is JSON", async (_, answer) => {
  const server = await serve(answer as Answerer);
  expect(await getPet(impatient(server.url).client, pet)).toEqual({ id: "1" });
});

test.each([
  ["half of it", fault.whole('{"id":')],
  ["text", fault.whole("ok", "text/plain")],
  ["HTML", fault.whole("<html>", "text/html")],
  ["HTML that says it is JSON", fault.whole("<html>")],
  ["UTF-16", fault.whole(Buffer.from('\ufeff{"id":"1"}', "utf16le"))],
  ["nothing", fault.whole("")],
  ["two values", fault.whole('{"id":"1"}{"id":"2"}')],
  ["cut within what is zipped", fault.zipCut],
  ["cut where nothing tells its length", fault.halfUnmeasured],
])(
  "JSON that is %s is a decode error, and not asked for again",
  async (_, answer) => {
    const server = await serve(answer);
    const result = await getPet(impatient(server.url).client, pet).result();
    expect(result).toMatchObject({
      ok: false,
      error: { reason: "decode", response: { status: 200 } },
    });
    expect(server.arrived).toHaveLength(1);
  },
);

test("a zip without its checksum is taken, as fetch does not tell", async () => {
  const server = await serve(fault.zipUnchecked);
  const { id } = await getPet(impatient(server.url).client, pet);
  expect(id).toHaveLength(500);
});

test.each([
  [
    "a 502 of a proxy",
    reply(502, `<html>${secret}`, { "content-type": "text/html" }),
  ],
  [
    "a 401 with cookies",
    reply(401, { token: secret }, { "set-cookie": `s=${secret}` }),
  ],
  ["a reset", fault.resetBefore],
  ["a page for JSON", fault.whole(`<html>${secret}`, "text/html")],
])(
  "r24: nothing that prints the error of %s prints a credential",
  async (_, answer) => {
    const { a, client } = await origins(() => answer, { retry: 0 });
    const error: unknown = await visit(client).catch((it: unknown) => it);
    expect(isFailure(error)).toBe(true);
    expect(a.arrived[0]!.url).toContain(secret);
    expect(printed(error)).not.toContain(secret);
    expect(
      inspect(new Error("wrapped", { cause: error }), { depth: 9 }),
    ).not.toContain(secret);
  },
);

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "r25: %s is a name and a value like another",
  async (name) => {
    const server = await serve(
      fault.whole(`[
        {"events":["${name}"],"${name}":{"polluted":1}},
        {"type":"${name}","${name}":{"polluted":1},"by":{"events":["a"]}},
        {"events":["a"],"__proto__":{"polluted":1}}
      ]`),
    );
    const variant = (value: string) => ({
      type: "object",
      properties: {
        events: { type: "array", items: { enum: [value] }, minItems: 1 },
      },
      required: ["events"],
    });
    const holder = (type: string) => ({
      type: "object",
      properties: {
        type: { const: type },
        by: { $ref: "#/components/schemas/Hook" },
      },
      required: ["type"],
    });
    const ref = (of: string) => ({ $ref: `#/components/schemas/${of}` });
    const items = { anyOf: [ref("Hook"), ref("Note")] };
    const { module } = await clientOf(
      {
        "/all": {
          get: {
            operationId: "listAll",
            responses: {
              200: {
                description: "all",
                content: {
                  "application/json": { schema: { type: "array", items } },
                },
              },
            },
          },
        },
      },
      {
        servers: [{ url: server.url }],
        components: {
          schemas: {
            A: variant("a"),
            B: variant("b"),
            Hook: { anyOf: [ref("A"), ref("B")] },
            N: holder("n"),
            M: holder("m"),
            Note: {
              oneOf: [ref("N"), ref("M")],
              discriminator: { propertyName: "type" },
            },
          },
        },
      },
    );
    const all = (await module["listAll"]!(module.createClient({}))) as Record<
      string,
      unknown
    >[];
    expect(
      all.map((each) => Object.getOwnPropertyDescriptor(each, "kind")?.value),
    ).toEqual(["unrecognized", "unrecognized", "a"]);
    const own = Object.getOwnPropertyDescriptor(all[0], name)?.value as unknown;
    expect(own).toEqual({ polluted: 1 });
    expect({}).not.toHaveProperty("polluted");
    expect(Object.getPrototypeOf(all[2])).toBe(Object.prototype);
  },
);

/** A reader's first value, or what went wrong. */
async function first(reader: Reader, answer: Answerer): Promise<unknown> {
  const { a, client } = await origins(() => answer);
  try {
    const call = visit(client, { responses: { 200: reader }, streams: true });
    for await (const value of (await call) as AsyncIterable<unknown>)
      return value;
    return "ended";
  } catch (error) {
    return error;
  } finally {
    await expect.poll(() => a.arrived[0]?.isClosed()).toBe(true);
  }
}

/** Goes on with the same text for ever. */
const forever =
  (begin: string, text: string): Answerer =>
  (_, response) => {
    response.writeHead(200);
    response.write(begin);
    const fill = (): void => {
      while (!response.destroyed && response.write(text));
    };
    response.on("drain", fill);
    fill();
  };
const much = "x".repeat(2 ** 16);

test.each([
  ["an event", textEvents(), forever("data: ", much)],
  ["the lines of an event", jsonEvents(), forever("", `data: ${much}\n`)],
  ["a comment", textEvents(), forever(":", much)],
  ["a line of JSON", jsonLines(), forever('"', much)],
])(
  "r29: %s without an end is an error by its limit",
  async (_, reader, answer) => {
    const before = process.memoryUsage().rss;
    const error = await first(reader, answer);
    expect(error).toMatchObject({
      reason: "limit",
      message: "GET /visit failed: limit",
    });
    expect((error as { text: string }).text.length).toBe(4096);
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
  },
);

test("r29: 8 MiB of one line are read", async () => {
  const text = "x".repeat(2 ** 23 - 2);
  expect(await first(jsonLines(), fault.whole(`"${text}"\n`))).toBe(text);
});

/** `{ next: { next: … } }`, as deep as no stack is. */
const shape: UnionShape = lazy(() => properties({ next: shape }));
const deep = `${'{"next":'.repeat(100_000)}0${"}".repeat(100_000)}`;

test.each([
  ["a line", jsonLines(shape), deep],
  ["an event", jsonEvents(properties({ data: shape })), `data: ${deep}\n\n`],
])(
  "%s that is nested deeper than any stack is a decode error",
  async (_, reader, body) => {
    expect(await first(reader, fault.whole(body))).toMatchObject({
      reason: "decode",
    });
  },
);

test("a body that is nested deeper than any stack is one, too", async () => {
  const { client } = await origins(() => fault.whole(deep));
  const call = visit(client, { responses: { 200: jsonOf(shape) } });
  await expect(call).rejects.toMatchObject({ reason: "decode" });
});
