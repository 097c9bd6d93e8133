import { ReadableStream } from "node:stream/web";
import { describe, expect, test, vi } from "vitest";
import { isFailure } from "../../templates/runtime/errors.ts";
import {
  jsonEvents,
  textEvents,
} from "../../templates/runtime/event-stream.ts";
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
import { type Answerer, drop, hang, reply, serve } from "./server.ts";

import { listen, play } from "./listen.ts";

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
