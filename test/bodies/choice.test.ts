import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { checkTypes } from "../scenarios/check-types.ts";
import { accepting, clientOf, object, type Emitted } from "./client-of.ts";
import { formDataOf, receive, type Received } from "./receive.ts";

const report = object({ total: { type: "integer" } }, "total");
const upload = object({ file: { type: "string", format: "binary" } }, "file");
const json = { "application/json": { schema: report } };

const png = new Blob(["a"], { type: "image/png" });

let emitted: Emitted;
beforeAll(async () => {
  emitted = await clientOf({
    "/reports/{id}": {
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          description: "Which one.",
          schema: { type: "string" },
        },
      ],
      put: {
        operationId: "putReport",
        ...accepting({
          "text/csv": { schema: { type: "string" } },
          ...json,
          "application/x-www-form-urlencoded": { schema: report },
          "application/x-msgpack": { schema: report },
          "multipart/form-data": { schema: upload },
        }),
      },
    },
    "/same": {
      post: {
        operationId: "same",
        requestBody: {
          content: {
            "application/*+json": { schema: report },
            ...json,
            "text/json": { schema: report },
          },
        },
        responses: { "204": { description: "done" } },
      },
    },
    "/uploads": {
      post: {
        operationId: "upload",
        requestBody: {
          description: "What to keep.",
          content: {
            "multipart/form-data": { schema: upload },
            "application/octet-stream": {},
            "text/*": {},
            "*/*": {},
          },
        },
        responses: { "204": { description: "done" } },
      },
    },
    "/clash": {
      post: {
        operationId: "clash",
        ...accepting({ ...json, "text/plain": {} }),
        parameters: [
          { name: "body", in: "query", schema: { type: "string" } },
          { name: "contentType", in: "query", schema: { type: "string" } },
        ],
      },
    },
    "/images": {
      post: {
        operationId: "image",
        ...accepting({ "image/png": {}, "image/jpeg": {} }),
      },
    },
    "/ranged": {
      post: { operationId: "ranged", ...accepting({ "image/*": {} }) },
    },
    "/opaque": {
      post: { operationId: "opaque", ...accepting({ "*/*": {} }) },
    },
    "/any": {
      post: {
        operationId: "anything",
        ...accepting({ "*/*": { schema: report } }),
      },
    },
  });
});

async function sent(operation: string, params?: unknown): Promise<Received> {
  const server = await receive();
  const client = emitted.module.createClient({ baseUrl: server.url });
  await emitted.module[operation]?.(client, params);
  return server.received[0] as Received;
}

