// Rows r05 to r08: answers that lead elsewhere. Nothing is followed, so that nothing is taken along.
import { expect, test } from "vitest";
import { printed } from "../printed.ts";
import { reply } from "../server.ts";
import { origins, secret, submit, visit } from "./origins.ts";

const statuses = [301, 302, 303, 307, 308];

test.each(statuses)(
  "r05: %i to another origin takes no credential there",
  async (status) => {
    const { a, b, client } = await origins(({ url }) =>
      reply(status, "", { location: `${url}/stolen` }),
    );
    const error: unknown = await visit(client).catch((it: unknown) => it);
    expect(error).toMatchObject({ reason: "redirect", response: { status } });
    expect(a.arrived[0]).toMatchObject({
      url: `/visit?api_key=${secret}`,
      headers: {
        authorization: `Bearer ${secret}`,
        cookie: `session=${secret}`,
        "x-api-key": secret,
      },
    });
    expect([a.arrived.length, b.opened()]).toEqual([1, 0]);
    expect(printed(error)).not.toContain(secret);
  },
);

test.each(statuses)(
  "r06: %i to another origin takes no body there",
  async (status) => {
    const { a, b, client } = await origins(({ url }) =>
      reply(status, "", { location: `${url}/stolen` }),
    );
    await expect(submit(client, { secret })).rejects.toMatchObject({
      reason: "redirect",
    });
    expect(a.arrived.map(({ body }) => body)).toEqual([
      `{"secret":"${secret}"}`,
    ]);
    expect(b.opened()).toBe(0);
  },
);

test.each(["/visit", "", "?again", "/other"])(
  "r07: a loop through %j ends at its first step, and is not tried again",
  async (location) => {
    const { a, client, waits } = await origins(() =>
      reply(302, "", { location }),
    );
    await expect(visit(client)).rejects.toMatchObject({ reason: "redirect" });
    expect([a.arrived.length, waits]).toEqual([1, []]);
  },
);

test.each([
  "ftp://127.0.0.1/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:application/json,{}",
  "http://",
  "http://user:password@127.0.0.1/",
  undefined,
])("r08: %j is no place to go", async (location) => {
  const { a, client } = await origins(() =>
    reply(307, {}, location === undefined ? {} : { location }),
  );
  await expect(visit(client)).rejects.toMatchObject({ reason: "redirect" });
  expect(a.arrived).toHaveLength(1);
});

test("no redirect holds its connection, though its body is never read", async () => {
  const { a, client } = await origins(() => (_, response) => {
    response.writeHead(302, { location: "/x" });
    response.write("and so on"); // without an end
  });
  await Promise.all(Array.from({ length: 20 }, () => visit(client).result()));
  expect(a.arrived).toHaveLength(20);
  await expect
    .poll(() => a.arrived.every(({ isAborted }) => isAborted()))
    .toBe(true);
});
