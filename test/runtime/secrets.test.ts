import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { bearer, queryKey } from "../../templates/runtime/auth.ts";
import { ApiError, RequestError } from "../../templates/runtime/errors.ts";
import { PaginationError } from "../../templates/runtime/pagination.ts";
import { impatient } from "./client.ts";
import { getPet, listPets, paginatePets } from "./operations.ts";
import { printed } from "./printed.ts";
import { drop, hang, reply, serve } from "./server.ts";

const secret = "sk-SECRET";

describe("nothing that prints an error prints a secret", () => {
  const echo = { echo: secret };
  const redirect = reply(302, echo, {
    location: `https://x.example/?key=${secret}`,
  });
  test.each([
    ["documented", reply(401, { code: secret }, { "x-echo": secret })],
    ["undocumented", reply(418, echo)],
    ["server error", reply(502, `<html>${secret}`)],
    ["decode", reply(200, `<html>${secret}`, { "content-type": "text/html" })],
    ["decode, quoted by JSON.parse", reply(200, secret)],
    ["redirect", redirect],
    ["dropped", drop],
    ["timeout", hang],
  ])("%s", async (_, answer) => {
    const server = await serve(answer);
    for (const token of [bearer(secret), queryKey("key", secret)]) {
      const { client } = impatient(
        server.url,
        { retry: 0, timeout: 50, headers: { "x-a": secret } },
        { token },
      );
      const error: unknown = await listPets(client, {
        pageToken: secret,
      }).catch((error: unknown) => error);
      expect(error instanceof ApiError || error instanceof RequestError).toBe(
        true,
      );
      expect(printed(error)).not.toContain(secret);
      expect(printed(error)).toContain("GET /pets");
      expect(inspect(client, { depth: 9 })).not.toContain(secret);
    }
  });

  test("although fetch's own error quotes it", async () => {
    const refused = Object.assign(new Error(`connect to ${secret}`), {
      code: "ECONNREFUSED",
    });
    const cause = new TypeError(`Headers.append: "${secret}" is invalid`, {
      cause: refused,
    });
    const fetch = () => Promise.reject(cause);
    const { client } = impatient("https://x.example", { fetch });
    const error: unknown = await getPet(client, { petId: secret }).catch(
      (error: unknown) => error,
    );
    expect(printed(error)).not.toContain(secret);
    expect(error).toMatchObject({
      cause: { name: "TypeError", code: "ECONNREFUSED" },
    });
  });

  test("and a pagination error keeps its token to itself", () => {
    const error = new PaginationError("token", 2, secret);
    expect(error.token).toBe(secret);
    expect(printed(error)).not.toContain(secret);
    expect(paginatePets.length).toBeGreaterThan(0);
  });
});

test("the code of a real failure is kept", async () => {
  const result = await getPet(
    impatient("http://127.0.0.1:1", { retry: 0 }).client,
    { petId: "1" },
  ).result();
  expect(result).toMatchObject({ error: { cause: { name: "TypeError" } } });
  expect(JSON.stringify(result.ok || result.error)).toBe(
    '{"reason":"connection"}',
  );
});

test.each(["x-request-id", "request-id", "x-amzn-requestid"])(
  "the request id in %s is for everyone",
  async (name) => {
    const server = await serve(reply(418, {}, { [name]: "r-1" }));
    const error: unknown = await getPet(impatient(server.url).client, {
      petId: "1",
    }).catch((e: unknown) => e);
    expect(JSON.stringify(error)).toBe('{"status":418,"requestId":"r-1"}');
  },
);