describe("a call", () => {
  test.each([
    [
      "putReport",
      { id: "1", body: { total: 1 } },
      "application/json",
      '{"total":1}',
    ],
    [
      "putReport",
      { id: "1", body: { total: 1 }, contentType: "application/json" },
      "application/json",
      '{"total":1}',
    ],
    [
      "putReport",
      { id: "1", body: "total\n1", contentType: "text/csv" },
      "text/csv",
      "total\n1",
    ],
    [
      "putReport",
      {
        id: "1",
        body: { total: 1 },
        contentType: "application/x-www-form-urlencoded",
      },
      "application/x-www-form-urlencoded",
      "total=1",
    ],
    [
      "putReport",
      {
        id: "1",
        body: Uint8Array.of(65),
        contentType: "application/x-msgpack",
      },
      "application/x-msgpack",
      "A",
    ],
    ["same", { body: { total: 1 } }, "application/json", '{"total":1}'],
    [
      "same",
      { body: { total: 1 }, contentType: "text/json" },
      "text/json",
      '{"total":1}',
    ],
    [
      "same",
      { body: { total: 1 }, contentType: "application/hal+json" },
      "application/hal+json",
      '{"total":1}',
    ],
    ["same", {}, undefined, ""],
    ["upload", { body: "a", contentType: "text/html" }, "text/html", "a"],
    [
      "upload",
      { body: new Blob(["a"]), contentType: "video/mp4" },
      "video/mp4",
      "a",
    ],
    [
      "clash",
      {
        body: "q",
        contentType: "q",
        requestBody: "a",
        requestContentType: "text/plain",
      },
      "text/plain",
      "a",
    ],
    [
      "image",
      { body: Uint8Array.of(65), contentType: "image/jpeg" },
      "image/jpeg",
      "A",
    ],
    ["anything", { body: { total: 1 } }, "application/json", '{"total":1}'],
    // A `Blob` says what it is, where the description leaves that open and the caller does not name it.
    ["opaque", { body: png }, "image/png", "a"],
    ["opaque", { body: new Blob(["a"]) }, "application/octet-stream", "a"],
    ["opaque", { body: Uint8Array.of(65) }, "application/octet-stream", "A"],
    ["opaque", { body: png, contentType: "image/webp" }, "image/webp", "a"],
    ["ranged", { body: png }, "image/png", "a"],
    ["ranged", { body: png, contentType: "image/*" }, "image/png", "a"],
    ["ranged", { body: png, contentType: "image/webp" }, "image/webp", "a"],
    [
      "upload",
      { body: png, contentType: "application/octet-stream" },
      "application/octet-stream",
      "a",
    ],
  ])("%s %j", async (operation, params, type, text) => {
    const { headers, text: arrived } = await sent(operation, params);
    expect([headers["content-type"], arrived]).toEqual([type, text]);
  });
  test("of multipart has its boundary", async () => {
    for (const [operation, more] of [
      ["putReport", { id: "1", contentType: "multipart/form-data" }],
      ["upload", {}],
    ] as const) {
      const arrived = await sent(operation, {
        ...more,
        body: { file: new File(["a"], "a.txt") },
      });
      expect(((await formDataOf(arrived)).get("file") as File).name).toBe(
        "a.txt",
      );
    }
  });
  test.each([
    { body: Uint8Array.of(65) },
    { body: Uint8Array.of(65), contentType: "image/*" },
    { body: new Blob(["a"], { type: "text/csv" }) },
  ])(
    "with a range alone is refused, as nothing is in it: %j",
    async (params) => {
      await expect(sent("ranged", params)).rejects.toThrow(
        '"contentType" must name one of image/*',
      );
    },
  );
  test.each(["image/png", "application/pdf", 5, "__proto__"])(
    "with %j is refused where it is not listed",
    async (contentType) => {
      await expect(
        sent("same", { body: { total: 1 }, contentType }).then(
          ({ headers }) => headers["content-type"],
        ),
      ).rejects.toThrow(TypeError);
    },
  );
});

