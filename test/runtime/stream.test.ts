import type { ServerResponse } from "node:http";
import { ReadableStream } from "node:stream/web";
import { describe, expect, test, vi } from "vitest";
import type { Client, RequestOptions } from "../../templates/runtime/client.ts";
import { isFailure } from "../../templates/runtime/errors.ts";
import { isErrorOf } from "../../templates/runtime/error-of.ts";
import {
  jsonEvents,
  textEvents,
} from "../../templates/runtime/event-stream.ts";
import { jsonLines, jsonSequence } from "../../templates/runtime/json-lines.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import {
  type Platform,
  platform as realPlatform,
} from "../../templates/runtime/platform.ts";
import { json, nothing, type Reader } from "../../templates/runtime/read.ts";
import {
  resumeEvents,
  type ResumeOptions,
} from "../../templates/runtime/resume-events.ts";
import type { ServerSentEvent } from "../../templates/runtime/server-sent-event.ts";
import { send } from "../../templates/runtime/send.ts";
import { noItems } from "../../templates/runtime/stream.ts";
import { impatient } from "./client.ts";
import { timed } from "./clock.ts";
import { type Answerer, drop, hang, reply, serve } from "./server.ts";

/** An operation whose success is read by `reader`. */
function listen(
  reader: Reader,
  url: string,
  options?: RequestOptions,
  {
    client = impatient(url).client,
    responses = { 200: reader, 204: nothing },
  }: {
    readonly client?: Client;
    readonly responses?: Operation["responses"] | undefined;
  } = {},
) {
  return send<AsyncIterable<unknown>, Error>(
    client,
    listen,
    {
      method: "GET",
      path: "/stream",
      responses,
      streams: true,
    },
    {},
    options,
  );
}

