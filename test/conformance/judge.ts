import { restoreBytes } from "./assets.ts";
import type { EmittedResult } from "./client.ts";
import { readEvents } from "./event-stream.ts";
import type { Target } from "./find-operation.ts";
import { essenceOf, isFile, isJson, isText, schemaOf } from "./media-type.ts";
import { difference } from "./same-value.ts";
import { playedAt, type PlayedResponse } from "./scenarios.ts";

export interface Judged {
  readonly result: EmittedResult;
  readonly played: PlayedResponse;
  readonly target: Target;
  /** The body as it came over the wire. */
  readonly arrived: Uint8Array;
  readonly assets: readonly Uint8Array[];
  /** Where the server stands. */
  readonly url: string;
  /** Properties that the client adds. */
  readonly tags: ReadonlySet<string>;
}

/** Whether a call gave its caller what the server played; what is wrong, if not. */
export async function judge(judged: Judged): Promise<string | undefined> {
  const { played, result, tags } = judged;
  const status = result.ok ? result.response.status : result.error.status;
  if (status !== played.status)
    return result.ok
      ? `the status is ${status}, not ${played.status}`
      : `${result.error.name}: ${result.error.message}`;
  const expected = expectedValue(judged);
  const actual = await plain(result.ok ? result.data : result.error.body);
  return wrongHeader(judged) ?? difference(actual, expected, tags);
}

/** The caller has the headers, too. Their media type is the server's to complete with a charset. */
function wrongHeader({ played, result }: Judged): string | undefined {
  const wrong = Object.entries(played.headers ?? {}).find(
    ([name, value]) =>
      name.toLowerCase() !== "content-type" &&
      result.response?.headers.get(name) !== value,
  );
  return wrong && `the response has no header ${wrong.join(": ")}`;
}

function expectedValue({
  arrived,
  assets,
  played,
  target,
  url,
}: Judged): unknown {
  const { document, operation } = target;
  const { body, status } = played;
  if (body === undefined || operation.method === "head") return undefined;
  const { contentType, raw } = body;
  // What the server works out by itself the index does not have: then what came is what is wanted.
  const bytes =
    raw === undefined
      ? arrived
      : restoreBytes(raw.replaceAll(playedAt, url), assets);
  const content = operation.responses[status] ?? {};
  return isFile(schemaOf(content, contentType, document))
    ? [...bytes]
    : readBody(contentType, bytes);
}

function readBody(type: string, bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  switch (essenceOf(type)) {
    case "text/event-stream":
      return readEvents(text);
    case "application/jsonl":
      return text.split("\n").map((line) => JSON.parse(line) as unknown);
    default:
      if (isJson(type)) return JSON.parse(text);
      return isText(type) ? text : [...bytes];
  }
}

/** Bytes and streams as lists, so that they can be compared. */
async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Blob)
    return [...new Uint8Array(await value.arrayBuffer())];
  return isAsyncIterable(value) ? collect(value) : value;
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value;

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}