describe("types", () => {
  const compiles = (program: string) => {
    const files = new Map(
      [...emitted.files].map(([path, text]) => [
        path,
        text.replaceAll('.ts"', '.js"'),
      ]),
    );
    const text = `import { anything, type Client, clash, image, putReport, ranged, same, upload } from "./index.js";\ndeclare const client: Client;\n${program}\nexport {};`;
    return [
      ...(checkTypes(
        new Map([["client", new Map([...files, ["program.ts", text]])]]),
      ).get("client") ?? []),
    ];
  };
  test("keep the call with JSON as it is, and pair every other media type with its body", () => {
    expect(
      compiles(`
        await putReport(client, { id: "1", body: { total: 1 } });
        await putReport(client, { id: "1", body: { total: 1 }, contentType: "application/x-www-form-urlencoded" });
        await putReport(client, { id: "1", body: "total", contentType: "text/csv" });
        await putReport(client, { id: "1", body: { file: new File([], "a") }, contentType: "multipart/form-data" });
        await putReport(client, { id: "1", body: new Uint8Array(), contentType: "application/x-msgpack" });
        // @ts-expect-error a text is no JSON
        await putReport(client, { id: "1", body: "total" });
        // @ts-expect-error an object is no text
        await putReport(client, { id: "1", body: { total: 1 }, contentType: "text/csv" });
        // @ts-expect-error not listed
        await putReport(client, { id: "1", body: "total", contentType: "text/plain" });
        // @ts-expect-error a file is no string
        await putReport(client, { id: "1", body: { file: "a" }, contentType: "multipart/form-data" });
        // @ts-expect-error the path has its parameter
        await putReport(client, { body: { total: 1 } });
        // @ts-expect-error the body is required
        await putReport(client, { id: "1" });
        await same(client);
        await same(client, { body: { total: 1 }, contentType: "application/hal+json" });
        // @ts-expect-error no member of the range
        await same(client, { body: { total: 1 }, contentType: "text/plain" });
        await upload(client);
        await upload(client, { body: { file: new Blob() } });
        await upload(client, { body: "a", contentType: "text/html" });
        // @ts-expect-error who names a media type has a body
        await upload(client, { contentType: "application/octet-stream" });
        await clash(client, { body: "q", requestBody: { total: 1 } });
        await clash(client, { requestBody: "a", requestContentType: "text/plain" });
        await image(client, { body: new Blob(), contentType: "image/jpeg" });
        // @ts-expect-error only the caller knows which image it is
        await image(client, { body: new Blob() });
        await ranged(client, { body: new Blob(), contentType: "image/webp" });
        // @ts-expect-error a range names no media type
        await ranged(client, { body: new Blob() });
        await anything(client, { body: { total: 1 } });
        // @ts-expect-error nothing to choose
        await anything(client, { body: { total: 1 }, contentType: "application/json" });
      `),
    ).toEqual([]);
  });
  test("say what they say", () => {
    const of = (name: string, until: string) => {
      const text = emitted.files.get(`operations/${name}.ts`) ?? "";
      return text.slice(text.indexOf("export"), text.indexOf(until)).trim();
    };
    expect(of("reports", "export type PutReportError")).toBe(
      `export interface PutReportForm {
  /** Format: \`binary\`. */
  file: Blob | StreamedFile;
}

export interface PutReportBaseParams {
  /** Which one. */
  id: string;
}

/**
 * \`contentType\` names the media type of \`body\`. Without it, \`body\` is
 * \`application/json\`.
 */
export type PutReportParams = PutReportBaseParams &
  (
    | {
        body: PutReportBody;
        contentType?: "application/json" | "application/x-www-form-urlencoded";
      }
    | { body: string; contentType: "text/csv" }
    | { body: Binary; contentType: "application/x-msgpack" }
    | { body: PutReportForm; contentType: "multipart/form-data" }
  );`,
    );
    expect(of("same", "export type SameError")).toBe(
      `export interface SameParams {
  body?: PutReportBody;
  /** The media type of \`body\`. Default: \`"application/json"\`. */
  contentType?: "application/json" | "text/json" | \`application/\${string}+json\`;
}`,
    );
  });
});

test("nothing is reported", () => {
  expect(emitted.diagnostics).toEqual([]);
});

test("a media type cannot leave its comment, its literal or its pattern", async () => {
  const evil = 'a/*/\nescaped`${globalThis}"b';
  const { files } = await clientOf({
    "/evil": {
      post: {
        operationId: "evil",
        ...accepting({
          [evil]: {},
          "x/`${globalThis.__PWNED = 1}*": {},
          "text/plain": {},
        }),
      },
    },
  });
  const text = files.get("operations/evil.ts") ?? "";
  const source = ts.createSourceFile("evil.ts", text, ts.ScriptTarget.Latest);
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  expect(words).toContain("textBody");
  expect(words).not.toContain("globalThis");
  expect(words).not.toContain("escaped");
  // Nor does it begin a line of the comment, where it could be a tag or a directive.
  expect(text).toContain("escaped");
  expect(text).not.toMatch(/^[\s*]*escaped/m);
});
