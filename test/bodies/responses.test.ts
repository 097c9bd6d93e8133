import { beforeAll, describe, expect, test } from "vitest";
import { answer } from "./answer.ts";
import { clientOf, object, type Emitted } from "./client-of.ts";
import { receive } from "./receive.ts";

const pet = { schema: object({ name: { type: "string" } }) };
const file = { schema: { type: "string", format: "binary" } };
const answering = (content: object | undefined, status = "200"): object => ({
  responses: { [status]: { description: "d", ...(content && { content }) } },
});

let emitted: Emitted;
beforeAll(async () => {
  emitted = await clientOf({
    "/several": {
      get: {
        operationId: "several",
        ...answering({
          "text/csv": {},
          "application/vnd.pet+json": pet,
          "image/png": file,
          "text/*": {},
        }),
      },
    },
    "/hal": {
      get: {
        operationId: "hal",
        ...answering({ "application/hal+json": pet, "application/json": pet }),
      },
    },
    "/xml": {
      get: {
        operationId: "xml",
        ...answering({
          "application/xml": pet,
          "application/json": pet,
          "text/plain": pet,
        }),
      },
    },
    "/any": {
      get: {
        operationId: "anything",
        ...answering({ "*/*": { schema: { type: "string" } } }),
      },
    },
    "/anyFile": {
      get: { operationId: "anyFile", ...answering({ "*/*": file }) },
    },
    "/opaque": {
      get: { operationId: "opaque", ...answering({ "*/*": {} }) },
    },
    "/unsaid": {
      get: {
        operationId: "unsaid",
        responses: {
          "200": { description: "ok", content: { "application/json": {} } },
          "404": {
            description: "none",
            content: { "application/json": { schema: {} } },
          },
        },
      },
    },
    "/latin": {
      get: {
        operationId: "latin",
        ...answering({ "text/csv; charset=iso-8859-1": {} }),
      },
    },
    "/streamed": {
      get: {
        operationId: "streamed",
        ...answering({ "application/json": pet, "text/event-stream": {} }),
      },
    },
    "/stream": {
      get: { operationId: "stream", ...answering({ "text/event-stream": {} }) },
    },
    "/moved": {
      get: {
        operationId: "moved",
        responses: {
          "200": { description: "ok", content: { "application/json": pet } },
          "202": { description: "not yet" },
          "204": { description: "none" },
          "302": { description: "elsewhere" },
          "303": { description: "see", content: { "application/json": pet } },
          "404": {
            description: "none",
            content: { "application/problem+json": pet, "text/plain": {} },
          },
        },
      },
      head: {
        operationId: "looked",
        responses: {
          "200": { description: "ok", content: { "application/json": pet } },
          "404": { description: "none", content: { "application/json": pet } },
        },
      },
    },
  });
});

async function called(
  operation: string,
  type: string | undefined,
  body: string | Uint8Array = "",
  status = 200,
): Promise<{ data: unknown; accept: unknown }> {
  const server = await receive(answer(type, body, status));
  const client = emitted.module.createClient({
    baseUrl: server.url,
    retry: false,
  });
  const data = await emitted.module[operation]?.(client);
  return { data, accept: server.received[0]?.headers["accept"] };
}