/** Plays chunks as they are, a turn of the network between them, and ends. */
const play =
  (type: string, ...chunks: readonly (string | Uint8Array)[]) =>
  async (_: unknown, response: ServerResponse) => {
    response.writeHead(200, { "content-type": type });
    for (const chunk of chunks) {
      response.write(chunk);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    response.end();
  };

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const events = async (...chunks: readonly (string | Uint8Array)[]) => {
  const { url } = await serve(play("text/event-stream", ...chunks));
  return collect(await listen(textEvents(), url));
};

describe("events (HTML §9.2.6)", () => {
  test("have the fields that were sent with them", async () => {
    expect(
      await events(
        "event: add\ndata: 1\nid: 7\nretry: 300\n\ndata:2\n\n: a comment\nother: x\nid\ndata\n\n",
      ),
    ).toEqual([
      { event: "add", data: "1", id: "7", retry: 300 },
      { data: "2" },
      { data: "", id: "" },
    ]);
  });
  test("of several lines are joined", async () => {
    expect(await events("data: a\ndata:  b\ndata\n\n")).toEqual([
      { data: "a\n b\n" },
    ]);
  });
  test("end lines in any way, cut anywhere", async () => {
    const text = "data: é\r\rdata: b\r\n\r\ndata: c\n\n";
    const bytes = [...Buffer.from(`\ufeff${text}`)];
    const expected = [{ data: "é" }, { data: "b" }, { data: "c" }];
    expect(await events(...bytes.map((byte) => Uint8Array.of(byte)))).toEqual(
      expected,
    );
    expect(await events("data: a\r", "\ndata: b\r", "\n\r")).toEqual([
      { data: "a\nb" },
    ]);
  });
  test("without data, or cut short, are none", async () => {
    expect(await events("id: 1\n\nevent: a\n\ndata: 1\n")).toEqual([]);
  });
  test("without data leave their id and retry to the next one", async () => {
    expect(
      await events(
        "event: a\nid: 1\nretry: 9\n\n\nretry: 8\n\ndata: b\n\ndata: c\n\n",
      ),
    ).toEqual([{ id: "1", retry: 8, data: "b" }, { data: "c" }]);
  });
  test("without a text are events all the same", async () => {
    expect(await events("event: ping\ndata:\n\ndata\n\n")).toEqual([
      { event: "ping", data: "" },
      { data: "" },
    ]);
  });
  test("keep no id with a null, and no retry that is not a number", async () => {
    expect(await events("id: a\0b\nretry: 1s\ndata: 1\n\n")).toEqual([
      { data: "1" },
    ]);
  });
});

describe("events of JSON", () => {
  test("are parsed, and end with a word in brackets", async () => {
    const { url } = await serve(
      play(
        "text/event-stream",
        'data: {"a":\ndata: 1}\n\n',
        "data: [DONE]\n\n",
      ),
    );
    expect(await collect(await listen(jsonEvents(), url))).toEqual([
      { data: { a: 1 } },
    ]);
  });
  test("may be text in events of some names, and end with a word in brackets of any case", async () => {
    const { url } = await serve(
      play(
        "text/event-stream",
        'event: a\ndata: {"a":1}\n\nevent: b\ndata: 12\n\n',
        "event: b\ndata: [no]\n\nevent: a\ndata: [null]\n\n",
        "data: [done]\n\nevent: b\ndata: late\n\n",
      ),
    );
    const reader = jsonEvents(undefined, ["b"]);
    expect(await collect(await listen(reader, url))).toEqual([
      { event: "a", data: { a: 1 } },
      { event: "b", data: "12" },
      { event: "b", data: "[no]" },
      { event: "a", data: [null] },
    ]);
  });
  test("are none without a text, and leave their id and retry to the next one", async () => {
    const { url } = await serve(
      play(
        "text/event-stream",
        "event: ping\ndata:\nid: 1\n\ndata\ndata:  \nretry: 9\n\n",
        "data: 1\n\nevent: ping\ndata\n\nevent: note\ndata\n\n",
      ),
    );
    const reader = jsonEvents(undefined, ["note"]);
    expect(await collect(await listen(reader, url))).toEqual([
      { data: 1, id: "1", retry: 9 },
      { event: "note", data: "" },
    ]);
  });
  test("may be text in all events but some", async () => {
    const { url } = await serve(
      play(
        "text/event-stream",
        'event: a\ndata: {"a":1}\n\nevent: b\ndata: 12\n\n',
        "data: no\n\ndata: [DONE]\n\ndata: late\n\n",
      ),
    );
    const reader = jsonEvents(undefined, { except: ["a"] });
    expect(await collect(await listen(reader, url))).toEqual([
      { event: "a", data: { a: 1 } },
      { event: "b", data: "12" },
      { data: "no" },
    ]);
  });
  test("that are none are an error of the operation, after those that are", async () => {
    const { url } = await serve(
      play("text/event-stream", "data: 1\n\ndata: no\n\n"),
    );
    const got: unknown[] = [];
    const error = await listen(jsonEvents(), url)
      .then(async (items) => {
        for await (const item of items) got.push(item);
      })
      .catch((error: unknown) => error);
    expect(got).toEqual([{ data: 1 }]);
    expect(error).toMatchObject({ reason: "decode", text: "no" });
    expect(isErrorOf(listen, error)).toBe(true);
  });
});

describe("JSON", () => {
  test("lines are values; the last one needs no end", async () => {
    const { url } = await serve(
      play("application/jsonl", '{"a"', ':1}\n\r\n"b\\n"\r', "\n3"),
    );
    expect(await collect(await listen(jsonLines(), url))).toEqual([
      { a: 1 },
      "b\n",
      3,
    ]);
  });
  test("text sequences are values, over several lines", async () => {
    const { url } = await serve(
      play(
        "application/json-seq",
        '\x1e\x1e{\n"a":',
        '1}\n\x1e2\n\n\x1e"b"\x1e3\r',
        "\n\x1e[\n4\n]\n",
      ),
    );
    expect(await collect(await listen(jsonSequence(), url))).toEqual([
      { a: 1 },
      2,
      "b",
      3,
      [4],
    ]);
  });
  test("text that is cut by the next one is an error", async () => {
    const { url } = await serve(
      play("application/json-seq", '\x1e1\n\x1e{"a":\n\x1e2\n'),
    );
    await expect(
      listen(jsonSequence(), url).then(collect),
    ).rejects.toMatchObject({ reason: "decode", text: '{"a":\n' });
  });
  test.each(["12", "true", "-1.5e3"])(
    "%s without white space behind it may be the beginning of more",
    async (cut) => {
      for (const end of ["", "\x1e3\n"]) {
        const { url } = await serve(
          play("application/json-seq", `\x1e1\n\x1e${cut}${end}`),
        );
        const items = (await listen(jsonSequence(), url))[
          Symbol.asyncIterator
        ]();
        expect(await items.next()).toEqual({ done: false, value: 1 });
        await expect(items.next()).rejects.toMatchObject({
          reason: "decode",
          text: cut,
        });
      }
    },
  );
  test("white space is enough, and what ends itself needs none", async () => {
    const { url } = await serve(
      play("application/json-seq", '\x1e12 \x1e"a"\x1e[1]\x1e3\t'),
    );
    expect(await collect(await listen(jsonSequence(), url))).toEqual([
      12,
      "a",
      [1],
      3,
    ]);
  });
});

/** Sends a text and then nothing; who listens, and whether it has been let go. */
async function stalled(reader: Reader, text: string) {
  const closed = vi.fn();
  const { url } = await serve((_, response) => {
    response.on("close", closed);
    response.writeHead(200, { "content-type": "text/plain" });
    response.write(text);
  });
  const items = (await listen(reader, url))[Symbol.asyncIterator]();
  return { items, closed };
}

test.each([
  [
    "an event whose lines end in CR",
    textEvents(),
    "data: 1\r\r",
    { data: "1" },
  ],
  ["a line that ends in CR", jsonLines(), "1\r", 1],
  ["a value of a sequence", jsonSequence(), '\x1e{"a":1}\n', { a: 1 }],
])(
  "%s comes without waiting for what follows",
  async (_, reader, text, value) => {
    const { items } = await stalled(reader, text);
    expect(await items.next()).toEqual({ done: false, value });
    await items.return?.();
  },
);

describe("a stream that is stopped", () => {
  test.each([
    ["an event", textEvents(), "data: 1"],
    ["a line", jsonLines(), "12"],
    ["a value", jsonSequence(), "\x1e12"],
  ])(
    "amid %s lets go of it, and gives no half of it",
    async (_, reader, text) => {
      const { items, closed } = await stalled(reader, text);
      const next = items.next();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await items.return?.()).toMatchObject({ done: true });
      expect(await next).toEqual({ done: true, value: undefined });
      await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    },
  );
  test("before it was begun is let go of", async () => {
    const { items, closed } = await stalled(textEvents(), "data: 1\n\n");
    await items.return?.();
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });
});

