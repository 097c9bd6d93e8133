import { expect, test } from "vitest";
import { binaryBody } from "../../../templates/runtime/binary-body.ts";
import { sending } from "../../../templates/runtime/body.ts";
import { hooks } from "../../../templates/runtime/hooks.ts";
import { idempotencyKeys } from "../../../templates/runtime/idempotency-keys.ts";
import { json } from "../../../templates/runtime/read.ts";
import { unlessStreamed, withKey } from "../../../templates/runtime/retry.ts";
import { send } from "../../../templates/runtime/send.ts";
import { impatient } from "../client.ts";
import { adoptPet, createPet } from "../operations.ts";
import { type Arrived, drop, reply, serve } from "../server.ts";

const keys = (arrived: readonly Arrived[]) =>
  arrived.map(({ headers }) => headers["idempotency-key"]);

test("a call has one key for all its attempts, and the next call another", async () => {
  const server = await serve(drop, reply(503, {}), reply(201, {}));
  const { client } = impatient(server.url, { use: [idempotencyKeys()] });
  await createPet(client);
  await createPet(client);
  const [first, second, third, other] = keys(server.arrived);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect([second, third]).toEqual([first, first]);
  expect(other).toMatch(/^[0-9a-f]{32}$/);
  expect(other).not.toBe(first);
});

test("other features around it change nothing about that", async () => {
  const server = await serve(drop, reply(201, {}));
  let made = 0;
  const see = hooks({ before: ({ headers }) => headers.set("x-seen", "1") });
  const { client } = impatient(server.url, {
    use: [see, idempotencyKeys(() => `key-${++made}`), see],
  });
  await createPet(client);
  expect(keys(server.arrived)).toEqual(["key-1", "key-1"]);
});

test("the caller's own key stays", async () => {
  const server = await serve(reply(201, {}));
  const { client } = impatient(server.url, { use: [idempotencyKeys()] });
  await createPet(client, { "Idempotency-Key": "mine" });
  await createPet(client, {}, { headers: { "idempotency-key": "mine" } });
  expect(keys(server.arrived)).toEqual(["mine", "mine"]);
});

test("an empty one is none", async () => {
  const server = await serve(reply(503, {}), reply(201, {}));
  const use = [idempotencyKeys(() => "made")];
  await createPet(impatient(server.url, { use }).client, {
    "Idempotency-Key": "",
  });
  expect(keys(server.arrived)).toEqual(["made", "made"]);
});

test("an operation that declares no key gets none, and is sent once", async () => {
  const server = await serve(reply(503, {}));
  const { client } = impatient(server.url, { use: [idempotencyKeys()] });
  await expect(adoptPet(client, { petId: "1" })).rejects.toMatchObject({
    status: 503,
  });
  expect(keys(server.arrived)).toEqual([undefined]);
});

test("without the feature there is no key, and no second attempt", async () => {
  const server = await serve(reply(503, {}));
  const { client } = impatient(server.url);
  await expect(createPet(client)).rejects.toMatchObject({ status: 503 });
  expect(keys(server.arrived)).toEqual([undefined]);
});

test("what may be a stream has a key as well, though a stream is sent once", async () => {
  const server = await serve(reply(503, {}), reply(200, {}), reply(503, {}));
  const { client } = impatient(server.url, { use: [idempotencyKeys()] });
  const upload = (body: Blob | ReadableStream) =>
    send(
      client,
      upload,
      {
        method: "POST",
        path: "/files",
        body: sending(binaryBody),
        responses: { 200: json },
        repeat: unlessStreamed(withKey("Idempotency-Key")),
      },
      { body },
    );
  await upload(new Blob(["bytes"]));
  await expect(upload(new Blob(["bytes"]).stream())).rejects.toMatchObject({
    status: 503,
  });
  const [first, second, streamed] = keys(server.arrived);
  expect(second).toBe(first);
  expect([server.arrived.length, streamed]).toEqual([3, expect.any(String)]);
});

test("a key that no header can have is refused, and not quoted", async () => {
  const server = await serve(reply(201, {}));
  const use = [idempotencyKeys(() => "sk\nSECRET")];
  const { client } = impatient(server.url, { use });
  await expect(createPet(client)).rejects.toThrow(
    new TypeError('header "Idempotency-Key" cannot be sent'),
  );
  expect(server.arrived).toEqual([]);
});
