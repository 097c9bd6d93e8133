import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Logged } from "./acceptance/protocol.ts";

/** What an answer may depend on. */
export interface Arrival {
  readonly logged: Logged;
  /** From 1: how often the case has asked for this URL. */
  readonly attempt: number;
  /** The other origin. */
  readonly other: string;
}

export type Answerer = (response: ServerResponse, arrival: Arrival) => void;

/** The request as it arrived, one character for each byte of its body. */
export const echo: Answerer = (response, { logged }) => {
  const { method, url, headers, body } = logged;
  json({ method, url, headers, body })(response);
};

const whole =
  (status: number, type: string, body: string | Uint8Array, more = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, {
      ...(type && { "content-type": type }),
      ...more,
    });
    response.end(body);
  };

const json = (body: unknown, status = 200, more = {}) =>
  whole(status, "application/json", JSON.stringify(body), more);

const fine = json({ id: "1" });

const busy = (retryAfter: string) =>
  json({ trace: "busy" }, 503, { "retry-after": retryAfter });

/** Nothing at all, until the client goes. */
const silent: Answerer = () => {};

const reset: Answerer = (response) => {
  response.socket?.resetAndDestroy();
};

/** One answer the first time, and another one ever after. */
const first =
  (before: Answerer, after: Answerer): Answerer =>
  (response, arrival) =>
    (arrival.attempt === 1 ? before : after)(response, arrival);

/** Texts that are sent one by one, each as a chunk of its own; then the end, a broken connection, or none. */
const chunks =
  (
    type: string,
    texts: readonly (string | Uint8Array)[],
    then: "end" | "break" | "stay",
  ) =>
  (response: ServerResponse) => {
    response.writeHead(200, { "content-type": type });
    const [head, ...rest] = texts;
    if (head !== undefined) response.write(head);
    const next = (): void => {
      const text = rest.shift();
      if (text !== undefined) {
        response.write(text);
        setTimeout(next, 5);
      } else if (then === "end") response.end();
      else if (then === "break") response.socket?.destroy();
    };
    setTimeout(next, 5);
  };

/** The same chunk every few milliseconds, without an end. */
const endless =
  (type: string, text: string): Answerer =>
  (response) => {
    response.writeHead(200, { "content-type": type });
    response.write(text);
    const drip = setInterval(() => response.write(text), 5);
    response.on("close", () => clearInterval(drip));
  };

const away =
  (status: number): Answerer =>
  (response, { other }) => {
    response.writeHead(status, { location: `${other}/away/answers/fine` });
    response.end();
  };

const events = "text/event-stream";
const lines = "application/jsonl";
const step = (n: number): string => `id: ${n}\ndata: {"n":${n}}\n\n`;

/** By cursor: what the page has, and where it leads to. */
const page =
  (pages: Readonly<Record<string, Answerer>>): Answerer =>
  (response, arrival) => {
    const cursor = /cursor=(\w+)/.exec(arrival.logged.url)?.[1] ?? "";
    (pages[cursor] ?? silent)(response, arrival);
  };

const items = (first: number, nextCursor: string | null) =>
  json({ items: [{ n: first }, { n: first + 1 }], nextCursor });

