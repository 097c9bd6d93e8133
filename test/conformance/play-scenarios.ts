import { isDeepStrictEqual } from "node:util";
import { receive, type Received } from "../bodies/receive.ts";
import { restoreBytes } from "./assets.ts";
import { isJson } from "./media-type.ts";
import {
  type Exchange,
  type ExpectedBody,
  playedAt,
  type Scenario,
} from "./scenarios.ts";

/**
 * A server that plays what the index says, for runs without Spector's own: it answers the requests that
 * scenarios expect, as far as the index knows them, and others by 400.
 */
export async function playScenarios(
  scenarios: readonly Scenario[],
): Promise<string> {
  const exchanges = scenarios.flatMap(({ apis }) => apis);
  const { url } = await receive((response, received) => {
    // The request of a second page is that of the first, and more.
    const [played] = exchanges
      .filter((each) => isExpected(received, each))
      .sort((a, b) => expectations(b) - expectations(a));
    if (played === undefined) return response.writeHead(400).end();
    const { body, headers, status } = played.response;
    return response
      .writeHead(status, {
        ...(body && { "content-type": body.contentType }),
        ...headers,
      })
      .end(
        body && restoreBytes((body.raw ?? "").replaceAll(playedAt, url), []),
      );
  });
  return url;
}

const expectations = ({ request = {} }: Exchange): number =>
  Object.keys({ ...request.headers, ...request.query }).length;

function isExpected(
  { bytes, headers, method, url }: Received,
  { method: expectedMethod, request = {}, uri }: Exchange,
): boolean {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const path = new URL(uri.replaceAll("\\", ""), "http://localhost").pathname;
  return (
    method.toLowerCase() === expectedMethod &&
    pathname.replace(/\/$/, "") === path.replace(/\/$/, "") &&
    Object.entries(request.headers ?? {}).every(
      ([name, value]) => headers[name.toLowerCase()] === String(value),
    ) &&
    Object.entries(request.query ?? {}).every(([name, value]) =>
      isDeepStrictEqual(
        searchParams.getAll(name),
        [value].flat().map((each) => String(each)),
      ),
    ) &&
    (request.body === undefined || isSameBody(bytes, request.body))
  );
}

function isSameBody(
  bytes: Buffer,
  { contentType, raw = "" }: ExpectedBody,
): boolean {
  const expected = Buffer.from(restoreBytes(raw, []));
  return isJson(contentType)
    ? isDeepStrictEqual(json(bytes), json(expected))
    : expected.equals(bytes);
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch {
    return undefined;
  }
}
