// Row r28, and bodies that are too long in other ways.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { byteCap } from "../../../templates/runtime/byte-cap.ts";
import { jsonLines } from "../../../templates/runtime/json-lines.ts";
import { blob } from "../../../templates/runtime/read.ts";
import { impatient } from "../client.ts";
import { endlessBody } from "../faults/answers.ts";
import { origins, visit } from "../faults/origins.ts";
import { printed } from "../printed.ts";
import { type Answerer, reply } from "../server.ts";
import { phrased } from "../phrased.ts";

const bytes =
  (body: Uint8Array, headers = {}): Answerer =>
  (_, response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    response.write(body); // chunked: no length is said
    response.end();
  };
const use = [byteCap(1000)];
const limit = { name: "RequestError", reason: "limit" };

test("r28: a gzip bomb ends before it is inflated", async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000, " "));
  const { a, client, waits } = await origins(
    () => bytes(bomb, { "content-encoding": "gzip" }),
    { use },
  );
  const before = process.memoryUsage().arrayBuffers;
  const error: unknown = await visit(client).catch((it: unknown) => it);
  expect(error).toMatchObject({ ...limit, response: { status: 200 } });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  expect([a.arrived.length, waits]).toEqual([1, []]);
  expect(printed(error)).toContain("GET /visit failed: limit");
});

test("a length that is said beforehand is enough", async () => {
  const { a, client } = await origins(() => reply(200, "x".repeat(1001)), {
    use,
  });
  await expect(visit(client)).rejects.toMatchObject(limit);
  await expect.poll(() => a.arrived[0]?.isClosed()).toBe(true);
});

test("a body without an end ends, and its connection is free", async () => {
  const { a, client } = await origins(() => endlessBody, { use });
  await expect(visit(client)).rejects.toMatchObject(limit);
  await expect.poll(() => a.arrived[0]?.isAborted()).toBe(true);
});

test("an error's body has the same bound", async () => {
  const { client } = await origins(() => reply(404, "x".repeat(2000)), { use });
  await expect(visit(client)).rejects.toMatchObject(limit);
});

test("what is claimed has it too", async () => {
  const long = bytes(Buffer.alloc(2000, " "));
  const { client } = await origins(() => long, { use });
  const response = await visit(client).response();
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toMatchObject(limit);
});

test("up to the bound nothing changes", async () => {
  const exact = Buffer.from(JSON.stringify("x".repeat(998)));
  const { a, client } = await origins(() => bytes(exact), { use });
  const result = await visit(client).result();
  expect(result).toMatchObject({ ok: true, data: "x".repeat(998) });
  expect(result.response?.url).toContain(`${a.url}/visit`);
  expect(result.response?.headers.get("content-type")).toBe("application/json");
  expect(await visit(client, { responses: { 200: blob } })).toMatchObject({
    size: 1000,
    type: "application/json",
  });
});

test.each([204, 304])("%i has no body to count", async (status) => {
  const { client } = await origins(() => reply(status), { use });
  const result = await visit(client).result();
  expect(result.response?.status).toBe(status);
});

test("a stream has no bound: it has no end", async () => {
  const lines = Array.from({ length: 500 }, (_, at) => `{"at":${at}}\n`);
  const { client } = await origins(() => bytes(Buffer.from(lines.join(""))), {
    use,
  });
  const items = (await visit(client, {
    streams: true,
    responses: { 200: jsonLines() },
  })) as AsyncIterable<unknown>;
  let count = 0;
  for await (const _ of items) count++;
  expect(count).toBe(500);
});

test("the error of a stream has it too", async () => {
  const { client } = await origins(() => reply(404, "x".repeat(2000)), { use });
  await expect(
    visit(client, { responses: { 200: jsonLines() }, streams: true }),
  ).rejects.toMatchObject(limit);
});

test("a status that no response can be made with stays as it is", async () => {
  const { client } = await origins(() => reply(999, { a: 1 }), { use });
  await expect(visit(client)).rejects.toMatchObject({
    name: "ApiError",
    status: 999,
    body: { a: 1 },
  });
});

test("a reason phrase that no response can be made with stays as it is", async () => {
  const { client } = impatient(await phrased("200 \u2713 ok"), { use });
  const result = await visit(client, { security: async () => {} }).result();
  expect(result).toMatchObject({ ok: true, data: { id: "1" } });
  expect(result.response?.statusText).toContain("ok");
});