describe("a stream", () => {
  test("is read as it arrives, and let go when the loop ends", async () => {
    const closed = vi.fn();
    const { url } = await serve(async (_, response) => {
      response.on("close", closed);
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: 1\n\n"); // and never ends
    });
    for await (const event of await listen(textEvents(), url)) {
      expect(event).toEqual({ data: "1" });
      break;
    }
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });
  test("outlives the timeouts, which end with the headers", async () => {
    let goOn = (): void => {};
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.flushHeaders();
      goOn = () => response.end("data: late\n\n");
    });
    const { client, pass, due } = timed(url);
    const options = { timeout: 100, totalTimeout: 150 };
    const events = await listen(textEvents(), url, options, { client });
    expect(due()).toEqual([]);
    pass(200);
    goOn();
    expect(await collect(events)).toEqual([{ data: "late" }]);
  });
  test("is aborted by the caller's signal", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: 1\n\n");
    });
    const controller = new AbortController();
    const { signal } = controller;
    const items = await listen(textEvents(), url, { signal });
    const reading = (async () => {
      for await (const _ of items) controller.abort("enough");
    })();
    await expect(reading).rejects.toMatchObject({
      reason: "abort",
      cause: "enough",
    });
  });
  test("that breaks off is an error of the operation", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: 1\n\n", () => response.destroy());
    });
    const error = await listen(textEvents(), url)
      .then(collect)
      .catch((error: unknown) => error);
    expect(error).toMatchObject({ reason: "connection" });
    expect(isErrorOf(listen, error)).toBe(true);
  });
  test("that is a page of a proxy is an error", async () => {
    const { url } = await serve(play("text/html", "<h1>Sign in</h1>"));
    await expect(listen(textEvents(), url)).rejects.toMatchObject({
      reason: "decode",
      text: "<h1>Sign in</h1>",
    });
  });
});

