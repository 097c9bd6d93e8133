import { describe, expect, test, vi } from "vitest";
import { isErrorOf } from "../../templates/runtime/error-of.ts";
import {
  jsonEvents,
  textEvents,
} from "../../templates/runtime/event-stream.ts";
import { jsonLines, jsonSequence } from "../../templates/runtime/json-lines.ts";
import { json, nothing, type Reader } from "../../templates/runtime/read.ts";
import { noItems } from "../../templates/runtime/stream.ts";
import { timed } from "./clock.ts";
import { reply, serve } from "./server.ts";

import { collect, listen, play } from "./listen.ts";

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
