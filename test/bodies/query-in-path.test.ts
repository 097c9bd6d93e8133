import { expect, test } from "vitest";
import { clientOf } from "./client-of.ts";
import { receive } from "./receive.ts";

const get = (operationId: string, ...parameters: object[]): object => ({
  get: {
    operationId,
    parameters,
    responses: { "204": { description: "done" } },
  },
});
const q = { name: "q", in: "query", schema: { type: "string" } };

test("a query parameter that the path speaks of is sent once, and as it is declared", async () => {
  const { module } = await clientOf({
    "/search?q={q}&kind=pet&sort={sort}": get("search", q),
    "/list?q={q}": get("list", q),
    "/find?q={text}": get("find", {
      name: "text",
      in: "path",
      required: true,
      schema: { type: "string" },
    }),
    "/jobs?view=status&deep=true&q=": get(
      "jobs",
      { name: "view", in: "query", required: true, schema: { type: "string" } },
      { name: "deep", in: "query", schema: { type: "boolean" } },
    ),
  });
  const server = await receive();
  const client = module.createClient({ baseUrl: server.url });
  await module["search"]?.(client, { q: "a b", sort: "name" });
  await module["search"]?.(client, { sort: "name" });
  await module["list"]?.(client, { q: "a" });
  await module["list"]?.(client);
  await module["find"]?.(client, { text: "a" });
  await module["jobs"]?.(client, { view: "full" });
  expect(server.received.map(({ url }) => url)).toEqual([
    "/search?kind=pet&sort=name&q=a%20b",
    "/search?kind=pet&sort=name",
    "/list?q=a",
    "/list",
    "/find?q=a",
    "/jobs?deep=true&q=&view=full",
  ]);
});