test.each([undefined, "text/event-stream", "text/html"])(
  "no content has no items, whatever is said of it: %s",
  async (type) => {
    const { url } = await serve(
      reply(204, undefined, type === undefined ? {} : { "content-type": type }),
    );
    const responses = { 200: textEvents(), 204: noItems };
    const items = await listen(textEvents(), url, {}, { responses });
    expect(await collect(items)).toEqual([]);
  },
);

describe("events that are resumed", () => {
  type Events = AsyncIterable<ServerSentEvent<string>>;

  /** What waits there were, and the events up to the end. */
  async function resumed(
    url: string,
    {
      reader = textEvents(),
      responses,
      signal,
      through = (events: Events): Events => events,
    }: {
      readonly reader?: Reader;
      readonly responses?: Operation["responses"] | undefined;
      readonly signal?: AbortSignal;
      readonly through?: (events: Events) => Events;
    } = {},
  ) {
    const waits: number[] = [];
    const events: unknown[] = [];
    const error = await (async () => {
      const platform = {
        ...realPlatform,
        sleep: async (milliseconds: number) => void waits.push(milliseconds),
      };
      const all = resumeEvents(
        async (headers) => {
          const options = { headers, retry: false } as const;
          const events = await listen(reader, url, options, { responses });
          return events && through(events as Events);
        },
        { signal },
        platform,
      );
      for await (const { data } of all) events.push(data);
    })().catch((error: unknown) => error);
    return { error, events, waits };
  }

  test("go on after the last one, until there is no content", async () => {
    const { arrived, url } = await serve(
      play("text/event-stream", "retry: 20\nid: 1\ndata: a\n\ndata: b\n\n"),
      play("text/event-stream", "id: 2\ndata: c\n\n"),
      play("text/event-stream", "id\ndata: d\n\n"),
      drop,
      play("text/event-stream"),
      reply(204),
    );
    expect(await resumed(url)).toEqual({
      error: undefined,
      events: ["a", "b", "c", "d"],
      waits: [20, 20, 20, 20, 20],
    });
    expect(arrived.map(({ headers }) => headers["last-event-id"])).toEqual([
      ...[undefined, "1", "2"],
      ...[undefined, undefined, undefined],
    ]);
  });
  test.each([
    ["has no data", "retry: 50\n\n", undefined, 50],
    ["has no data and no end", "retry: 50\n", undefined, 50],
    ["is cut short", "id: 1\n\nid: 2\nretry: 5", "1", 3000],
    ["is not complete", "id: 1\n\nretry: 7\nid: 2\ndata: b\n", "1", 7],
    ["is the last", 'retry: 20\nid: 1\ndata: {"n":1}\n\nid: 2\n\n', "2", 20],
    ["takes the id back", "id: 1\ndata: 1\n\nid\n\n", undefined, 3000],
    ["has no text for JSON", "event: ping\nid: 3\ndata:\n\n", "3", 3000],
  ])("go on by what a block says that %s", async (_, text, id, wait) => {
    for (const end of ["end", "destroy"] as const) {
      const { arrived, url } = await serve((_, response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write(text, () => setTimeout(() => response[end](), 20));
      }, reply(204));
      const { error, waits } = await resumed(url, { reader: jsonEvents() });
      expect(error).toBe(undefined);
      expect(waits).toEqual([wait]);
      expect(arrived[1]?.headers["last-event-id"]).toBe(id);
    }
  });
  test("go on by what they say themselves, where somebody reads them first", async () => {
    const { arrived, url } = await serve(
      play("text/event-stream", "id: 1\nretry: 9\ndata: a\n\n"),
      reply(204),
    );
    const through = async function* (events: Events) {
      yield* events;
    };
    expect(await resumed(url, { through })).toEqual({
      error: undefined,
      events: ["a"],
      waits: [9],
    });
    expect(arrived[1]?.headers["last-event-id"]).toBe("1");
  });
  test("send an id back in its own bytes", async () => {
    const { arrived, url } = await serve(
      play("text/event-stream", "id: \u2603\ndata: a\n\n"),
      reply(204),
    );
    expect(await resumed(url)).toMatchObject({ error: undefined });
    const id = String(arrived[1]?.headers["last-event-id"]);
    expect(Buffer.from(id, "latin1").toString()).toBe("\u2603");
  });
  test.each([301, 400, 401, 403, 404, 410, 501])(
    "end with %i, which stays",
    async (status) => {
      const { url } = await serve(
        play("text/event-stream", "data: a\n\n"),
        reply(status),
      );
      const { error, waits } = await resumed(url);
      expect(isFailure(error) && error.response?.status).toBe(status);
      expect(waits).toEqual([3000]);
    },
  );
  test.each([408, 429, 500, 502, 503, 504])(
    "go on after %i, and end with the sixth in a row",
    async (status) => {
      const { url } = await serve(
        reply(status),
        play("text/event-stream", "retry: 9\ndata: a\n\n"),
        reply(status, "later", { "retry-after": "2" }),
        play("text/event-stream", "data: b\n\n"),
        drop,
        reply(status),
      );
      const { error, events, waits } = await resumed(url);
      expect(error).toMatchObject({ status });
      expect(events).toEqual(["a", "b"]);
      expect(waits).toEqual([3000, 9, 2000, 9, 9, 9, 9, 9, 9]);
    },
  );
  test.each([
    ["go on after", 503, [3000, 3000]],
    ["end with", 403, [3000]],
  ] as const)(
    "%s a %i in HTML where JSON is documented",
    async (_, status, expected) => {
      const { url } = await serve(
        play("text/event-stream", "data: a\n\n"),
        reply(status, "<h1>proxy</h1>", { "content-type": "text/html" }),
        reply(204),
      );
      const responses = { 200: textEvents(), 204: nothing, default: json };
      const { error, waits } = await resumed(url, { responses });
      expect(waits).toEqual(expected);
      expect(isFailure(error) && error.response?.status).toBe(
        status === 503 ? false : status,
      );
    },
  );
  test("wait as long as a 503 in HTML says", async () => {
    const { url } = await serve(
      reply(503, "<h1>", { "content-type": "text/html", "retry-after": "9" }),
      reply(204),
    );
    const responses = { 200: textEvents(), 204: nothing, 503: json };
    expect(await resumed(url, { responses })).toEqual({
      error: undefined,
      events: [],
      waits: [9000],
    });
  });
  test.each([
    [{ "retry-after": "60" }, [60_000]],
    [{ "retry-after": "1" }, [3000]],
    [{ "retry-after": "61" }, []],
  ])("wait as long as %j says, or end", async (headers, expected) => {
    const { url } = await serve(reply(503, "", headers), reply(204));
    const { error, waits } = await resumed(url);
    expect(waits).toEqual(expected);
    expect(isFailure(error)).toBe(expected.length === 0);
  });
  test.each([
    ["undocumented", { 200: textEvents() }],
    ["in a range of events", { "2XX": textEvents() }],
    ["one without items", { 200: textEvents(), 204: noItems }],
  ])("end with a 204 that is %s", async (_, responses) => {
    const { url } = await serve(
      play("text/event-stream", "data: a\n\n"),
      reply(204),
      reply(403),
    );
    expect(await resumed(url, { responses })).toEqual({
      error: undefined,
      events: ["a"],
      waits: [3000],
    });
  });
  test("end with one that comes six times in a row", async () => {
    const { arrived, url } = await serve(drop);
    const { error, waits } = await resumed(url);
    expect(error).toMatchObject({ reason: "connection" });
    expect(waits).toEqual([3000, 3000, 3000, 3000, 3000]);
    expect(arrived.length).toBe(6);
  });
  test("end with the signal", async () => {
    const { url } = await serve(play("text/event-stream", "data: a\n\n"));
    expect(await resumed(url, { signal: AbortSignal.abort("over") })).toEqual({
      error: "over",
      events: ["a"],
      waits: [3000],
    });
  });
  test.each([
    ["of a control character", "a\u0001b", "1"],
    ["of DEL", "a\u007fb", "1"],
    ["of a NUL", "a\0b", "1"],
    ["that is longer than there are arguments", "x".repeat(300_000), undefined],
  ])("go on where the server has an id %s", async (_, id, expected) => {
    const text = `retry: 1\nid: 1\ndata: a\n\nid: ${id}\ndata: b\n\n`;
    const asked: (string | undefined)[] = [];
    const all = resumeEvents(
      async (headers) => {
        const id = headers["Last-Event-ID"];
        asked.push(id);
        const { url } = await serve(
          id === undefined ? play("text/event-stream", text) : reply(204),
        );
        const responses = { 200: textEvents(), 204: noItems };
        const options = expected === undefined ? {} : { headers };
        return (await listen(textEvents(), url, options, {
          responses,
        })) as Events;
      },
      {},
      { ...realPlatform, sleep: async () => {} },
    );
    const events: unknown[] = [];
    for await (const { data } of all) events.push(data);
    expect(events).toEqual(["a", "b"]);
    expect(asked).toEqual([undefined, expected ?? id]);
  });

  describe("are let go of by a return() at once, and the next() that is under way with them", () => {
    const quiet: Answerer = (_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: a\n\n");
    };
    /** One event has come, and another is asked for. */
    async function reading(
      answer: Answerer,
      options: ResumeOptions = {},
      platform = realPlatform,
    ) {
      const server = await serve(answer, hang);
      const items = resumeEvents(
        async () =>
          (await listen(textEvents(), server.url, {
            retry: false,
          })) as Events,
        options,
        platform,
      );
      expect(await items.next()).toMatchObject({ value: { data: "a" } });
      return { server, items };
    }

    test.each([{}, { signal: new AbortController().signal }])(
      "while the server is quiet: %j",
      async (options) => {
        const { server, items } = await reading(quiet, options);
        const next = items.next();
        expect(await items.return?.()).toMatchObject({ done: true });
        expect(await next).toEqual({ done: true, value: undefined });
        await vi.waitFor(() =>
          expect(server.arrived[0]?.isClosed()).toBe(true),
        );
        expect(await items.next()).toEqual({ done: true, value: undefined });
      },
    );
    test.each([{}, { signal: new AbortController().signal }])(
      "while they wait: %j",
      async (options) => {
        const sleep = vi.fn<Platform["sleep"]>(() => new Promise(() => {}));
        const { items } = await reading(
          play("text/event-stream", "data: a\n\n"),
          options,
          { ...realPlatform, sleep },
        );
        const next = items.next();
        await vi.waitFor(() => expect(sleep).toHaveBeenCalled());
        expect(await items.return?.()).toMatchObject({ done: true });
        expect(await next).toEqual({ done: true, value: undefined });
        expect(sleep.mock.lastCall?.[1]?.aborted).toBe(true);
      },
    );
    test("before the server has answered, and what it answers then", async () => {
      const answered = Promise.withResolvers<Events>();
      const returned = vi.fn(async () => ({ done: true, value: undefined }));
      const items = resumeEvents(() => answered.promise);
      const next = items.next();
      expect(await items.return?.()).toMatchObject({ done: true });
      expect(await next).toEqual({ done: true, value: undefined });
      answered.resolve({
        [Symbol.asyncIterator]: () => ({
          next: () => new Promise<never>(() => {}),
          return: returned as () => Promise<IteratorResult<never, undefined>>,
        }),
      });
      await vi.waitFor(() => expect(returned).toHaveBeenCalledOnce());
    });
    test("through a stream", async () => {
      const { server, items } = await reading(quiet);
      const reader = ReadableStream.from(items).getReader();
      const next = reader.read();
      await reader.cancel();
      expect(await next).toMatchObject({ done: true });
      await vi.waitFor(() => expect(server.arrived[0]?.isClosed()).toBe(true));
    });
    test("and a loop that is left", async () => {
      const { server, items } = await reading(quiet);
      setTimeout(() => items.return?.());
      for await (const _ of items) expect.unreachable();
      await vi.waitFor(() => expect(server.arrived[0]?.isClosed()).toBe(true));
    });
  });
});