describe("several media types", () => {
  test("are all asked for, JSON first", async () => {
    const { accept } = await called("several", "text/csv");
    expect(accept).toBe(
      "application/vnd.pet+json, text/csv, image/png, text/*",
    );
    expect((await called("hal", "application/json", "{}")).accept).toBe(
      "application/hal+json, application/json",
    );
    expect((await called("xml", "text/plain", "{}")).accept).toBe(
      "application/json, text/plain",
    );
  });
  test.each([
    ["application/vnd.pet+json", '{"name":"a"}', { name: "a" }],
    ["Application/VND.pet+JSON; charset=utf-8", '{"name":"a"}', { name: "a" }],
    ["text/csv;header=present", "1,2", "1,2"],
    ["text/plain", "1", "1"],
    // None of them, or nothing said: as the first one.
    ["application/json", '{"name":"a"}', { name: "a" }],
    [undefined, '{"name":"a"}', { name: "a" }],
  ])("are read by %s", async (type, body, data) => {
    expect((await called("several", type, body)).data).toEqual(data);
  });
  test("are bytes where they are", async () => {
    const { data } = await called(
      "several",
      "image/png",
      Uint8Array.of(0, 255),
    );
    expect(data).toBeInstanceOf(Blob);
    expect([...new Uint8Array(await (data as Blob).arrayBuffer())]).toEqual([
      0, 255,
    ]);
  });
  test("that none of them reads is an error that says so", async () => {
    await expect(
      called("several", "application/pdf", "%PDF"),
    ).rejects.toMatchObject({
      reason: "decode",
      text: "%PDF",
    });
  });
  test("of a failure are read the same way", async () => {
    await expect(
      called("moved", "text/plain", "no", 404),
    ).rejects.toMatchObject({ status: 404, body: "no" });
    await expect(
      called("moved", "application/problem+json", '{"name":"a"}', 404),
    ).rejects.toMatchObject({ status: 404, body: { name: "a" } });
  });
});

describe("a range", () => {
  test("of a text is what arrives", async () => {
    expect(await called("anything", "application/json", '"a"')).toEqual({
      data: "a",
      accept: "*/*",
    });
    expect((await called("anything", "text/plain", '"a"')).data).toBe('"a"');
    expect((await called("anything", undefined, "a")).data).toBe("a");
  });
  test("of a file is bytes", async () => {
    expect(
      (await called("anyFile", "application/json", "{}")).data,
    ).toBeInstanceOf(Blob);
  });
});

test("a text in another encoding is bytes", async () => {
  expect(
    (await called("latin", "text/csv; charset=iso-8859-1", "a")).data,
  ).toBeInstanceOf(Blob);
});

describe("no content", () => {
  test.each([202, 204])("of %d is undefined", async (status) => {
    expect((await called("moved", undefined, "", status)).data).toBeUndefined();
  });
  test("a documented redirect is a typed error, and not followed", async () => {
    await expect(called("moved", undefined, "", 302)).rejects.toMatchObject({
      status: 302,
      body: undefined,
    });
    await expect(
      called("moved", "application/json", '{"name":"a"}', 303),
    ).rejects.toMatchObject({ status: 303, body: { name: "a" } });
    await expect(called("moved", undefined, "", 301)).rejects.toMatchObject({
      reason: "redirect",
    });
  });
  test("is what HEAD has, whatever is documented", async () => {
    expect(await called("looked", "application/json")).toEqual({
      data: undefined,
      accept: "application/json",
    });
    await expect(
      called("looked", "application/json", "", 404),
    ).rejects.toMatchObject({ status: 404, body: undefined });
  });
});

describe("no content under a range that describes JSON", () => {
  let wide: Emitted;
  beforeAll(async () => {
    const json = { description: "d", content: { "application/json": pet } };
    const bare = { description: "d", content: { "application/json": {} } };
    const none = { description: "d" };
    const get = (operationId: string, responses: object) => ({
      get: { operationId, responses },
    });
    wide = await clientOf({
      "/anything": get("anything", { "2XX": bare }),
      "/default": get("byDefault", { default: bare }),
      "/errors": get("errors", { "200": none, default: bare }),
      "/later": get("later", { "202": none, "2XX": json, "4XX": json }),
      "/pet": get("pet", { "2XX": json, default: json }),
      "/petByDefault": get("petByDefault", { default: json }),
      "/exact": get("exact", { "200": bare }),
      "/seen": get("seen", { "200": none, "3XX": json }),
    });
  });
  const answered = async (operation: string, status: number, body = "") => {
    const server = await receive((response) =>
      response.writeHead(status).end(body),
    );
    const client = wide.module.createClient({ baseUrl: server.url });
    return wide.module[operation]?.(client);
  };
  test.each([
    "anything",
    "byDefault",
    "errors",
    "later",
    "pet",
    "petByDefault",
  ])("is nothing to %s", async (operation) => {
    for (const status of [204, 205])
      expect(await answered(operation, status)).toBeUndefined();
  });
  test("is an error without a body under a range of redirects: 304", async () => {
    await expect(answered("seen", 304)).rejects.toMatchObject({
      name: "ApiError",
      status: 304,
      body: undefined,
    });
    await expect(answered("seen", 303, '{"name":"a"}')).rejects.toMatchObject({
      status: 303,
      body: { name: "a" },
    });
  });
  test.each(["anything", "byDefault", "later", "pet", "petByDefault"])(
    "is not what %s has with another status",
    async (operation) => {
      expect(await answered(operation, 201, '{"name":"a"}')).toEqual({
        name: "a",
      });
    },
  );
  test.each([
    ["pet", 201],
    ["petByDefault", 201],
    ["later", 201],
    ["later", 404],
  ])(
    "is an error of %s with %d, whose type has nothing of the kind",
    async (name, status) => {
      await expect(answered(name, status)).rejects.toMatchObject({
        message: `GET /${name} failed: decode`,
        reason: "decode",
      });
    },
  );
});

