import assert from "node:assert/strict";
import {
  type Client,
  type ClientOptions,
  createClient,
  type ErrorOf,
  isApiError,
  isErrorOf,
  isRequestError,
  listWebhooks,
  type RequestErrorReason,
  type Webhook,
} from "@telltale/quo";
import { type Check, failureOf, isRefused } from "./check.js";

type Failure = ErrorOf<typeof listWebhooks>;

export const quoChecks: Readonly<Record<string, Check>> = {
  "quo: the key goes verbatim into Authorization": async (url) => {
    const { data } = await listWebhooks(client(url), { userId: "US123" });
    assert.deepEqual(data, []);
  },

  "quo: no parameters, no query": async (url) => {
    await listWebhooks(client(url));
    await listWebhooks(client(url), {});
    const untyped = { userId: undefined } as unknown as { userId: string };
    await listWebhooks(client(url), untyped);
  },

  "quo: the query is percent-encoded": async (url) => {
    await listWebhooks(client(url), { userId: "US 1&2/ü=+#%" });
  },

  "quo: baseUrl may have a path": async (url) => {
    await listWebhooks(client(`${url}/proxy/`));
  },

  "quo: six kinds": async (url) => {
    const { data } = await listWebhooks(client(url));
    assert.deepEqual(data.map(tell), [
      "WH1 message 2",
      "WH2 call 2",
      "WH3 summary call.summary.completed",
      "WH4 transcript call.transcript.completed",
      "WH5 contact contact.updated *",
      "WH6 task task.assigned *",
    ]);
  },

  "quo: fits several kinds, or none": async (url) => {
    const { data } = await listWebhooks(client(url));
    assert.deepEqual(data.map(tell), [
      "none yet unrecognized []",
      'newer unrecognized ["call.transferred"]',
      'newer in part unrecognized ["message.received","message.read"]',
      'mixed unrecognized ["message.received","call.completed"]',
      'other type unrecognized "message.received"',
    ]);
  },

  "quo: what tells no kind apart takes none away": async (url) => {
    const { data } = await listWebhooks(client(url));
    assert.deepEqual(
      data.map(({ kind }) => kind),
      ["message", "call", "task"],
    );
  },

  "quo: kind is added and the rest is as it came": async (url) => {
    const body = await listWebhooks(client(url));
    const [webhook] = body.data;
    assert.ok(webhook);
    const { kind, ...rest } = webhook;
    assert.equal(kind, "task");
    assert.deepEqual(rest, {
      id: "WH1",
      userId: "US123abc",
      orgId: "OR1223abc",
      label: null,
      status: "enabled",
      url: "https://example.com/",
      key: "example-key",
      createdAt: "2022-01-01T00:00:00Z",
      updatedAt: "2022-01-01T00:00:00Z",
      deletedAt: null,
      events: ["task.assigned"],
      resourceIds: ["*"],
    });
    assert.deepEqual(Object.keys(body), ["data", "next"]);
    // It survives what other properties survive.
    assert.equal(structuredClone(webhook).kind, "task");
    assert.equal((JSON.parse(JSON.stringify(webhook)) as Webhook).kind, "task");
  },

  "quo: error 400": (url) => failsWith(url, "400 0305400 Invalid Version"),
  "quo: error 401": (url) => failsWith(url, "401 0300401 Unauthorized"),
  "quo: error 403": (url) => failsWith(url, "403 0300403 Forbidden"),
  "quo: error 404": (url) => failsWith(url, "404 0300404 Not Found"),
  "quo: error 500": (url) => failsWith(url, "500 0301500 Unknown"),

  "quo: an undocumented status": async (url) => {
    const result = await listWebhooks(client(url)).result();
    assert.ok(!result.ok && result.error.status === 429);
    assert.ok(isApiError(result.error));
    assert.deepEqual(result.error.body, { slow: "down" });
    assert.equal(result.response?.status, 429);
  },

  "quo: HTML where JSON is documented": async (url) => {
    for (const status of [200, 401, 500]) {
      const result = await listWebhooks(client(url)).result();
      assert.ok(!result.ok && result.error.status === undefined);
      assert.ok(isRequestError(result.error) && !isApiError(result.error));
      assert.equal(result.error.reason, "decode");
      assert.equal(result.error.response?.status, status);
      assert.equal(result.response?.status, status);
      assert.match(result.error.text ?? "", /^<html><title>\d+ from the proxy/);
    }
  },

  "quo: HTML with an undocumented status": async (url) => {
    const error = await failureOf(listWebhooks(client(url)));
    assert.ok(isErrorOf(listWebhooks, error) && error.status === 502);
    assert.match(String(error.body satisfies unknown), /502 from the proxy/);
  },

  "quo: a timeout": async (url) => {
    const quo = client(url, { timeout: 1_000 });
    await endsBy("timeout", () => listWebhooks(quo).result());
  },

  "quo: an abort": async (url) => {
    const controller = new AbortController();
    const { signal } = controller;
    const options = { signal, fetch: abortingAfterHeaders(controller) };
    const end = () => listWebhooks(client(url), {}, options).result();
    await endsBy("abort", end);
  },

  "quo: an abort before": async (url) => {
    const signal = AbortSignal.abort();
    const end = () => listWebhooks(client(url), {}, { signal }).result();
    await endsBy("abort", end);
  },

  "quo: a broken connection": async (url) => {
    await endsBy("connection", () => listWebhooks(client(url)).result());
  },

  "quo: a retry": async (url) => {
    const quo = createClient({ apiKey: "quo-key", baseUrl: url });
    assert.deepEqual(await listWebhooks(quo), { data: [] });
  },

  "quo: a credential is asked for at each call": async (url) => {
    let calls = 0;
    const apiKey = async (): Promise<string> => `quo-key-${++calls}`;
    const quo = createClient({ apiKey, baseUrl: url });
    await listWebhooks(quo);
    await listWebhooks(quo);
    assert.equal(calls, 2);
  },

  "quo: no credential, no request": async (url) => {
    const create = createClient as (options: object) => Client;
    const none = [
      {},
      { apiKey: undefined },
      { apiKey: "" },
      { apiKey: async () => "" },
      { apiKey: async () => undefined },
    ];
    for (const options of none) {
      const quo = create({ ...options, baseUrl: url, retry: false });
      await isRefused(() => listWebhooks(quo));
    }
  },

  "quo: response() hands over the body unread": async (url) => {
    const response = await listWebhooks(client(url)).response();
    assert.equal(response.bodyUsed, false);
    const body = (await response.json()) as { data: object[] };
    // What is on the wire, and nothing added.
    assert.ok(body.data[0] && !("kind" in body.data[0]));
    const error = await failureOf(listWebhooks(client(url)).response());
    assert.ok(isErrorOf(listWebhooks, error) && error.status === 403);
    assert.ok(!isErrorOf(listWebhooks, new Error("somebody else's")));
  },
};

