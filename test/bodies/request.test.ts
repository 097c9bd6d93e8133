// What an emitted operation names of the runtime, and so what it does.
import { beforeAll, describe, expect, test } from "vitest";
import { reply, serve, type Server } from "../runtime/server.ts";
import { clientOf, object, type Emitted } from "./client-of.ts";

const pet = { schema: object({ name: { type: "string" } }) };
const json = { "application/json": pet };
const answer = (content?: object): object => ({
  description: "d",
  ...(content && { content }),
});
const ok = { responses: { "200": answer(json) } };
const key = {
  name: "Idempotency-Key",
  in: "header",
  schema: { type: "string" },
};

const methods = ["get", "head", "put", "delete", "options", "trace"];
let emitted: Emitted;
beforeAll(async () => {
  const responses = (operationId: string, of: object): object => ({
    get: { operationId, responses: of },
  });
  emitted = await clientOf(
    {
      "/one": responses("one", { 200: answer(json), 404: answer(json) }),
      "/two": responses("two", {
        200: answer({ "text/csv": {} }),
        default: answer(json),
      }),
      "/any": responses("anything", {
        200: answer({ "*/*": pet }),
        404: answer(json),
      }),
      "/none": responses("none", { 204: answer() }),
      "/both": responses("both", { default: answer(json) }),
      "/methods": Object.fromEntries([
        ...methods.map((method) => [
          method,
          { operationId: `${method}It`, ...ok },
        ]),
        ["post", { operationId: "postIt", ...ok }],
        ["patch", { operationId: "patchIt", ...ok }],
      ]),
      "/keyed": {
        post: { operationId: "keyed", parameters: [key], ...ok },
      },
      "/upload": {
        put: {
          operationId: "upload",
          requestBody: { content: { "application/octet-stream": {} } },
          ...ok,
        },
      },
      "/optional": {
        get: { operationId: "optional", security: [{}, { key: [] }], ...ok },
      },
      "/open": { get: { operationId: "open", security: [{}], ...ok } },
    },
    {
      components: {
        securitySchemes: { key: { type: "http", scheme: "bearer" } },
      },
    },
  );
});

async function arrived(
  name: string,
  params?: object,
  options: object = {},
): Promise<Server["arrived"]> {
  const server = await serve(
    reply(503, {}, { "retry-after-ms": "0" }),
    reply(200, {}),
  );
  const client = emitted.module.createClient({
    baseUrl: server.url,
    ...options,
  });
  await emitted.module[name]!(client, params).catch(() => {});
  return server.arrived;
}

describe("what is accepted are the media types of all responses", () => {
  test.each([
    ["one", "application/json"],
    ["two", "text/csv, application/json"],
    ["anything", "*/*"],
    ["none", "*/*"],
  ])("%s", async (name, accept) => {
    const [request] = await arrived(name);
    expect(request?.headers.accept).toBe(accept);
  });
});

describe("what is sent again", () => {
  test.each(methods.filter((method) => method !== "trace"))(
    "%s, being idempotent",
    async (method) => {
      expect(await arrived(`${method}It`)).toHaveLength(2);
    },
  );
  test.each(["post", "patch"])("%s is not", async (method) => {
    expect(await arrived(`${method}It`)).toHaveLength(1);
  });
  test("but with a declared key it is", async () => {
    expect(await arrived("keyed")).toHaveLength(1);
    expect(await arrived("keyed", { "Idempotency-Key": "k" })).toHaveLength(2);
    const headers = { "idempotency-key": "k" };
    expect(await arrived("keyed", {}, { headers })).toHaveLength(2);
    expect(await arrived("postIt", {}, { headers })).toHaveLength(1);
  });
  test("a stream is not", async () => {
    const body = new Blob(["x"]);
    expect(await arrived("upload", { body })).toHaveLength(2);
    expect(await arrived("upload", { body: body.stream() })).toHaveLength(1);
  });
});

test("`default` is a success only where no other is documented", async () => {
  const server = await serve(reply(200, { name: "Tom" }));
  const client = emitted.module.createClient({ baseUrl: server.url });
  expect(await emitted.module["both"]!(client)).toEqual({ name: "Tom" });
  const other = await serve(reply(201, "a,b", { "content-type": "text/csv" }));
  const near = emitted.module.createClient({ baseUrl: other.url });
  expect(await emitted.module["two"]!(near)).toBe("a,b");
});

test("a credential is sent wherever it may be, if there is one", async () => {
  const token = { key: "t" };
  const sent = async (name: string, options?: object) =>
    (await arrived(name, {}, options))[0]?.headers.authorization;
  expect(await sent("optional", token)).toBe("Bearer t");
  expect(await sent("optional")).toBeUndefined();
  expect(await sent("open", token)).toBeUndefined();
});
