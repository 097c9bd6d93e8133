import type { Report } from "../diagnostics/diagnostic.ts";
import { budgets } from "./budgets.ts";
import { decodeText, readBounded, type TextFile } from "./decode-text.ts";
import type { RecordInput } from "./record-input.ts";

/** Headers of requests for documents, and the one origin that may see them. */
export interface InputHeaders {
  /** Of the input named (RFC 6454 §4). */
  readonly origin: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface FetchContext {
  readonly report: Report;
  readonly record?: RecordInput | undefined;
  readonly headers?: InputHeaders | undefined;
  /** How many redirects are followed. None, where all that was allowed is this URL. */
  readonly redirects: number;
}

/**
 * Fetches a document that somebody named or allowed. Headers go to their own origin only: a redirect
 * that leaves it leaves them behind for good, even if a later one leads back.
 */
export async function fetchText(
  url: string,
  context: FetchContext,
): Promise<TextFile | undefined> {
  const { report } = context;
  const fail = (reason: string) => {
    const path = shown(url);
    report("load/unreadable", { source: path, pointer: "" }, { path, reason });
    return undefined;
  };
  try {
    const found = await follow(url, context);
    if (typeof found === "string") return fail(found);
    const bytes = await readBounded(shown(found.url), found.body, report);
    if (bytes !== undefined) context.record?.({ url: shown(url) }, bytes);
    const file = bytes && decodeText(shown(found.url), bytes, report);
    return file && { ...file, id: found.url };
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return fail(
      isLate ? "its server does not answer in time" : "the connection fails",
    );
  }
}

interface Found {
  /** Where it was in the end: what its references are relative to (RFC 3986 §5.1.3). */
  readonly url: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The document, or why there is none. */
async function follow(
  named: string,
  { headers, redirects }: FetchContext,
): Promise<Found | string> {
  const signal = AbortSignal.timeout(budgets.fetchMs);
  let url = parse(named);
  let sends = headers;
  for (let left = redirects; ; left -= 1) {
    if (url === undefined) return "this is no URL";
    if (url.username !== "" || url.password !== "")
      return "its URL has a name or a password in it; send a header instead";
    if (url.origin !== sends?.origin) sends = undefined;
    const fields = requestHeaders(sends);
    if (fields === undefined) return "one of the headers given is no header";
    const response = await fetch(url, {
      redirect: "manual",
      credentials: "omit",
      signal,
      headers: fields,
    });
    if (response.ok) return { url: url.href, body: response.body ?? none() };
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null)
      return `its server answers with ${response.status}`;
    if (redirects === 0)
      return "its server answers with a redirect, which is not followed";
    if (left === 0) return `its server redirects more than ${redirects} times`;
    const next = parse(location, url);
    if (next !== undefined && !/^https?:$/.test(next.protocol))
      return "its server redirects to what is no web address";
    if (url.protocol === "https:" && next?.protocol === "http:")
      return "its server redirects to an address without encryption";
    url = next;
  }
}

/** `undefined` where HTTP cannot carry one of them (RFC 9110 §5). */
function requestHeaders(headers: InputHeaders | undefined) {
  const all = new Headers({
    accept: "application/json, application/yaml, text/plain, */*",
  });
  try {
    for (const [name, value] of Object.entries(headers?.fields ?? {}))
      all.set(name, value);
    return all;
  } catch {
    return undefined;
  }
}

function parse(url: string, base?: URL): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/** An input as people may see it, in diagnostics, logs and emitted files: a URL's query often holds a key. */
export function shown(input: string): string {
  const url = /^https?:/i.test(input) ? parse(input) : undefined;
  return url === undefined ? input : url.origin + url.pathname;
}

async function* none(): AsyncGenerator<Uint8Array> {}
