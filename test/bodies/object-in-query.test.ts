import { expect, test } from "vitest";
import { clientOf } from "./client-of.ts";
import { receive } from "./receive.ts";

const strings = { type: "array", items: { type: "string" } };

test("the lists of an exploded object are parameters of their own, and nothing deeper is", async () => {
  const near = { type: "object", properties: { at: { type: "string" } } };
  const pageable = {
    type: "object",
    properties: { size: { type: "integer" }, sort: strings, near },
  };
  const query = (name: string, schema: object) => ({
    name,
    in: "query",
    schema,
  });
  const { module } = await clientOf({
    "/pets": {
      get: {
        operationId: "list",
        parameters: [
          query("pageable", pageable),
          query("by", { type: "object", additionalProperties: strings }),
        ],
        responses: { "204": { description: "done" } },
      },
    },
  });
  const server = await receive();
  const client = module.createClient({ baseUrl: server.url });
  await module["list"]?.(client, {
    pageable: { size: 0, sort: ["a,asc", "b"] },
    by: { tag: ["x&y"], none: [] },
  });
  expect(server.received.map(({ url }) => url)).toEqual([
    "/pets?size=0&sort=a%2Casc&sort=b&tag=x%26y",
  ]);
  await expect(
    module["list"]?.(client, { pageable: { near: { at: "x" } } }),
  ).rejects.toThrow(TypeError);
});
