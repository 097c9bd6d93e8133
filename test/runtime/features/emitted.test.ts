// What a description, or the config, says of repeating and redirecting reaches the wire.
import { expect, test } from "vitest";
import { clientOf } from "../../bodies/client-of.ts";
import { reply, serve } from "../server.ts";

const ok = { "204": { description: "ok" } };

test("keys go where a parameter or the config says so, and what has one is tried again", async () => {
  const { module } = await clientOf(
    {
      "/orders": {
        get: { operationId: "listOrders", responses: ok },
        post: { operationId: "createOrder", responses: ok },
      },
      "/notes": {
        post: {
          operationId: "createNote",
          parameters: [
            {
              name: "idempotency-key",
              in: "header",
              schema: { type: "string" },
            },
          ],
          responses: ok,
        },
      },
      "/pets": { post: { operationId: "createPet", responses: ok } },
    },
    {},
    {
      idempotencyKey: {
        header: "X-Request-Key",
        operations: [{ path: "/orders/**" }],
      },
    },
  );
  const server = await serve(reply(503, {}, { "retry-after-ms": "0" }));
  const client = module.createClient({
    baseUrl: server.url,
    retry: 1,
    use: [module["idempotencyKeys"]!(() => "key-1")],
  });
  for (const name of ["listOrders", "createOrder", "createNote", "createPet"])
    await module[name]!(client).catch(() => {});
  expect(
    server.arrived.map(({ method, url, headers }) => [
      method,
      url,
      headers["x-request-key"] ?? headers["idempotency-key"],
    ]),
  ).toEqual([
    ["GET", "/orders", undefined],
    ["GET", "/orders", undefined],
    ["POST", "/orders", "key-1"],
    ["POST", "/orders", "key-1"],
    ["POST", "/notes", "key-1"],
    ["POST", "/notes", "key-1"],
    ["POST", "/pets", undefined],
  ]);
});

test("a documented redirect is followed on its own origin; what is undocumented, or leads elsewhere, is not", async () => {
  const { module } = await clientOf({
    "/archive": {
      get: {
        operationId: "getArchive",
        responses: {
          "200": {
            description: "ok",
            content: { "application/json": { schema: { type: "string" } } },
          },
          "302": { description: "where it is" },
        },
      },
    },
    "/pets": {
      get: {
        operationId: "listPets",
        responses: { ...ok, "304": { description: "as it was" } },
      },
    },
  });
  const elsewhere = await serve(reply(200, {}));
  const server = await serve(
    reply(302, undefined, { location: "/there" }),
    reply(200, '"here"', { "content-type": "application/json" }),
    reply(302, undefined, { location: elsewhere.url }),
    reply(302, undefined, { location: "/there" }),
  );
  const client = module.createClient({ baseUrl: server.url });
  expect(await module["getArchive"]!(client)).toBe("here");
  await expect(module["getArchive"]!(client)).rejects.toMatchObject({
    name: "ApiError",
    status: 302,
  });
  await expect(module["listPets"]!(client)).rejects.toMatchObject({
    name: "RequestError",
    reason: "redirect",
  });
  expect(elsewhere.opened()).toBe(0);
});