function client(baseUrl: string, options: ClientOptions = {}): Client {
  return createClient({ apiKey: "quo-key", baseUrl, retry: false, ...options });
}

/** Each kind narrows to its own events; without `default`, a kind left out would not compile. */
function tell(webhook: Webhook): string {
  switch (webhook.kind) {
    case "message":
      return `${webhook.id} message ${webhook.events.length}`;
    case "call":
      return `${webhook.id} call ${webhook.events.length}`;
    case "callSummary":
      return `${webhook.id} summary ${webhook.events[0]}`;
    case "callTranscript":
      return `${webhook.id} transcript ${webhook.events[0]}`;
    case "contact": {
      const [star] = webhook.resourceIds;
      return `${webhook.id} contact ${webhook.events[0]} ${star}`;
    }
    case "task": {
      const [star] = webhook.resourceIds;
      return `${webhook.id} task ${webhook.events[0]} ${star}`;
    }
    case "unrecognized":
      return `${webhook.id} unrecognized ${JSON.stringify(webhook.events)}`;
  }
}

/** The same error, read as a result and caught. */
async function failsWith(url: string, wanted: string): Promise<void> {
  const result = await listWebhooks(client(url)).result();
  assert.ok(!result.ok);
  assert.equal(describe(result.error), wanted);
  assert.equal(result.response?.status, result.error.status);
  try {
    await listWebhooks(client(url));
    assert.fail("it should have failed");
  } catch (error) {
    if (!isErrorOf(listWebhooks, error)) throw error;
    assert.equal(describe(error), wanted);
    assert.ok(isApiError(error) && error instanceof Error);
  }
}

function describe(error: Failure): string {
  switch (error.status) {
    case 400: {
      const { code, title, description } = error.body;
      code satisfies "0305400";
      assert.equal(description, title);
      return `${error.body.status} ${code} ${title}`;
    }
    case 401:
      error.body.code satisfies "0300401";
      return `${error.body.status} ${error.body.code} ${error.body.title}`;
    case 403:
      error.body.code satisfies "0300403";
      return `${error.body.status} ${error.body.code} ${error.body.title}`;
    case 404:
      error.body.code satisfies "0300404";
      return `${error.body.status} ${error.body.code} ${error.body.title}`;
    case 500:
      error.body.code satisfies "0301500";
      return `${error.body.status} ${error.body.code} ${error.body.title}`;
    case undefined:
      return error.reason;
    default:
      return `undocumented: ${error.status}`;
  }
}

async function endsBy(
  reason: RequestErrorReason,
  end: () => Promise<{ ok: true } | { ok: false; error: Failure }>,
): Promise<void> {
  const result = await end();
  assert.ok(!result.ok && result.error.status === undefined);
  assert.ok(isErrorOf(listWebhooks, result.error));
  assert.equal(result.error.reason, reason);
}

function abortingAfterHeaders(
  controller: AbortController,
): NonNullable<ClientOptions["fetch"]> {
  return async (url, init) => {
    const response = await fetch(url, init);
    controller.abort();
    return response;
  };
}
