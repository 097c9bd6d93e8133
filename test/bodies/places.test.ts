import { expect, test } from "vitest";
import { clientOf } from "./client-of.ts";
import { receive, type Received } from "./receive.ts";

const text = { type: "string" };
const done = { responses: { "204": { description: "done" } } };

/** What arrives of one call of one operation. */
async function sent(
  path: string,
  operation: object,
  params: object,
  more: object = {},
  options: object = {},
): Promise<Received> {
  const { module } = await clientOf(
    { [path]: { get: { operationId: "call", ...done, ...operation } } },
    more,
  );
  const server = await receive();
  const client = module.createClient({ baseUrl: server.url, ...options });
  await module["call"]?.(client, params);
  return server.received[0] as Received;
}

test("reserved characters of a path go out as they are, but for those that would leave the segment", async () => {
  const r = { name: "r", in: "path", required: true, allowReserved: true };
  const parameters = [{ ...r, schema: text }];
  const asked = async (value: string) =>
    (await sent("/h/{r}/x", { parameters }, { r: value })).url;
  expect(await asked("v1:run@home,a;b=c&d+e$")).toBe(
    "/h/v1:run@home,a;b=c&d+e$/x",
  );
  expect(await asked("a/b?c#d [e]\\")).toBe("/h/a%2Fb%3Fc%23d%20%5Be%5D%5C/x");
  expect(await asked("%41%20%zz 5%")).toBe("/h/%41%20%25zz%205%25/x");
  expect(await asked("..%2f..%5c%2e")).toBe("/h/..%252f..%255c%252e/x");
  await expect(asked("..")).rejects.toThrow("dot segment");
});

test("lists of Swagger 2.0 stand between signs in a path and a header, too", async () => {
  const list = { type: "array", items: { type: "string" } };
  for (const [collectionFormat, inPath, inHeader] of [
    ["pipes", "a%7Cb%20c", "a|b c"],
    ["ssv", "a%20b%20c", "a b c"],
    ["tsv", "a%09b%20c", "a\tb c"],
  ]) {
    const at = { ...list, collectionFormat };
    const { url, headers } = await sent(
      "/h/{p}",
      {
        parameters: [
          { name: "p", in: "path", required: true, ...at },
          { name: "x-h", in: "header", ...at },
          { name: "x-none", in: "header", ...at },
        ],
      },
      { p: ["a", "b c"], "x-h": ["a", "b c"], "x-none": [] },
      { openapi: undefined, servers: undefined, swagger: "2.0" },
    );
    expect([url, headers["x-h"], headers["x-none"]]).toEqual([
      `/h/${inPath}`,
      inHeader,
      undefined,
    ]);
  }
});

test("a cookie that the caller gives stays, beside a key of that name", async () => {
  const parameters = [{ name: "session", in: "cookie", schema: text }];
  const key = { type: "apiKey", in: "cookie", name: "session" };
  const more = {
    components: { securitySchemes: { key } },
    security: [{ key: [] }],
  };
  const asked = async (params: object) =>
    (await sent("/a", { parameters }, params, more, { key: "C" })).headers;
  expect((await asked({ session: "mine" })).cookie).toBe("session=mine");
  expect((await asked({})).cookie).toBe("session=C");
});
