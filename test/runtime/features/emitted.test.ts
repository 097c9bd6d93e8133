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

test("what may be sent twice anyway has a key as well, where a parameter says so, and is tried again without one", async () => {
  const keyed = (operationId: string, name: string) => ({
    operationId,
    parameters: [{ name, in: "header", schema: { type: "string" } }],
    responses: ok,
  });
  const { module } = await clientOf({
    "/notes": {
      get: { operationId: "listNotes", responses: ok },
      put: keyed("putNote", "Idempotency-Key"),
      delete: keyed("deleteNote", "X-Idempotency-Key"),
      post: keyed("createNote", "x-idempotency-key"),
      patch: keyed("patchNote", "Idempotency-Token"),
    },
  });
  const server = await serve(reply(503, {}, { "retry-after-ms": "0" }));
  const calls = async (use: readonly unknown[]) => {
    const from = server.arrived.length;
    const options = { baseUrl: server.url, retry: 1, use };
    const client = module.createClient(options);
    const names = ["listNotes", "putNote", "deleteNote", "createNote"];
    for (const name of [...names, "patchNote"])
      await module[name]!(client).catch(() => {});
    return server.arrived
      .slice(from)
      .map(({ method, headers }) => [
        method,
        headers["idempotency-key"],
        headers["x-idempotency-key"],
      ]);
  };
  let made = 0;
  expect(
    await calls([module["idempotencyKeys"]!(() => `key-${++made}`)]),
  ).toEqual([
    ...Array(2).fill(["GET", undefined, undefined]),
    ...Array(2).fill(["PUT", "key-1", undefined]),
    ...Array(2).fill(["DELETE", undefined, "key-2"]),
    ...Array(2).fill(["POST", undefined, "key-3"]),
    ["PATCH", undefined, undefined],
  ]);
  expect(await calls([])).toEqual(
    ["GET", "GET", "PUT", "PUT", "DELETE", "DELETE", "POST", "PATCH"].map(
      (method) => [method, undefined, undefined],
    ),
  );
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

test("an operation that may send a stream ends it with the call", async () => {
  const file = { type: "string", format: "binary" };
  const { module, files } = await clientOf({
    "/files": {
      put: {
        operationId: "putFile",
        requestBody: { content: { "application/octet-stream": {} } },
        responses: ok,
      },
      post: {
        operationId: "postFile",
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: { type: "object", properties: { file } },
            },
          },
        },
        responses: { ...ok, "307": { description: "elsewhere" } },
      },
      patch: {
        operationId: "patchFile",
        requestBody: { content: { "application/json": {} } },
        responses: ok,
      },
    },
  });
  const text = [...files.values()].join("\n");
  expect(text).toContain("use: [stoppableUpload]");
  expect(text).toContain("use: [redirects(), stoppableUpload]");
  const cancelled: string[] = [];
  const endless = (name: string) =>
    new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(2 ** 16)),
      cancel: () => void cancelled.push(name),
    });
  for (const [name, body] of [
    ["putFile", endless("putFile")],
    ["postFile", { file: { stream: endless("postFile") } }],
  ] as const) {
    const over = new AbortController();
    const client = module.createClient({
      fetch: () => new Promise(() => over.abort()),
    });
    const call = module[name]!(client, { body }, { signal: over.signal });
    await expect(call).rejects.toMatchObject({ reason: "abort" });
  }
  await expect.poll(() => cancelled).toEqual(["putFile", "postFile"]);
});
