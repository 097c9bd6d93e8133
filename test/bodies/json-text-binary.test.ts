import { ReadableStream } from "node:stream/web";
import { beforeAll, describe, expect, test } from "vitest";
import { accepting, clientOf, object, type Emitted } from "./client-of.ts";
import { locked, ofAnotherRealm, polyfilled, spent } from "./odd-bodies.ts";
import { receive } from "./receive.ts";

const pet = object({ name: { type: ["string", "null"] } });
let emitted: Emitted;
beforeAll(async () => {
  emitted = await clientOf({
    "/json": {
      post: {
        operationId: "json",
        ...accepting({ "application/json": { schema: pet } }),
      },
      patch: {
        operationId: "merge",
        ...accepting({ "application/merge-patch+json": { schema: pet } }),
      },
      delete: {
        operationId: "remove",
        ...accepting({
          "application/json-patch+json": {
            schema: { type: "array", items: pet },
          },
        }),
      },
    },
    "/charset": {
      post: {
        operationId: "charset",
        ...accepting({ "application/json; charset=utf-8": { schema: pet } }),
      },
    },
    "/text": {
      post: {
        operationId: "text",
        ...accepting({ "text/plain": { schema: { type: "string" } } }),
      },
      put: {
        operationId: "xml",
        ...accepting({ "application/xml": { schema: pet } }),
      },
      patch: {
        operationId: "integer",
        ...accepting({ "text/plain": { schema: { type: "integer" } } }),
      },
    },
    "/binary": {
      post: {
        operationId: "bytes",
        ...accepting({
          "application/octet-stream": {
            schema: { type: "string", format: "binary" },
          },
        }),
      },
      put: { operationId: "png", ...accepting({ "image/png": {} }) },
      patch: { operationId: "image", ...accepting({ "image/*": {} }) },
      delete: {
        operationId: "latin",
        ...accepting({ "text/csv; charset=iso-8859-1": {} }),
      },
    },
    "/optional": {
      post: {
        operationId: "optional",
        requestBody: { content: { "application/json": { schema: pet } } },
        responses: { "204": { description: "done" } },
      },
    },
  });
});

async function sent(operation: string, params?: unknown, times = 1) {
  const server = await receive((response, { headers }) =>
    response.writeHead(headers["x-fail"] ? 503 : 204).end(),
  );
  const client = emitted.module.createClient({ baseUrl: server.url });
  await emitted.module[operation]?.(client, params);
  expect(server.received).toHaveLength(times);
  const [{ headers, method, bytes, text }] = server.received as [never] as [
    (typeof server.received)[number],
  ];
  return { method, bytes, text, type: headers["content-type"], headers };
}

describe("JSON", () => {
  test.each([
    ["json", { name: null }, '{"name":null}', "application/json"],
    ["merge", { name: null }, '{"name":null}', "application/merge-patch+json"],
    [
      "remove",
      [{ name: "é" }],
      '[{"name":"é"}]',
      "application/json-patch+json",
    ],
    ["charset", {}, "{}", "application/json; charset=utf-8"],
  ])("%s goes out under its own name", async (operation, body, text, type) => {
    expect(await sent(operation, { body })).toMatchObject({ text, type });
  });
  test("an optional body is left out with its Content-Type", async () => {
    const { headers, text } = await sent("optional");
    expect(text).toBe("");
    expect(headers).not.toHaveProperty("content-type");
    expect(headers["content-length"]).toBe("0");
    expect(await sent("optional", { body: {} })).toMatchObject({
      text: "{}",
      type: "application/json",
    });
  });
});

describe("text", () => {
  test.each([
    ["text", "a\nb é", "a\nb é", "text/plain"],
    ["text", "", "", "text/plain"],
    ["xml", "<pet/>", "<pet/>", "application/xml"],
    ["integer", 42, "42", "text/plain"],
  ])("%s %j", async (operation, body, text, type) => {
    expect(await sent(operation, { body })).toMatchObject({ text, type });
  });
  test("an object is refused", async () => {
    await expect(sent("xml", { body: {} })).rejects.toThrow(TypeError);
  });
});

describe("bytes", () => {
  const bytes = Uint8Array.from([0, 255, 13, 10, 128]);
  const forms = {
    bytes: () => bytes,
    "a view": () => new DataView(Uint8Array.from([9, ...bytes]).buffer, 1),
    buffer: () => bytes.buffer,
    Blob: () => new Blob([bytes], { type: "text/plain" }),
    stream: () =>
      new ReadableStream({
        start(controller) {
          controller.enqueue(bytes.subarray(0, 2));
          controller.enqueue(bytes.subarray(2));
          controller.close();
        },
      }),
  };
  test.each(Object.entries(forms))("from %s", async (_, make) => {
    const { bytes: arrived, type } = await sent("bytes", { body: make() });
    expect([...arrived]).toEqual([...bytes]);
    expect(type).toBe("application/octet-stream");
  });
  test("a length is said where it is known, a stream comes in chunks", async () => {
    const { headers } = await sent("bytes", { body: bytes });
    expect(headers["content-length"]).toBe("5");
    const streamed = await sent("bytes", { body: forms.stream() });
    expect(streamed.headers["transfer-encoding"]).toBe("chunked");
  });
  test("a stream is never sent twice", async () => {
    const server = await receive((response) => response.writeHead(503).end());
    const client = emitted.module.createClient({ baseUrl: server.url });
    await expect(
      emitted.module["png"]?.(client, { body: forms.stream() }),
    ).rejects.toMatchObject({ status: 503 });
    expect(server.received).toHaveLength(1);
  });
  test("the description's media type wins over a Blob's", async () => {
    expect(await sent("png", { body: forms.Blob() })).toMatchObject({
      type: "image/png",
    });
  });
  test("the caller says which media type of a range it is", async () => {
    const params = { body: bytes, contentType: "image/webp" };
    expect(await sent("image", params)).toMatchObject({ type: "image/webp" });
    await expect(
      sent("image", { body: bytes, contentType: "text/html" }),
    ).rejects.toThrow('"contentType" must be image/*');
  });
  test("a text that fetch would send in UTF-8 is bytes", async () => {
    const { bytes: arrived, type } = await sent("latin", {
      body: Uint8Array.from([0xe9]),
    });
    expect([...arrived]).toEqual([0xe9]);
    expect(type).toBe("text/csv; charset=iso-8859-1");
  });
  test("from a File of another realm", async () => {
    const body = ofAnotherRealm(new File([bytes], "a", { type: "text/plain" }));
    expect([...(await sent("bytes", { body })).bytes]).toEqual([...bytes]);
  });
  test.each([
    ["a stream that is locked", locked],
    ["a stream that has been read", spent],
    ["shared bytes", () => new Uint8Array(new SharedArrayBuffer(2))],
    ["a shared buffer", () => new SharedArrayBuffer(2)],
    ["a polyfilled Blob", polyfilled],
  ])("%s is a wrong argument, and nothing is sent", async (_, make) => {
    const server = await receive();
    const client = emitted.module.createClient({ baseUrl: server.url });
    const body = await make();
    await expect(emitted.module["bytes"]?.(client, { body })).rejects.toThrow(
      TypeError,
    );
    expect(server.received).toEqual([]);
  });
  test.each([{}, [1], "text", 5])("%j is refused", async (body) => {
    await expect(sent("bytes", { body })).rejects.toThrow(
      "the body must be a Blob, bytes or a stream",
    );
  });
});

test("everything is emitted, and nothing reported", () => {
  expect(emitted.diagnostics).toEqual([]);
});