test("types are the union of what arrives", () => {
  const text = [...emitted.files.values()].join("\n").replace(/\s+/g, " ");
  expect(text).toContain("Call<SeveralResponse | string | Blob, SeveralError>");
  expect(text).toContain("Call<undefined, LookedError>");
  expect(text).toMatch(/ApiError<302, undefined>/);
  expect(text).toMatch(/ApiError<404, \w+ \| string>/);
});

test("a stream beside something else has a function that asks for it", async () => {
  expect((await called("streamed", "application/json", "{}")).accept).toBe(
    "application/json",
  );
  for (const operation of ["stream", "streamStreamed"]) {
    const { accept, data } = await called(
      operation,
      "text/event-stream",
      "data: a\n\n",
    );
    expect(accept).toBe("text/event-stream");
    const events: unknown[] = [];
    for await (const event of data as AsyncIterable<unknown>)
      events.push(event);
    expect(events).toEqual([{ data: "a" }]);
  }
  expect(emitted.diagnostics).toEqual([
    "operation/asked-as-json /paths/~1xml/get/responses/200/content/application~1xml",
  ]);
});

test.each(["application/json", "text/html"])(
  "%s where events were asked for is an error, not an empty stream",
  async (type) => {
    await expect(called("streamStreamed", type, "{}")).rejects.toMatchObject({
      reason: "decode",
      text: "{}",
    });
  },
);

describe("a body of which nothing is said", () => {
  test.each([
    ["application/json", '{"name":"a"}', { name: "a" }],
    ["text/plain", "a: 1", "a: 1"],
    ["application/xml", "<a/>", "<a/>"],
    ["text/plain", "", undefined],
  ])(
    "is read by its own type where it may be any, %s",
    async (type, body, wanted) => {
      const { accept, data } = await called("opaque", type, body);
      expect(data).toEqual(wanted);
      expect(accept).toBe("*/*");
    },
  );
  test("is bytes where it is no text", async () => {
    const { data } = await called("opaque", "application/pdf", "%PDF");
    expect(await (data as Blob).text()).toBe("%PDF");
  });
  test("may be none under JSON", async () => {
    const json = "application/json";
    expect((await called("unsaid", json, "[1]")).data).toEqual([1]);
    expect((await called("unsaid", "text/plain", "[1]")).data).toEqual([1]);
    expect((await called("unsaid", json, "")).data).toBeUndefined();
    expect((await called("unsaid", undefined, "\n")).data).toBeUndefined();
    await expect(called("unsaid", json, "", 404)).rejects.toMatchObject({
      status: 404,
      body: undefined,
    });
  });
  test("is read at once all the same, and no stream", () => {
    const printed = emitted.files.get("operations/unsaid.ts");
    expect(printed).toContain("jsonOrNothing");
    expect(printed).not.toContain("streams:");
    expect(emitted.files.get("operations/stream.ts")).toContain("streams:");
  });
  test("is no JSON where there is something else", async () => {
    await expect(
      called("unsaid", "text/html", "<p>Bad gateway"),
    ).rejects.toMatchObject({ reason: "decode", text: "<p>Bad gateway" });
  });
  test("may not be none where a schema says what it is", async () => {
    await expect(called("moved", "application/json", "")).rejects.toMatchObject(
      { reason: "decode" },
    );
  });
});
