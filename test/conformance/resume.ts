import { restoreBytes } from "./assets.ts";
import { readEvents } from "./event-stream.ts";
import type { Exchange, Scenario } from "./scenarios.ts";

/**
 * The exchanges of a scenario. One with more keys than exchanges wants the same request again: an event
 * stream that ended is asked for what came after its last event (HTML §9.2.4).
 */
export function exchangesOf({
  apis,
  keys = [],
}: Scenario): readonly Exchange[] {
  const [exchange] = apis;
  const body = exchange?.response.body;
  if (
    exchange === undefined ||
    body?.contentType !== "text/event-stream" ||
    keys.length <= apis.length
  )
    return apis;
  const text = Buffer.from(restoreBytes(body.raw ?? "", [])).toString();
  const last = readEvents(text).findLast(({ id }) => id !== undefined)?.id;
  const { contentType } = body;
  return [
    ...apis,
    {
      ...exchange,
      request: { headers: { "last-event-id": last } },
      response: { status: exchange.response.status, body: { contentType } },
    },
  ];
}
