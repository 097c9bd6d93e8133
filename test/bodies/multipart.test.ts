import { beforeAll, describe, expect, test } from "vitest";
import { writeMultipart } from "../../templates/runtime/multipart.ts";
import { accepting, clientOf, object, type Emitted } from "./client-of.ts";
import { ofAnotherRealm, polyfilled } from "./odd-bodies.ts";
import { formDataOf, partsOf, receive, type Received } from "./receive.ts";

const text = { type: "string" };
const file = { type: "string", format: "binary" };
const point = object({ x: { type: "integer" } });

let emitted: Emitted;
beforeAll(async () => {
  const form = (operationId: string, schema: object, encoding?: object) => ({
    post: {
      operationId,
      ...accepting({
        "multipart/form-data": { schema, ...(encoding && { encoding }) },
      }),
    },
  });
  const upload = object({
    id: text,
    file,
    files: {
      type: "array",
      items: { type: "string", contentMediaType: "image/png" },
    },
    point,
    points: { type: "array", items: point },
    raw: {},
  });
  emitted = await clientOf({
    "/plain": form("plain", upload),
    "/encoded": form("encoded", upload, {
      id: { contentType: "text/plain; charset=utf-8" },
      file: { contentType: "image/jpeg" },
      files: { contentType: "image/png, image/webp" },
      point: { contentType: "application/vnd.point+json" },
      points: { contentType: "application/json" },
      raw: { contentType: "application/pdf" },
    }),
    "/foreign": form("foreign", upload, {
      point: { contentType: "application/xml" },
    }),
    "/styled": form(
      "styled",
      object({ tags: { type: "array", items: text }, point }),
      {
        tags: { style: "form", explode: false },
        point: { style: "deepObject", explode: true },
      },
    ),
    "/headers": form("headers", upload, {
      file: {
        headers: {
          "X-Checksum": { schema: text },
          "Content-Type": { schema: text },
          "Content-Disposition": { schema: text },
        },
      },
      files: {
        headers: { "X-Index": { required: true, schema: { type: "integer" } } },
      },
    }),
  });
});

async function sent(operation: string, body: unknown): Promise<Received> {
  const server = await receive();
  const client = emitted.module.createClient({ baseUrl: server.url });
  await emitted.module[operation]?.(client, { body });
  return server.received[0] as Received;
}

const bytes = Uint8Array.from([0, 255, 13, 10, 45, 45]);

describe("a part", () => {
  test("of text has no Content-Type and no file name", async () => {
    const arrived = await sent("plain", { id: "a\nb é", raw: 5 });
    expect(partsOf(arrived)).toEqual([
      'Content-Disposition: form-data; name="id"\r\n\r\na\nb é',
      'Content-Disposition: form-data; name="raw"\r\n\r\n5',
    ]);
    expect([...(await formDataOf(arrived))]).toEqual([
      ["id", "a\nb é"],
      ["raw", "5"],
    ]);
  });
  test("of an object is JSON, and no file", async () => {
    const arrived = await sent("plain", { point: { x: 1 } });
    expect(partsOf(arrived)).toEqual([
      'Content-Disposition: form-data; name="point"\r\nContent-Type: application/json\r\n\r\n{"x":1}',
    ]);
    expect((await formDataOf(arrived)).get("point")).toBe('{"x":1}');
  });
  test("of a File has its name, its type and its bytes", async () => {
    const arrived = await sent("plain", {
      file: new File([bytes], 'a"b\r\nc é.bin', { type: "image/gif" }),
    });
    const [part] = partsOf(arrived);
    expect(part?.split("\r\n").slice(0, 2)).toEqual([
      'Content-Disposition: form-data; name="file"; filename="a%22b%0D%0Ac é.bin"',
      "Content-Type: image/gif",
    ]);
    const found = (await formDataOf(arrived)).get("file") as File;
    expect([...new Uint8Array(await found.arrayBuffer())]).toEqual([...bytes]);
    expect(found.type).toBe("image/gif");
  });
  test("of bytes is a file as well", async () => {
    const arrived = await sent("plain", {
      file: new Blob([bytes]),
      raw: bytes,
    });
    const data = await formDataOf(arrived);
    for (const name of ["file", "raw"]) {
      const found = data.get(name) as File;
      expect([found.name, found.type, found.size]).toEqual([
        "blob",
        "application/octet-stream",
        6,
      ]);
    }
  });
  test("stands for each item of an array", async () => {
    const arrived = await sent("plain", {
      files: [new File(["1"], "1.png"), new File(["2"], "2.png")],
      points: [{ x: 1 }, { x: 2 }],
    });
    const data = await formDataOf(arrived);
    expect(data.getAll("files").map((each) => (each as File).name)).toEqual([
      "1.png",
      "2.png",
    ]);
    expect(data.getAll("points")).toEqual(['{"x":1}', '{"x":2}']);
  });
  test("is left out where there is nothing", async () => {
    const arrived = await sent("plain", {
      id: null,
      file: undefined,
      files: [null],
    });
    expect(partsOf(arrived)).toEqual([]);
  });
  test("is a stream, which is read as it is sent", async () => {
    const stream = new Blob([bytes]).stream();
    const arrived = await sent("plain", {
      id: "é",
      file: { stream, name: "a.gif", type: "image/gif" },
      files: [{ stream: new Blob(["1"]).stream() }, new File(["2"], "2")],
      point: { x: 1 },
    });
    expect(arrived.headers["transfer-encoding"]).toBe("chunked");
    const data = await formDataOf(arrived);
    expect([...data.keys()]).toEqual(["id", "file", "files", "files", "point"]);
    const found = data.get("file") as File;
    expect([found.name, found.type]).toEqual(["a.gif", "image/gif"]);
    expect([...new Uint8Array(await found.arrayBuffer())]).toEqual([...bytes]);
    const names = data.getAll("files").map((each) => (each as File).name);
    expect(names).toEqual(["blob", "2"]);
  });
  test("is no stream that somebody else reads", async () => {
    const stream = new Blob([bytes]).stream();
    stream.getReader();
    await expect(sent("plain", { file: { stream } })).rejects.toThrow(
      'the stream of "file" is in use',
    );
  });
  test("is no stream that another part is already", async () => {
    const stream = new Blob([bytes]).stream();
    const files = [{ stream: new Blob(["1"]).stream() }, { stream }];
    await expect(sent("plain", { file: { stream }, files })).rejects.toThrow(
      new TypeError('the stream of "files" is in use'),
    );
    expect(stream.locked).toBe(false);
  });
  test("that is a stream is not read where nothing is sent", async () => {
    let isRead = false;
    const stream = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          isRead = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const server = await receive();
    const client = emitted.module.createClient({ baseUrl: server.url });
    const failed = emitted.module["plain"]?.(
      client,
      { body: { file: { stream } } },
      { signal: AbortSignal.abort() },
    );
    await expect(failed).rejects.toMatchObject({ reason: "abort" });
    expect(isRead).toBe(false);
  });
  test("that is a stream and breaks ends the others", async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error("disk")),
    });
    const cancelled = Promise.withResolvers<unknown>();
    const next = new ReadableStream<Uint8Array>({ cancel: cancelled.resolve });
    await expect(
      sent("plain", { files: [{ stream: broken }, { stream: next }] }),
    ).rejects.toMatchObject({ name: "RequestError", reason: "connection" });
    await expect(cancelled.promise).resolves.toMatchObject({ message: "disk" });
  });
});