/** By method and path; what is not here is echoed. */
export const routes: Readonly<Record<string, Answerer>> = {
  "GET /answers/fine": fine,
  "POST /answers/fine": fine,
  "HEAD /answers/fine": fine,
  "DELETE /answers/fine": (response) => response.writeHead(204).end(),
  "GET /answers/missing": json({ missing: "pet" }, 404, {
    "x-request-id": "request-1",
  }),
  "GET /answers/told": (response, { logged }) =>
    json({ missing: logged.headers["x-api-key"] }, 404)(response),
  "GET /answers/teapot": json({ code: "short" }, 418),
  "GET /answers/broken": json({ trace: "here" }, 500),
  "GET /answers/proxy": whole(
    502,
    "text/html",
    `<p>${"Bad gateway ".repeat(1000)}`,
  ),
  "GET /answers/empty-error": whole(404, "", ""),

  "GET /answers/busy": (response, arrival) =>
    (arrival.attempt < 3 ? busy("0") : fine)(response),
  "GET /answers/busy-dated": (response, arrival) =>
    first(busy(new Date().toUTCString()), fine)(response, arrival),
  "GET /answers/busy-milliseconds": first(
    json({}, 429, { "retry-after-ms": "1", "retry-after": "30" }),
    fine,
  ),
  "GET /answers/later": busy("30"),
  "GET /answers/tomorrow": busy("86400"),
  "POST /answers/busy": first(busy("0"), fine),

  "GET /answers/silent": silent,
  "GET /answers/silent-once": first(silent, fine),
  "GET /answers/reset": reset,
  "POST /answers/reset": reset,
  "GET /answers/reset-once": first(reset, fine),
  "GET /answers/cut": (response) => {
    response.writeHead(200, { "content-length": "50" });
    response.write('{"id":', () => response.socket?.destroy());
  },
  "GET /answers/drip": endless("application/json", " "),

  "GET /answers/html": whole(200, "text/html", '"Sign in"'),
  "GET /answers/cut-json": whole(200, "application/json", '{"id":'),
  "GET /answers/empty": whole(200, "application/json", ""),
  "GET /answers/bom": whole(200, "application/json", '\ufeff{"id":"1"}'),
  "GET /answers/typeless": whole(200, "", '{"id":"1"}'),
  "GET /answers/zipped": whole(
    200,
    "application/json",
    gzipSync('{"id":"1"}'),
    {
      "content-encoding": "gzip",
    },
  ),
  "GET /answers/large": json({ id: "é".repeat(500_000) }),
  "GET /answers/away": away(302),
  "POST /answers/away": away(307),
  "GET /moved": away(302),
  "GET /answers/moved": (response) =>
    response.writeHead(302, { location: "fine" }).end(),
  "GET /auth/bearer": (response, arrival) =>
    (arrival.logged.headers["authorization"] === "Bearer old"
      ? json({ code: "expired" }, 401)
      : echo)(response, arrival),

  "GET /plain/letters": whole(200, "text/plain; charset=utf-8", "Grüße 🌍"),
  "GET /blob": whole(200, "image/png", new Uint8Array([0x89, 0x50, 0, 0xff])),
  "GET /headers": (response, arrival) => {
    response.setHeader("x-rate", "low");
    echo(response, arrival);
  },

  "GET /hooks": json([
    { id: "1", events: ["message.received"] },
    { id: "2", events: ["call.ringing", "call.completed"] },
    { id: "3", events: ["fax.received"] },
    { id: "4", events: [] },
  ]),
  "GET /pets": json([
    { type: "cat", lives: 9 },
    { type: "dog", barks: true },
    { type: "cow" },
  ]),

  "GET /events/three": chunks(events, [1, 2, 3].map(step), "end"),
  "GET /events/done": chunks(
    events,
    [step(1), "data: [DONE]\n\n", step(2)],
    "stay",
  ),
  "GET /events/odd": chunks(
    events,
    [
      ": hello\r\n\r",
      '\ndata: {\rdata: "n": 1}\n',
      "\n\nevent: x\ndata",
      ': {"n":2}\r\n\r\n',
    ],
    "end",
  ),
  "GET /events/endless": endless(events, step(1)),
  "GET /events/broken": chunks(events, [step(1), 'data: {"n":\n\n'], "stay"),
  "GET /events/cut": chunks(events, [step(1)], "break"),
  "GET /events/wrong": json({ code: "gone" }, 410),
  "GET /events/resumed": (response, arrival) => {
    const last = Number(arrival.logged.headers["last-event-id"] ?? 0);
    const next = chunks(events, [`retry: 1\n${step(last + 1)}`], "break");
    if (last < 3) next(response);
    else response.writeHead(204).end();
  },
  "GET /lines/three": chunks(
    lines,
    ['{"n":1}\n{"n"', ':2}\r\n\n{"n":3}'],
    "end",
  ),
  "GET /lines/letters": chunks(
    lines,
    [
      Buffer.from('{"n":1,"é":"🌍"}').subarray(0, 12),
      Buffer.from('{"n":1,"é":"🌍"}').subarray(12),
    ],
    "end",
  ),
  "GET /lines/endless": endless(lines, '{"n":1}\n'),
  "GET /lines/cut": chunks(lines, ['{"n":1}\n'], "break"),

  "GET /pages/three": page({
    "": items(1, "b"),
    b: items(3, "c"),
    c: items(5, null),
  }),
  "GET /pages/circle": page({ "": items(1, "b"), b: items(3, "b") }),
  "GET /pages/missing": page({
    "": items(1, "b"),
    b: json({ code: "gone" }, 404),
  }),
  "GET /pages/silent": page({ "": items(1, "b") }),
};
