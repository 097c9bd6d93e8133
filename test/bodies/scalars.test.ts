import { beforeAll, expect, test } from "vitest";
import { answer } from "./answer.ts";
import { clientOf, object, type Emitted } from "./client-of.ts";
import { receive } from "./receive.ts";

const schemas: Readonly<Record<string, object>> = {
  text: { type: "string" },
  word: { enum: ["on", "off"] },
  count: { type: "integer" },
  flag: { type: "boolean" },
  either: { oneOf: [{ type: "string" }, { type: "number" }] },
  maybeText: { type: ["string", "null"] },
  maybePet: {
    anyOf: [object({ name: { type: "string" } }), { type: "null" }],
  },
  maybeShape: {
    anyOf: [
      { ...object({ a: { type: "string" } }), required: ["a"] },
      { ...object({ b: { type: "string" } }), required: ["b"] },
      { type: "null" },
    ],
  },
};

let emitted: Emitted;
beforeAll(async () => {
  const described = (schema: object) => ({
    description: "d",
    content: { "application/json": { schema } },
  });
  emitted = await clientOf(
    Object.fromEntries(
      Object.entries(schemas).map(([operationId, schema]) => [
        `/${operationId}`,
        {
          get: {
            operationId,
            responses: {
              "200": described(schema),
              "404": described({ type: "string" }),
            },
          },
        },
      ]),
    ),
  );
});

async function called(
  operation: string,
  type: string | undefined,
  body: string | Uint8Array,
  status = 200,
): Promise<unknown> {
  const server = await receive(answer(type, body, status));
  const client = emitted.module.createClient({
    baseUrl: server.url,
    retry: false,
  });
  return emitted.module[operation]?.(client);
}

const json = "application/json; charset=utf-8";
const plain = "text/plain; charset=utf-8";
const html = "text/html; charset=utf-8";

test.each([
  ["text", json, '"a"', "a"],
  ["text", plain, "Hello", "Hello"],
  ["text", html, "Hello", "Hello"],
  ["text", undefined, "Hello", "Hello"],
  ["text", plain, '"a"', "a"],
  ["text", plain, "5", "5"],
  ["text", plain, "null", "null"],
  ["text", plain, " a ", " a "],
  ["text", plain, "", ""],
  ["text", "text/plain; charset=iso-8859-1", Uint8Array.of(0xe9), "é"],
  ["word", html, "on", "on"],
  ["count", html, "5", 5],
  ["count", plain, "-0.5", -0.5],
  ["flag", html, "false", false],
  ["either", html, "5", 5],
  ["either", plain, "five", "five"],
  ["maybeText", plain, "null", null],
  ["maybeText", undefined, "", null],
  ["maybeText", json, "", null],
  ["maybePet", undefined, "", null],
  ["maybePet", json, "null", null],
  ["maybePet", json, '{"name":""}', { name: "" }],
  ["maybeShape", undefined, "", null],
  ["maybeShape", json, '{"a":"b"}', { kind: "withA", a: "b" }],
])("%s under %s: %j", async (operation, type, body, wanted) => {
  expect(await called(operation, type, body)).toEqual(wanted);
});

test.each([
  ["text", json, "Hello"],
  ["text", json, ""],
  ["text", html, "\n<!doctype html><title>Sign in</title>"],
  ["text", "application/pdf", "%PDF"],
  ["count", html, "five"],
  ["count", plain, ""],
  ["count", plain, '"5"'],
  ["maybePet", html, "<p>Bad gateway"],
])("%s under %s is an error where it is %j", async (operation, type, body) => {
  await expect(called(operation, type, body)).rejects.toMatchObject({
    reason: "decode",
    text: body,
  });
});

test.each(["maybeText", "maybePet", "maybeShape"])(
  "%s is null where nothing came, with whatever status",
  async (operation) => {
    for (const status of [200, 204])
      expect(await called(operation, undefined, "", status)).toBeNull();
  },
);

test("a failure that is a text keeps its status", async () => {
  await expect(called("text", plain, "No such pet", 404)).rejects.toMatchObject(
    { status: 404, body: "No such pet" },
  );
});

test("what is no text is JSON, under the name of a text as well", async () => {
  const described = () => ({
    schema: { type: "array", items: { type: "integer" } },
  });
  const content = {
    "text/plain": described(),
    "application/json": described(),
    "text/csv": { schema: { type: "string" } },
  };
  const { files, module } = await clientOf({
    "/counts": {
      get: {
        operationId: "counts",
        responses: { "200": { description: "d", content } },
      },
    },
  });
  expect(files.get("operations/counts.ts")).toContain(
    "Call<number[] | string, CountsError>",
  );
  for (const [type, body, wanted] of [
    [plain, "[1]", [1]],
    [json, "[2]", [2]],
    ["text/csv", "[3]", "[3]"],
  ] as const) {
    const server = await receive((response) =>
      response.writeHead(200, { "content-type": type }).end(body),
    );
    const client = module.createClient({ baseUrl: server.url });
    expect(await module["counts"]?.(client)).toEqual(wanted);
  }
});