describe("a file", () => {
  test("of another realm keeps its name, its type and its bytes", async () => {
    const file = new File([bytes], "a.gif", { type: "image/gif" });
    const arrived = await sent("plain", { file: ofAnotherRealm(file) });
    const found = (await formDataOf(arrived)).get("file") as File;
    expect([found.name, found.type]).toEqual(["a.gif", "image/gif"]);
    expect([...new Uint8Array(await found.arrayBuffer())]).toEqual([...bytes]);
  });
  test.each([
    ["a Blob of a library", polyfilled()],
    ["one without a tag", { ...polyfilled(), [Symbol.toStringTag]: undefined }],
    ["a response", new Response("abc")],
    ["shared bytes", new Uint8Array(new SharedArrayBuffer(2))],
    ["a shared buffer", new SharedArrayBuffer(2)],
    ["a map", new Map([["a", 1]])],
  ])("is not made of %s", async (_, file) => {
    for (const operation of ["plain", "encoded"])
      await expect(sent(operation, { file })).rejects.toThrow(
        '"file" must be a Blob of this platform',
      );
  });
  test("is not made of what says itself in JSON", async () => {
    const point = { toJSON: () => ({ x: 1 }), [Symbol.toStringTag]: "Point" };
    const arrived = await sent("plain", { point, raw: [[1]] });
    expect([...(await formDataOf(arrived))]).toEqual([
      ["point", '{"x":1}'],
      ["raw", "[1]"],
    ]);
  });
});

