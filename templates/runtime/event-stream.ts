import { parse } from "./parse-item.js";
import type { Reader, Undecodable } from "./read.js";
import type { ServerSentEvent } from "./server-sent-event.js";
import type { UnionShape } from "./shape.js";
import { bounded, type Heard, linesOf, streamOf } from "./stream.js";

/** A server that was not asked for events in its own way may answer JSON, which would be no event at all. */
const noEvents = /html|json/i;

/** Server-Sent Events (HTML §9.2) whose data is text. The shape is that of an event. */
export function textEvents(shape?: UnionShape): Reader {
  return streamOf(async function* (chunks, undecodable, heard) {
    for await (const event of eventsIn(chunks, undecodable, heard)) {
      shape?.tag(event);
      yield event;
    }
  }, noEvents);
}

/**
 * Server-Sent Events whose data is JSON. A word in brackets (`[DONE]`) is no JSON: it is how many
 * servers say that there is no more, and ends the stream. Nothing is no JSON either: such an event shows that the
 * connection stands, and is no item. `texts` are the events whose data is text all the same, by their names, or all but
 * some; `""` is that of those that have none.
 */
export function jsonEvents(
  shape?: UnionShape,
  texts: readonly string[] | { readonly except: readonly string[] } = [],
): Reader {
  const isText = ({ event = "" }: Partial<ServerSentEvent<string>>): boolean =>
    "except" in texts ? !texts.except.includes(event) : texts.includes(event);
  return streamOf(async function* (chunks, undecodable, heard) {
    for await (const event of eventsIn(chunks, undecodable, heard, isText)) {
      if (isEnd.test(event.data) && !(isText(event) && event.event)) return;
      if (isText(event)) {
        shape?.tag(event);
        yield event;
        continue;
      }
      yield parse(event.data, undecodable, (data) => {
        const parsed = { ...event, data };
        shape?.tag(parsed);
        return parsed;
      });
    }
  }, noEvents);
}

const isEnd = /^\[(?!(?:true|false|null)\])[A-Za-z_]+\]$/;

/**
 * HTML §9.2.6: an event ends with an empty line, is none without data, and is dropped if cut short. What it said for
 * those that follow, its `id` and `retry`, the next one has.
 *
 * @param isText whether the data of an event may be empty; by default all may
 */
async function* eventsIn(
  chunks: AsyncIterable<string>,
  undecodable: Undecodable,
  heard: Heard,
  isText: (event: Partial<ServerSentEvent<string>>) => boolean = () => true,
): AsyncGenerator<ServerSentEvent<string>, undefined> {
  let event: Partial<ServerSentEvent<string>> = {};
  for await (const line of linesOf(chunks, undecodable)) {
    if (line === "") {
      const { data } = event;
      heard.id = event.id ?? heard.id;
      if (data === undefined || !(isText(event) || data.trim())) {
        delete event.event;
        delete event.data;
      } else {
        yield { ...event, data };
        event = {};
      }
    } else {
      addField(event, line);
      heard.retry = event.retry ?? heard.retry;
      bounded(event.data ?? "", undecodable);
    }
  }
}

/** What begins with a colon is a comment, and what has another name nothing that we know. */
function addField(event: Partial<ServerSentEvent<string>>, line: string): void {
  const [, name, value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
  if (name === "data")
    event.data = event.data === undefined ? value : `${event.data}\n${value}`;
  if (name === "event") event.event = value;
  if (name === "id" && !value.includes("\0")) event.id = value;
  if (name === "retry" && /^\d+$/.test(value)) event.retry = Number(value);
}
