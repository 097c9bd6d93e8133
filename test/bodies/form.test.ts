import { beforeAll, describe, expect, test } from "vitest";
import { formBody } from "../../templates/runtime/form-body.ts";
import { accepting, clientOf, object, type Emitted } from "./client-of.ts";
import { receive } from "./receive.ts";

const type = "application/x-www-form-urlencoded";
const text = { type: "string" };
const point = object({ x: { type: "integer" }, y: { type: "integer" } });
const fields = object({
  id: text,
  tags: { type: "array", items: text },
  address: point,
  points: { type: "array", items: point },
});

let emitted: Emitted;
beforeAll(async () => {
  const form = (operationId: string, encoding?: object, schema = fields) => ({
    post: {
      operationId,
      ...accepting({ [type]: { schema, ...(encoding && { encoding }) } }),
    },
  });
  const deep = { style: "deepObject", explode: true };
  emitted = await clientOf({
    "/plain": form("plain"),
    "/deep": form("deep", { tags: deep, address: deep, points: deep }),
    "/some": form("some", { address: deep }),
    "/form": form("form", {
      tags: { style: "form" },
      address: { explode: true },
    }),
    "/joined": form("joined", {
      tags: { explode: false },
      address: { style: "form", explode: false },
    }),
    "/space": form("space", {
      tags: { style: "spaceDelimited", explode: false },
    }),
    "/pipe": form("pipe", { tags: { style: "pipeDelimited", explode: false } }),
    "/json": form("json", {
      tags: { contentType: "application/json" },
      id: { contentType: "application/json" },
    }),
    "/text": form("text", undefined, text),
  });
});

async function sent(operation: string, body: unknown): Promise<string> {
  const server = await receive();
  const client = emitted.module.createClient({ baseUrl: server.url });
  await emitted.module[operation]?.(client, { body });
  expect(server.received[0]?.headers["content-type"]).toBe(type);
  return server.received[0]?.text ?? "";
}

describe("bytes", () => {
  const pairs: readonly [string, string][] = [
    ["a b", "1+1 = 2 & 3"],
    ["é[]", "!'()*~-._\r\n%20"],
    ["empty", ""],
  ];
  test("are those of a URLSearchParams", () => {
    const encoded = formBody()(Object.fromEntries(pairs), {});
    expect(encoded).toEqual({
      type,
      body: new URLSearchParams([...pairs]).toString(),
    });
  });
  test("as in the specification's example", async () => {
    // OAS 3.1.1 §4.8.15.3.
    expect(
      await sent("plain", {
        id: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        address: {
          streetAddress: "123 Example Dr.",
          city: "Somewhere",
          state: "CA",
          zip: "99999+1234",
        },
      }),
    ).toBe(
      "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D",
    );
  });
});

describe("without a style", () => {
  test.each([
    [{ id: "a" }, "id=a"],
    [{ tags: ["a", "b"] }, "tags=a&tags=b"],
    [{ points: [{ x: 1 }, { y: 2 }] }, 'points={"x":1}&points={"y":2}'],
    [{ id: null, tags: [], address: undefined }, ""],
    [{}, ""],
  ])("%j", async (body, wanted) => {
    expect(decodeURIComponent(await sent("plain", body))).toBe(wanted);
  });
});

describe("with a style", () => {
  test.each([
    [
      "deep",
      { id: "a b", address: { x: 1, y: 2 } },
      "id=a+b&address[x]=1&address[y]=2",
    ],
    ["deep", { tags: ["a", "b"] }, "tags[0]=a&tags[1]=b"],
    [
      "deep",
      { points: [{ x: 1 }, { x: 2, y: 3 }] },
      "points[0][x]=1&points[1][x]=2&points[1][y]=3",
    ],
    [
      "deep",
      { address: { a: { b: [{ c: ["d"] }] } } },
      "address[a][b][0][c][0]=d",
    ],
    [
      "some",
      { tags: ["a", "b"], address: { x: 1 } },
      "tags=a&tags=b&address[x]=1",
    ],
    [
      "form",
      { tags: ["a", "b"], address: { x: 1, y: 2 } },
      "tags=a&tags=b&x=1&y=2",
    ],
    [
      "joined",
      { tags: ["a", "b"], address: { x: 1, y: 2 } },
      "tags=a,b&address=x,1,y,2",
    ],
    ["space", { tags: ["a", "b"] }, "tags=a+b"],
    ["pipe", { tags: ["a", "b"] }, "tags=a|b"],
    ["json", { id: "a", tags: ["a", "b"] }, 'id="a"&tags=["a","b"]'],
  ])("%s of %j", async (operation, body, wanted) => {
    expect(decodeURIComponent(await sent(operation, body))).toBe(wanted);
  });
  test("what all fields have alike is said once", () => {
    const file = emitted.files.get("operations/deep.ts") ?? "";
    expect(file).toContain("body: sending(formBody(deepObject)),");
  });
});

test("a form that the caller has encoded goes out as it is", async () => {
  expect(await sent("text", "a=1&b=%20")).toBe("a=1&b=%20");
});

test.each([[[1]], "text", 5])("%j is refused", async (body) => {
  await expect(sent("plain", body)).rejects.toThrow(
    "the body must be an object with named fields",
  );
});

test("what is nested without end is refused", async () => {
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;
  await expect(sent("deep", { address: cyclic })).rejects.toThrow(TypeError);
  await expect(sent("plain", { address: cyclic })).rejects.toThrow(TypeError);
});
