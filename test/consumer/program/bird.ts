import assert from "node:assert/strict";
import {
  type Client,
  createClient,
  isApiError,
  isErrorOf,
  isPaginationError,
  listWebhookSubscriptions,
  PaginationError,
  paginateWebhookSubscriptions,
  resumeToken,
} from "@telltale/bird";
import { type Check, failureOf, isRefused } from "./check.js";

const workspaceId = "ws-1";

export const birdChecks: Readonly<Record<string, Check>> = {
  "bird: every parameter": async (url) => {
    const page = await listWebhookSubscriptions(client(url), {
      workspaceId,
      SearchFilter: { service: "channels" },
      limit: 100,
      pageToken: "t",
    });
    assert.deepEqual(page, { results: [] });
  },

  "bird: path and query are percent-encoded": async (url) => {
    await listWebhookSubscriptions(client(url), {
      workspaceId: "ws/1 é?",
      SearchFilter: { "a b": "x&y=z" },
    });
  },

  "bird: a refused workspaceId": async (url) => {
    const wrong = ["", ".", "..", "%2e", "%2E%2e", undefined, null, {}, NaN];
    for (const value of wrong as string[]) {
      const params = { workspaceId: value };
      await isRefused(() => listWebhookSubscriptions(client(url), params));
      const items = paginateWebhookSubscriptions(client(url), params);
      assert.ok((await failureOf(items.toArray())) instanceof TypeError);
    }
    const params = {} as { workspaceId: string };
    await isRefused(() => listWebhookSubscriptions(client(url), params));
  },

  "bird: a credential from an async provider": async (url) => {
    const accessKey = async (): Promise<string> => "bird-key";
    const bird = createClient({ accessKey, baseUrl: url });
    await listWebhookSubscriptions(bird, { workspaceId });
  },

  "bird: no credential, no request": async (url) => {
    const create = createClient as (options: object) => Client;
    for (const options of [{}, { accessKey: "" }]) {
      const bird = create({ ...options, baseUrl: url });
      await isRefused(() => listWebhookSubscriptions(bird, { workspaceId }));
    }
  },

  "bird: items of three pages, one of them empty": async (url) => {
    const params = { workspaceId, limit: 2 };
    const seen: string[] = [];
    for await (const item of paginateWebhookSubscriptions(
      client(url),
      params,
    )) {
      seen.push(item.id);
      // Nanoseconds: a Date would have lost them.
      assert.equal(item.createdAt, "2024-03-01T10:00:00.123456789Z");
    }
    assert.deepEqual(seen, ["a", "b", "c"]);
  },

  "bird: the pages themselves": async (url) => {
    const items = paginateWebhookSubscriptions(client(url), { workspaceId });
    const tokens: unknown[] = [];
    for await (const page of items.pages())
      tokens.push([page.results?.length, page.nextPageToken]);
    assert.deepEqual(tokens, [
      [1, "t2"],
      [undefined, "t3"],
      [0, undefined],
    ]);
  },

  "bird: no page that is not needed": async (url) => {
    const params = { workspaceId, SearchFilter: { service: "channels" } };
    const two = await paginateWebhookSubscriptions(client(url), params).toArray(
      { maxItems: 2 },
    );
    assert.deepEqual(two.map(idOf), ["a", "b"]);
    const one = await paginateWebhookSubscriptions(
      client(url),
      { workspaceId },
      { startToken: "t9", maxPages: 1 },
    ).toArray();
    assert.deepEqual(one.map(idOf), ["i"]);
  },

  "bird: a repeated token": async (url) => {
    await endsInCircle(url, ["a", "b"], "t3");
  },

  "bird: tokens in a circle": async (url) => {
    await endsInCircle(url, ["a", "b", "c"], "t2");
  },

  "bird: a page that fails is where to resume": async (url) => {
    const params = { workspaceId };
    const seen: string[] = [];
    let token: ReturnType<typeof resumeToken>;
    try {
      for await (const { id } of paginateWebhookSubscriptions(
        client(url),
        params,
      ))
        seen.push(id);
      assert.fail("it should have failed");
    } catch (error) {
      if (!isErrorOf(paginateWebhookSubscriptions, error)) throw error;
      assert.ok(isErrorOf(listWebhookSubscriptions, error));
      assert.ok(isApiError(error) && error.status === 400);
      token = resumeToken(error);
    }
    assert.equal(token, "t2");
    const rest = paginateWebhookSubscriptions(client(url), params, {
      startToken: token,
    });
    assert.deepEqual(seen.concat((await rest.toArray()).map(idOf)), ["a", "b"]);
  },

  "bird: an abort between pages": async (url) => {
    const controller = new AbortController();
    const { signal } = controller;
    const items = paginateWebhookSubscriptions(
      client(url),
      { workspaceId },
      { signal },
    );
    const loop = async (): Promise<void> => {
      for await (const { id } of items) {
        assert.equal(id, "a");
        controller.abort();
      }
    };
    const error = await failureOf(loop());
    assert.ok(isErrorOf(paginateWebhookSubscriptions, error));
    assert.ok(error.status === undefined && error.reason === "abort");
  },
};

function client(baseUrl: string): Client {
  return createClient({ accessKey: "bird-key", baseUrl, retry: false });
}

const idOf = ({ id }: { id: string }): string => id;

/** Everything before the circle is delivered; then the typed error, which says where. */
async function endsInCircle(
  url: string,
  wanted: readonly string[],
  token: string,
): Promise<void> {
  const seen: string[] = [];
  try {
    for await (const { id } of paginateWebhookSubscriptions(client(url), {
      workspaceId,
    })) {
      seen.push(id);
      assert.ok(seen.length <= wanted.length, "it goes round and round");
    }
    assert.fail("it should have failed");
  } catch (error) {
    if (!isErrorOf(paginateWebhookSubscriptions, error)) throw error;
    assert.ok(!isErrorOf(listWebhookSubscriptions, error));
    assert.ok(error instanceof PaginationError && isPaginationError(error));
    error.reason satisfies
      "repeated-token" | "items" | "token" | "foreign-url" | "stalled";
    assert.equal(error.reason, "repeated-token");
    assert.equal(error.token, token);
    assert.equal(error.page, 3);
    assert.equal(error.status, undefined);
  }
  assert.deepEqual(seen, wanted);
}
