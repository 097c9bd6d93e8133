import { describe, expect, test } from "vitest";
import { clientOf } from "./client-of.ts";
import { receive } from "./receive.ts";

describe("an answer without content that nobody documents", () => {
  const item = { type: "object", properties: { id: { type: "string" } } };
  const of = (type: string) => ({
    description: "d",
    content: { [type]: { itemSchema: item, schema: item } },
  });
  const get = (operationId: string, responses: object) => ({
    get: { operationId, responses },
  });
  const nothingSaid = { description: "d" };
  test.each([
    ["events", "text/event-stream", "200"],
    ["events", "text/event-stream", "2XX"],
    ["lines", "application/jsonl", "200"],
    ["lines", "application/jsonl", "2XX"],
  ])("is a stream of no %s: %s under %s", async (name, type, status) => {
    const { module } = await clientOf({
      "/stream": get(name, { [status]: of(type) }),
    });
    const server = await receive((response) => response.writeHead(204).end());
    const client = module.createClient({ baseUrl: server.url });
    const items: unknown[] = [];
    const stream = await module[name]!(client);
    for await (const item of stream as AsyncIterable<unknown>) items.push(item);
    expect(items).toEqual([]);
  });
  test("is nothing where the description says so", async () => {
    const { module } = await clientOf({
      "/stream": get("events", {
        "200": of("text/event-stream"),
        "204": nothingSaid,
      }),
    });
    const server = await receive((response) => response.writeHead(204).end());
    const client = module.createClient({ baseUrl: server.url });
    expect(await module["events"]!(client)).toBeUndefined();
  });
});