describe("encoding", () => {
  test("says the media type of a part", async () => {
    const arrived = await sent("encoded", {
      id: "a",
      file: new File([bytes], "a.png", { type: "image/png" }),
      files: [new File(["1"], "1", { type: "image/webp" })],
      point: { x: 1 },
      points: [{ x: 1 }, { x: 2 }],
      raw: new Blob(["%PDF"]),
    });
    const heads = partsOf(arrived).map((part) =>
      part
        .split("\r\n\r\n")[0]
        ?.replace(/^.*?; name=/, "")
        .split("\r\n"),
    );
    expect(heads).toEqual([
      ['"id"', "Content-Type: text/plain; charset=utf-8"],
      ['"file"; filename="a.png"', "Content-Type: image/jpeg"],
      ['"files"; filename="1"', "Content-Type: image/webp"],
      ['"point"', "Content-Type: application/vnd.point+json"],
      ['"points"', "Content-Type: application/json"],
      ['"raw"; filename="blob"', "Content-Type: application/pdf"],
    ]);
    expect((await formDataOf(arrived)).get("points")).toBe('[{"x":1},{"x":2}]');
  });
  test("in a media type that we cannot write is the caller's text", async () => {
    expect(partsOf(await sent("foreign", { point: "<x>1</x>" }))).toEqual([
      'Content-Disposition: form-data; name="point"\r\nContent-Type: application/xml\r\n\r\n<x>1</x>',
    ]);
  });
  test("has the styles of a query, and encodes nothing", async () => {
    const arrived = await sent("styled", {
      tags: ["a&b", "c=d é"],
      point: { x: 1 },
    });
    expect([...(await formDataOf(arrived))]).toEqual([
      ["tags", "a&b,c=d é"],
      ["point[x]", "1"],
    ]);
  });
  test("has headers, which a value may come with", async () => {
    const arrived = await sent("headers", {
      file: { content: new File(["1"], "1"), headers: { "X-Checksum": "abc" } },
      files: [
        { content: new File(["2"], "2"), headers: { "X-Index": 0 } },
        {
          content: new File(["3"], "3"),
          headers: { "X-Index": 1, "X-Not": undefined },
        },
      ],
    });
    const heads = partsOf(arrived).map((part) =>
      part.split("\r\n\r\n")[0]?.split("\r\n").slice(1),
    );
    expect(heads).toEqual([
      ["Content-Type: application/octet-stream", "X-Checksum: abc"],
      ["Content-Type: application/octet-stream", "X-Index: 0"],
      ["Content-Type: application/octet-stream", "X-Index: 1"],
    ]);
    expect(
      partsOf(await sent("headers", { file: new File(["1"], "1") })),
    ).toHaveLength(1);
  });
  test("has a disposition, which a value may come with", async () => {
    const disposition = 'form-data; name="other"; filename="b.gif"';
    const arrived = await sent("headers", {
      file: {
        content: new File(["1"], "a.gif"),
        headers: { "Content-Disposition": disposition },
      },
    });
    const [part] = partsOf(arrived);
    expect(part?.split("\r\n").slice(0, 2)).toEqual([
      "Content-Type: application/octet-stream",
      `Content-Disposition: ${disposition}`,
    ]);
  });
  test("has each header once, in whatever case it is given", async () => {
    const given = {
      "content-type": "x/y",
      "CONTENT-disposition": 'form-data; name="other"',
    };
    const [part] = partsOf(
      await sent("headers", {
        file: { content: new File(["1"], "1"), headers: given },
      }),
    );
    expect(part?.split("\r\n\r\n")[0]?.split("\r\n")).toEqual(
      Object.entries(given).map(([name, value]) => `${name}: ${value}`),
    );
  });
  test("has no header that begins another line", async () => {
    await expect(
      sent("headers", {
        file: { content: new Blob(), headers: { "X-Checksum": "a\r\nb: c" } },
      }),
    ).rejects.toThrow('header "X-Checksum" of a part cannot be sent');
    for (const name of ["X-A\r\nX-B", "X-A: 1\r\nX-B", "", "X A", "X-\u2603"])
      await expect(
        sent("headers", { file: { content: "a", headers: { [name]: "1" } } }),
      ).rejects.toThrow("of a part cannot be sent");
  });
});

describe("types", () => {
  const textOf = (name: string) =>
    emitted.files.get(`operations/${name}.ts`) ?? "";
  test("a file is a Blob, in JSON it is a string", () => {
    expect(textOf("plain")).toContain("file?: Blob | StreamedFile;");
    expect(textOf("plain")).toContain("files?: (Blob | StreamedFile)[];");
    expect(textOf("plain")).toContain("raw?: unknown;");
    expect(textOf("encoded")).toContain("raw?: Blob | StreamedFile;");
    expect(textOf("foreign")).toContain(
      "point?: string | Blob | StreamedFile;",
    );
  });
  test("headers are wanted where one is required", () => {
    expect(textOf("headers").replace(/\s+/g, " ")).toContain(
      'file?: | Blob | StreamedFile | PartWithHeaders< Blob | StreamedFile, { "X-Checksum"?: string | number | boolean; "Content-Disposition"?: string | number | boolean; } >;',
    );
    expect(textOf("headers").replace(/\s+/g, " ")).toContain(
      'files?: PartWithHeaders< Blob | StreamedFile, { "X-Index": string | number | boolean } >[];',
    );
  });
});

test("every body has a boundary of its own", async () => {
  const types = new Set<unknown>();
  for (let count = 0; count < 5; count += 1)
    types.add((await sent("plain", { id: "1" })).headers["content-type"]);
  expect(types.size).toBe(5);
  expect([...types][0]).toMatch(
    /^multipart\/form-data; boundary=form-[0-9a-f]{32}$/,
  );
});

test("the length is said", async () => {
  const { bytes: arrived, headers } = await sent("plain", {
    file: new Blob([bytes]),
  });
  expect(headers["content-length"]).toBe(String(arrived.length));
});

test("a body is written as RFC 7578 has it", async () => {
  const { body, type } = writeMultipart([{ name: "a", content: "1" }], "x");
  expect(type).toBe("multipart/form-data; boundary=x");
  expect(await new Response(body).text()).toBe(
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
  );
});
